import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { AnyRow } from '../project/rows.js';
import { STATE_TABLES, type StateTable } from '../tables.js';
import type { TableDiff } from './diff.js';
import type { StateSchema } from './load-rows.js';

/** Writes differences to `published`: what leaves goes to `past` with `until` = seq, what comes carries `since` = seq. */
export async function applyDiff(trx: Transaction<unknown>, seq: number, diff: readonly TableDiff[]): Promise<void> {
  for (const { table, removed } of diff) await moveToPast(trx, table, removed, seq);
  for (const { table, added } of diff) await insertRows(trx, 'published', table, added, seq);
}

/** Writes differences to `draft`, which keeps nothing of what leaves. */
export async function applyDraftDiff(trx: Transaction<unknown>, diff: readonly TableDiff[]): Promise<void> {
  for (const { table, removed } of diff) await deleteDraftRows(trx, table, removed);
  for (const { table, added } of diff) await insertRows(trx, 'draft', table, added, 0);
}

async function insertRows(
  trx: Transaction<unknown>,
  schema: StateSchema,
  table: StateTable,
  rows: readonly AnyRow[],
  seq: number,
): Promise<void> {
  if (rows.length === 0) return;
  const name = sql.table(`${schema}.${table}`);
  const json = JSON.stringify(rows.map((row) => ({ ...row, since: seq })));
  await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${json}::json)`.execute(trx);
}

async function moveToPast(
  trx: Transaction<unknown>,
  table: StateTable,
  rows: readonly AnyRow[],
  seq: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    with gone as (${deletion('published', table, rows)} returning t.*)
    insert into ${sql.table(`past.${table}`)} select gone.*, ${seq}::bigint from gone
  `.execute(trx);
}

async function deleteDraftRows(trx: Transaction<unknown>, table: StateTable, rows: readonly AnyRow[]): Promise<void> {
  if (rows.length > 0) await deletion('draft', table, rows).execute(trx);
}

/** Deletes the rows with the keys that `rows` have. */
function deletion(schema: StateSchema, table: StateTable, rows: readonly AnyRow[]): RawBuilder<unknown> {
  const key = STATE_TABLES[table].key;
  const present = sql.table(`${schema}.${table}`);
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(key.map((column) => [column, row[column]]))));
  const same = key.map((column) => sql`t.${sql.ref(column)} = k.${sql.ref(column)}`);
  return sql`delete from ${present} t using json_populate_recordset(null::${present}, ${json}::json) k
    where ${sql.join(same, sql` and `)}`;
}
