import type { Layout } from './layout.js';
import { bitcoinOptech } from './layouts/bitcoin-optech.js';
import { thisWeekInRust } from './layouts/this-week-in-rust.js';
import { weeklyBulletin } from './layouts/weekly-bulletin.js';
import { UnknownLayoutError } from './unknown-layout-error.js';

/** Every layout there is. A further periodical is a further module in this list. */
export const layouts: readonly Layout[] = [weeklyBulletin, thisWeekInRust, bitcoinOptech];

/** The layout of this name. Throws {@link UnknownLayoutError} (UNKNOWN_LAYOUT), which lists the known names. */
export function getLayout(name: string): Layout {
  const layout = layouts.find((candidate) => candidate.name === name);
  if (layout === undefined)
    throw new UnknownLayoutError(
      name,
      layouts.map((known) => known.name),
    );
  return layout;
}
