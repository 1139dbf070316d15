import { type AnyRow, type Rows, rowsOf } from '../project/rows.js';
import { STATE_TABLE_NAMES, STATE_TABLES } from '../state-tables.js';
import type { StateTable } from '../tables.js';

/** How the rows of one table change. A row that is replaced stands in both lists. */
export interface TableDiff {
  readonly table: StateTable;
  /** Rows that leave, as they are now. */
  readonly removed: readonly AnyRow[];
  /** Rows that come. */
  readonly added: readonly AnyRow[];
  /** Rows that stay, with other tallies. */
  readonly recounted?: readonly AnyRow[];
}

/** Compares rows with those present, table by table; equal rows are left out, and so are tables without a difference. */
export function diffRows(present: Rows, wanted: Rows): TableDiff[] {
  return STATE_TABLE_NAMES.map((table) => diffTable(table, rowsOf(present, table), rowsOf(wanted, table))).filter(
    ({ removed, added, recounted }) => removed.length > 0 || added.length > 0 || recounted !== undefined,
  );
}

function diffTable(table: StateTable, present: readonly AnyRow[], wanted: readonly AnyRow[]): TableDiff {
  if (present.length + wanted.length === 0) return { table, removed: [], added: [] };
  const before = new Map(present.map((row) => [keyOf(table, row), row]));
  const after = new Map(wanted.map((row) => [keyOf(table, row), row]));
  const { tallies } = STATE_TABLES[table];
  const differs = (row: AnyRow, other: AnyRow | undefined): boolean =>
    other === undefined || !sameRow(row, other, tallies);
  const recounted =
    tallies.length === 0 ? [] : [...after].filter(([key, row]) => isRecounted(row, before.get(key), tallies));
  return {
    table,
    removed: [...before].filter(([key, row]) => differs(row, after.get(key))).map(([, row]) => row),
    added: [...after].filter(([key, row]) => differs(row, before.get(key))).map(([, row]) => row),
    ...(recounted.length === 0 ? {} : { recounted: recounted.map(([, row]) => row) }),
  };
}

function isRecounted(row: AnyRow, before: AnyRow | undefined, tallies: readonly string[]): boolean {
  return (
    before !== undefined && sameRow(row, before, tallies) && tallies.some((column) => row[column] !== before[column])
  );
}

/** The key of a row as one text: its parts are numbers and texts, in which no NUL can stand. */
export function keyOf(table: StateTable, row: AnyRow): string {
  const { key } = STATE_TABLES[table];
  return key.length === 1 ? String(row[key[0] ?? '']) : key.map((column) => String(row[column])).join('\u0000');
}

/** `since` is the state's own and no part of what a row says; neither are tallies. */
function sameRow(a: AnyRow, b: AnyRow, tallies: readonly string[]): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const column of ['since', ...tallies]) names.delete(column);
  return [...names].every((name) => sameValue(a[name], b[name]));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}
