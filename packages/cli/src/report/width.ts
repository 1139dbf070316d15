import type { Sheet } from '../text/table.js';

/** Columns of a report where nobody says how many there are. */
const USUAL = 120;
/** Narrower than this a report would say nothing. */
const NARROWEST = 60;

/** How wide a line of a report may be. */
export function widthOf({ columns }: Sheet): number {
  return Math.max(columns ?? USUAL, NARROWEST);
}
