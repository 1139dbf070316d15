import { type NodeType, parseId } from '../identity/id.js';
import type { AnyRow } from '../project/rows.js';
import { STATE_TABLES } from '../state-tables.js';
import type { TableDiff } from './diff.js';

/** One node that came, changed or went. */
export interface Entry {
  readonly action: 'CREATED' | 'UPDATED' | 'DELETED';
  readonly id: string;
  readonly type: NodeType;
}

/**
 * The log's entries of a diff: each node that came, went or changed once. A node changes with its own row, with the rows that it is read
 * from, and with the lists that it has of others; its connections and its neighbours in an order are not its own. In the order of types and
 * ids, whatever the order in which the rows were found.
 */
export function entriesOf(diff: readonly TableDiff[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { table, removed, added } of diff) {
    if (STATE_TABLES[table].node === null) continue;
    const before = idsOf(removed);
    const after = idsOf(added);
    for (const id of before) put(entries, id, after.has(id) ? 'UPDATED' : 'DELETED');
    for (const id of after) if (!before.has(id)) put(entries, id, 'CREATED');
  }
  for (const id of diff.flatMap((table) => [...readersOf(table), ...listersOf(table)])) {
    if (!entries.has(id)) put(entries, id, 'UPDATED');
  }
  return [...entries.values()].sort((a, b) => placeOf(a.type) - placeOf(b.type) || (a.id < b.id ? -1 : 1));
}

/** What is pointed at stands before what points. */
const TYPE_ORDER = new Map(Object.values(STATE_TABLES).map(({ node }, index) => [node, index]));

function placeOf(type: NodeType): number {
  return TYPE_ORDER.get(type) ?? 0;
}

function readersOf({ table, removed, added }: TableDiff): string[] {
  return STATE_TABLES[table].readBy.flatMap((column) => [...removed, ...added].map((row) => text(row[column])));
}

function listersOf({ table, removed, added }: TableDiff): string[] {
  return Object.entries(STATE_TABLES[table].listedBy).flatMap(([column, order]) => {
    const before = placesIn(removed, column, order);
    const after = placesIn(added, column, order);
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
      const [was, is] = [before.get(id), after.get(id)];
      return was?.list === is?.list && was?.at === is?.at ? [] : [text(was?.list), text(is?.list)];
    });
  });
}

interface Place {
  readonly list: unknown;
  readonly at: unknown;
}

function placesIn(rows: readonly AnyRow[], column: string, order: string): Map<string, Place> {
  return new Map(rows.map((row) => [text(row['id']), { list: row[column], at: row[order] }]));
}

function put(entries: Map<string, Entry>, id: string, action: Entry['action']): void {
  const type = parseId(id)?.type;
  if (type !== undefined) entries.set(id, { action, id, type });
}

function idsOf(rows: readonly AnyRow[]): Set<string> {
  return new Set(rows.map((row) => text(row['id'])));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
