import type { IssueReading } from '@broadsheet/parser';
import { findAlike, type Pair } from './alike.js';
import { makeId } from './id.js';
import { type ItemLook, lookOf } from './likeness.js';
import { nameKey, pathKey } from './slug.js';

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
 * Finds the items of a reading again among those known of the issue, by place and likeness: the likest pair first, and so on while pairs
 * are alike enough. What is left is new and gets its id from the issue, its title and how often the title came before.
 * @see docs/adr/0002-identity.md
 */
export function identifyItems(
  issueId: string,
  reading: IssueReading,
  known: readonly KnownItem[],
): readonly IdentifiedItem[] {
  const ids = new Set(known.map(({ id }) => id));
  const found = known.length === 0 ? NONE : findAgain(looksOf(reading), known);
  return reading.items.map((item, index) => {
    const match = found.get(index);
    return match === undefined
      ? mint(issueId, nameKey(item.title.value), ids)
      : { id: match.id, anchor: match.anchor, isNew: false };
  });
}

const NONE: ReadonlyMap<number, KnownItem> = new Map();

/** The known items that the looks are of, by the looks' index. */
function findAgain(looks: readonly ItemLook[], known: readonly KnownItem[]): Map<number, KnownItem> {
  const compare = likestFirst(looks, known);
  const pairs = findAlike(
    looks,
    known.map(({ look }) => look),
    compare,
  );
  const found = new Map<number, KnownItem>();
  const taken = new Set<string>();
  for (const pair of pairs.sort(compare)) {
    const item = known[pair.known];
    if (item === undefined || found.has(pair.look) || taken.has(item.id)) continue;
    found.set(pair.look, item);
    taken.add(item.id);
  }
  return found;
}

/** Of equally alike pairs: what the newest revision has, then the nearest in printed order, then the first. */
function likestFirst(looks: readonly ItemLook[], known: readonly KnownItem[]): (a: Pair, b: Pair) => number {
  const isPresent = (pair: Pair): number => (known[pair.known]?.present === true ? 1 : 0);
  const distance = (pair: Pair): number =>
    Math.abs((looks[pair.look]?.index ?? 0) - (known[pair.known]?.look.index ?? 0));
  return (a, b) =>
    b.score - a.score ||
    isPresent(b) - isPresent(a) ||
    distance(a) - distance(b) ||
    a.look - b.look ||
    a.known - b.known;
}

/** The looks of all items of a reading, in printed order. */
export function looksOf(reading: IssueReading): ItemLook[] {
  return reading.items.map((item, index) => {
    const section = item.section === null ? undefined : reading.sections[item.section];
    return lookOf(item, pathKey(section?.path ?? []), index);
  });
}

function mint(issueId: string, title: string, ids: Set<string>): IdentifiedItem {
  let times = 1;
  let id = makeId('item', issueId, title, times);
  while (ids.has(id)) id = makeId('item', issueId, title, ++times);
  ids.add(id);
  return { id, anchor: title, isNew: true };
}
