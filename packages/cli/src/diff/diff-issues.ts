import type { IssueState, ItemState } from './issue-state.js';
import { diffWords, type WordChange } from './word-diff.js';

/** A fact that one state has otherwise than the other; an empty text where it has none. */
export interface FactChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Where an item stands. */
export interface ItemPlace {
  readonly position: number;
  readonly path: readonly string[];
}

/** What became of an item. One that moved may have changed as well. */
export interface ItemChange {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly ('added' | 'removed' | 'moved' | 'changed')[];
  /** Null for what was not there. */
  readonly before: ItemPlace | null;
  readonly after: ItemPlace | null;
  /** Word by word where it is not the same, else null. */
  readonly titleWords: readonly WordChange[] | null;
  readonly bodyWords: readonly WordChange[] | null;
  readonly facts: readonly FactChange[];
}

/** How an issue differs between two states. */
export interface IssueDiff {
  readonly facts: readonly FactChange[];
  /** Those that are not the same, in the order of the later state; what was removed stands where it stood. */
  readonly items: readonly ItemChange[];
  readonly same: number;
}

/** Compares two states of an issue, item by item: the same item is told by its id, whatever became of its words and place. */
export function diffIssues(before: IssueState, after: IssueState): IssueDiff {
  const was = new Map(before.items.map((item) => [item.canonicalId, item]));
  const is = new Map(after.items.map((item) => [item.canonicalId, item]));
  // What stands under another heading moved, whatever its order; the rest is measured against the rest.
  const staying = before.items.filter((item) => samePath(item, is.get(item.canonicalId)));
  const inOrder = keptInOrder(staying, is);
  const items = mergeOrders(before.items, after.items).map((id) => diffItem(id, was.get(id), is.get(id), inOrder));
  const differing = items.filter(({ changes }) => changes.length > 0);
  const title = { title: before.title };
  return {
    facts: diffFacts({ ...title, ...before.facts }, { title: after.title, ...after.facts }),
    items: differing,
    same: items.length - differing.length,
  };
}

function diffItem(
  id: string,
  before: ItemState | undefined,
  after: ItemState | undefined,
  inOrder: ReadonlySet<string>,
): ItemChange {
  const change = {
    id,
    title: after?.title ?? before?.title ?? '',
    before: before === undefined ? null : placeOf(before),
    after: after === undefined ? null : placeOf(after),
    titleWords: null,
    bodyWords: null,
    facts: [],
  };
  if (before === undefined) return { ...change, changes: ['added'] };
  if (after === undefined) return { ...change, changes: ['removed'] };
  const facts = diffFacts({ kind: before.kind, ...before.facts }, { kind: after.kind, ...after.facts });
  const titleWords = before.title === after.title ? null : diffWords(before.title, after.title);
  const bodyWords = before.body === after.body ? null : diffWords(before.body, after.body);
  const moved = !inOrder.has(id);
  const changed = titleWords !== null || bodyWords !== null || facts.length > 0;
  return {
    ...change,
    changes: [...(moved ? (['moved'] as const) : []), ...(changed ? (['changed'] as const) : [])],
    titleWords,
    bodyWords,
    facts,
  };
}

function samePath(before: ItemState, after: ItemState | undefined): boolean {
  return after !== undefined && before.path.join('\n') === after.path.join('\n');
}

function placeOf({ position, path }: ItemState): ItemPlace {
  return { position, path };
}

function diffFacts(before: IssueState['facts'], after: IssueState['facts']): FactChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ name, before: before[name] ?? '', after: after[name] ?? '' }))
    .filter((fact) => fact.before !== fact.after);
}

/** Ids of the most items that stand in one order in both states: the others moved. */
function keptInOrder(items: readonly ItemState[], after: ReadonlyMap<string, ItemState>): ReadonlySet<string> {
  /** The best sequence that ends with each item. */
  const best: (readonly string[])[] = [];
  const places = items.map(({ canonicalId }) => after.get(canonicalId)?.position ?? 0);
  for (const [index, { canonicalId }] of items.entries()) {
    const earlier = best.filter((_, other) => (places[other] ?? 0) < (places[index] ?? 0));
    best.push([...longest(earlier), canonicalId]);
  }
  return new Set(longest(best));
}

function longest(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce<readonly string[]>((found, list) => (list.length > found.length ? list : found), []);
}

/** All ids in the order of the later state, each that is not there after the one that it stood behind. */
function mergeOrders(before: readonly ItemState[], after: readonly ItemState[]): readonly string[] {
  const ids = after.map(({ canonicalId }) => canonicalId);
  for (const [index, { canonicalId }] of before.entries()) {
    if (ids.includes(canonicalId)) continue;
    const former = before[index - 1];
    ids.splice(former === undefined ? 0 : ids.indexOf(former.canonicalId) + 1, 0, canonicalId);
  }
  return ids;
}
