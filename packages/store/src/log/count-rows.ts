import type { AnyRow } from '../project/rows.js';
import type { StateTable } from '../tables.js';
import type { TableDiff } from './diff.js';
import type { Part } from './together.js';

/** By how much a publication or rubric has more items and issues; less where it is below 0. */
export interface CountChange {
  readonly id: string;
  readonly items: number;
  readonly issues: number;
}

/** What a diff changes in the counts that are kept: those of publications and rubrics, whose lists are too long to be counted when asked for. */
export function countRows(diffs: readonly TableDiff[]): CountChange[] {
  const changes = new Map<string, CountChange>();
  for (const { table, removed, added } of diffs) {
    for (const row of removed) count(changes, table, row, -1);
    for (const row of added) count(changes, table, row, 1);
  }
  return [...changes.values()].filter(({ items, issues }) => items !== 0 || issues !== 0);
}

function count(changes: Map<string, CountChange>, table: StateTable, row: AnyRow, by: number): void {
  const id = countedBy(table, row);
  if (typeof id !== 'string') return;
  const { items, issues } = changes.get(id) ?? { items: 0, issues: 0 };
  changes.set(id, table === 'issue' ? { id, items, issues: issues + by } : { id, items: items + by, issues });
}

/** The publication or rubric that counts a row. */
function countedBy(table: StateTable, row: AnyRow): unknown {
  switch (table) {
    case 'issue':
    case 'item':
      return row['publication_id'];
    case 'item_rubric':
      return row['rubric_id'];
    default:
      return undefined;
  }
}

/** The write that adds the changes to the counts. */
export function addCounts(changes: readonly CountChange[]): Part {
  return {
    name: 'come_kept_count',
    sql: (value) => `insert into published.kept_count as c (id, items, issues)
      select * from unnest(${value(changes.map(({ id }) => id))}::text[],
        ${value(changes.map(({ items }) => items))}::int[], ${value(changes.map(({ issues }) => issues))}::int[])
      on conflict (id) do update set items = c.items + excluded.items, issues = c.issues + excluded.issues`,
  };
}
