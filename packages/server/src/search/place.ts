import type { Param } from '@broadsheet/pothos-kysely';

/** What a search began with, kept in its cursors: so its pages hold while issues are published. */
export interface SearchPlace {
  /** Whether items were found that have all that was sought, or, where there were none, some of it. */
  readonly isStrict: boolean;
  /** The newest key of the first item that was ranked, and of the last where more were found than are ranked. */
  readonly top: string;
  readonly bottom: string;
  /** What each of the rarest terms weighs, and the rest. */
  readonly weights: readonly number[];
  /** Of the row that the page begins after. */
  readonly rank: number;
  readonly key: string;
}

/** How many terms are weighed one by one. */
export const WEIGHED_TERMS = 4;

/** Between the parts of what a cursor keeps; no key holds one. */
export const PLACE_BREAK = '\n';

/** The place in the keys of a cursor: what the search began with, rank, newest key. */
export function searchPlace(keys: Param<readonly string[]>): Param<SearchPlace> {
  return keys.map(([begun = '', rank = '0', key = '']) => {
    const [mode, top = '', bottom = '', ...weights] = begun.split(PLACE_BREAK);
    return {
      isStrict: mode === 'all',
      top,
      bottom,
      weights: Array.from({ length: WEIGHED_TERMS + 1 }, (_, index) => finite(weights[index])),
      rank: finite(rank),
      key,
    };
  });
}

function finite(text: string | undefined): number {
  const value = Number(text);
  return Number.isFinite(value) ? value : 0;
}
