import { type NodeType, parseId } from '../identity/id.js';
import type { AnyRow } from '../project/rows.js';
import { STATE_TABLES } from '../tables.js';
import type { TableDiff } from './diff.js';

/** One node that came, changed or went. */
export interface Entry {
  readonly action: 'CREATED' | 'UPDATED' | 'DELETED';
  readonly id: string;
  readonly type: NodeType;
}

/** The log's entries of a diff: each node once, those that only have changed parts as updated. */
export function entriesOf(diff: readonly TableDiff[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { table, removed, added } of diff) {
    if (STATE_TABLES[table].node === null) continue;
    const before = idsOf(removed);
    const after = idsOf(added);
    for (const id of before) put(entries, id, after.has(id) ? 'UPDATED' : 'DELETED');
    for (const id of after) if (!before.has(id)) put(entries, id, 'CREATED');
  }
  for (const { table, removed, added } of diff) {
    for (const column of STATE_TABLES[table].readBy) {
      for (const row of [...removed, ...added])
        if (!entries.has(text(row[column]))) put(entries, text(row[column]), 'UPDATED');
    }
  }
  return [...entries.values()];
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
