import { layouts } from '@broadsheet/parser';
import { StoreError } from '../database/store-error.js';

/** Refuses the name of a layout that is not there. Throws StoreError UNKNOWN_LAYOUT. */
export function checkLayout(name: string): void {
  const known = layouts.map((layout) => layout.name);
  if (known.includes(name)) return;
  throw new StoreError(
    'UNKNOWN_LAYOUT',
    `There is no layout '${name}'. Name one of these, or none: ${known.join(', ')}.`,
    {
      field: 'layout',
      known,
    },
  );
}
