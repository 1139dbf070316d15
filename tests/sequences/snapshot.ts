import type { Database } from '@broadsheet/store';
import { TABLE_NAMES, TABLES, type TableName } from './tables.js';

export type Row = Readonly<Record<string, unknown>>;

/** All rows of a state, by table. */
export type Snapshot = Readonly<Record<TableName, readonly Row[]>>;

/** Reads all tables of a schema, in one statement. */
export async function takeSnapshot(
  database: Database,
  schema: 'published' | 'past' | 'draft' | 'preview',
): Promise<Snapshot> {
  const lists = TABLE_NAMES.map((t) => `'${t}', (select coalesce(json_agg(t), '[]') from ${schema}.${t} t)`);
  const json = await database.text(`select json_build_object(${lists.join(', ')})`, [], { as: 'owner' });
  const snapshot: Snapshot = JSON.parse(json ?? '{}');
  return snapshot;
}

/** The key of a row as one text. */
export function keyOf(table: TableName, row: Row): string {
  return JSON.stringify(TABLES[table].key.map((column) => row[column]));
}

/** What a snapshot says is compared by: some columns left out, some rows left out. */
export interface View {
  readonly tables?: readonly TableName[];
  readonly without?: readonly string[];
  readonly rows?: (table: TableName, row: Row) => boolean;
}

/** Says in lines where two snapshots differ; at most a few of them. */
export function differences(
  a: Snapshot,
  b: Snapshot,
  { tables = TABLE_NAMES, without = [], rows }: View = {},
): string[] {
  const found = tables.flatMap((table) => {
    const kept = (snapshot: Snapshot) => snapshot[table].filter((row) => rows === undefined || rows(table, row));
    const [left, right] = [byKey(table, kept(a), without), byKey(table, kept(b), without)];
    return [...new Set([...left.keys(), ...right.keys()])]
      .filter((key) => left.get(key) !== right.get(key))
      .map((key) => `${table} ${key}: ${left.get(key) ?? 'nothing'} <> ${right.get(key) ?? 'nothing'}`);
  });
  return found.length <= 4 ? found : [...found.slice(0, 4), `and ${found.length - 4} more`];
}

function byKey(table: TableName, rows: readonly Row[], without: readonly string[]): Map<string, string> {
  const kept = (row: Row) => Object.entries(row).filter(([column]) => !without.includes(column));
  return new Map(rows.map((row) => [keyOf(table, row), JSON.stringify(kept(row))]));
}
