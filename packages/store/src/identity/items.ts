import type { IssueReading } from '@broadsheet/parser';
import { makeId } from './id.js';
import { ENOUGH, type ItemLook, likeness, lookOf } from './likeness.js';
import { pathKey } from './slug.js';

/** An item that an earlier revision of the issue had, as it was last seen. */
export interface KnownItem {
  readonly id: string;
  /** The normalised title of its first reading. */
  readonly anchor: string;
  readonly look: ItemLook;
  /** Whether the newest revision before this one has it. */
  readonly present: boolean;
}

/** An item of the new reading with the identity it has. */
export interface IdentifiedItem {
  readonly id: string;
  readonly anchor: string;
  readonly isNew: boolean;
}

/**
 * Finds the items of a reading again among those known of the issue, by place and likeness: equal ones first, then the likest pair, and so
 * on while pairs are alike enough. What is left is new and gets its id from the issue, its title and how often the title came before.
 * @see docs/adr/0002-identity.md
 */
export function identifyItems(
  issueId: string,
  reading: IssueReading,
  known: readonly KnownItem[],
): readonly IdentifiedItem[] {
  const looks = looksOf(reading);
  const found = new Map<number, KnownItem>();
  const taken = new Set<string>();
  for (const { item, look } of pairsByLikeness(looks, known)) {
    if (found.has(look.index) || taken.has(item.id)) continue;
    found.set(look.index, item);
    taken.add(item.id);
  }
  const ids = new Set(known.map(({ id }) => id));
  return looks.map((look) => {
    const match = found.get(look.index);
    return match === undefined ? mint(issueId, look, ids) : { id: match.id, anchor: match.anchor, isNew: false };
  });
}

/** The looks of all items of a reading, in printed order. */
export function looksOf(reading: IssueReading): ItemLook[] {
  return reading.items.map((item, index) => {
    const section = item.section === null ? undefined : reading.sections[item.section];
    return lookOf(item, pathKey(section?.path ?? []), index);
  });
}

interface Pair {
  readonly look: ItemLook;
  readonly item: KnownItem;
  readonly score: number;
}

function pairsByLikeness(looks: readonly ItemLook[], known: readonly KnownItem[]): Pair[] {
  const pairs = looks.flatMap((look) =>
    known.flatMap((item) => {
      const score = likeness(look, item.look);
      return score < ENOUGH ? [] : [{ look, item, score }];
    }),
  );
  return pairs.sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.item.present) - Number(a.item.present) ||
      distance(a) - distance(b) ||
      a.look.index - b.look.index ||
      a.item.look.index - b.item.look.index,
  );
}

function distance({ look, item }: Pair): number {
  return Math.abs(look.index - item.look.index);
}

function mint(issueId: string, look: ItemLook, ids: Set<string>): IdentifiedItem {
  let times = 1;
  let id = makeId('item', issueId, look.title, times);
  while (ids.has(id)) id = makeId('item', issueId, look.title, ++times);
  ids.add(id);
  return { id, anchor: look.title, isNew: true };
}
