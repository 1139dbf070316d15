import type { AnyRow } from '../project/rows.js';

/** How many items have two keywords; the id that sorts first stands first. */
export interface CountedPair {
  readonly keyword_id: string;
  readonly other_id: string;
  readonly items: number;
}

/** The pairs of keywords that stand on one item, counted over rows with `item_id` and `keyword_id`. */
export function pairsOf(rows: readonly AnyRow[]): ReadonlyMap<string, CountedPair> {
  const byItem = new Map<string, string[]>();
  for (const { item_id, keyword_id } of rows) {
    const keywords = byItem.get(String(item_id));
    if (keywords === undefined) byItem.set(String(item_id), [String(keyword_id)]);
    else keywords.push(String(keyword_id));
  }
  const counts = new Map<string, CountedPair>();
  for (const pair of [...byItem.values()].flatMap(pairsOfItem)) {
    const key = keyOf(pair);
    counts.set(key, { ...pair, items: (counts.get(key)?.items ?? 0) + 1 });
  }
  return new Map([...counts].sort(byKey));
}

function pairsOfItem(keywords: readonly string[]): CountedPair[] {
  const ids = [...new Set(keywords)].sort();
  return ids.flatMap((keyword_id, index) =>
    ids.slice(index + 1).map((other_id) => ({ keyword_id, other_id, items: 1 })),
  );
}

/** The sum of counts, each taken so many times; what comes to nothing is left out. Sorted, so that all write in one order. */
export function countPairs(counts: readonly (readonly [ReadonlyMap<string, CountedPair>, number])[]): CountedPair[] {
  const sums = new Map<string, CountedPair>();
  for (const [pairs, times] of counts) {
    for (const pair of pairs.values()) {
      const key = keyOf(pair);
      sums.set(key, { ...pair, items: (sums.get(key)?.items ?? 0) + pair.items * times });
    }
  }
  return [...sums]
    .filter(([, { items }]) => items !== 0)
    .sort(byKey)
    .map(([, pair]) => pair);
}

function keyOf({ keyword_id, other_id }: CountedPair): string {
  return `${keyword_id} ${other_id}`;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
