import { STATE_TABLE_NAMES, STATE_TABLES } from '../state-tables.js';
import type { StateTable, StateTables } from '../tables.js';

/** Rows by table; a table that is not there has none. */
export type Rows = { readonly [T in StateTable]?: readonly StateTables[T][] };

/** A row whose table is known by name only. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** Rows of one table with their type left behind, for what treats all tables alike. */
export function rowsOf(rows: Rows, table: StateTable): readonly AnyRow[];
export function rowsOf(rows: Rows, table: StateTable): readonly object[] {
  return rows[table] ?? [];
}

/** Tables whose rows belong to one issue, in writing order. */
export const OWNED_TABLES: readonly StateTable[] = STATE_TABLE_NAMES.filter((t) => STATE_TABLES[t].owner === 'issue');
