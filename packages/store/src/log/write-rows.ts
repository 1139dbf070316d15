import { sql, type Transaction } from 'kysely';
import { type AnyRow, OWNED_TABLES, type Rows, rowsOf } from '../project/rows.js';
import { STATE_TABLE_NAMES, STATE_TABLES, type StateTable } from '../tables.js';
import type { TableDiff } from './diff.js';
import type { StateSchema } from './load-rows.js';

/** Writes differences to `published`: what leaves goes to `past` with `until` = seq, what comes carries `since` = seq. */
export async function applyDiff(trx: Transaction<unknown>, seq: number, diff: readonly TableDiff[]): Promise<void> {
  for (const { table, removed } of diff) await moveToPast(trx, table, removed, seq);
  for (const { table, added } of diff) await insertRows(trx, 'published', table, added, seq);
}

/** Writes rows as they are; `seq` is their `since` (0 in a draft). */
export async function insertAll(
  trx: Transaction<unknown>,
  schema: StateSchema,
  rows: Rows,
  seq: number,
): Promise<void> {
  for (const table of STATE_TABLE_NAMES) await insertRows(trx, schema, table, rowsOf(rows, table), seq);
}

/** Deletes every row that an issue owns in the draft. */
export async function deleteDraftRows(trx: Transaction<unknown>, issueId: string): Promise<void> {
  const deletes = OWNED_TABLES.map((table, index) => {
    const column = table === 'issue' ? 'id' : 'issue_id';
    return sql`${sql.ref(`d${index}`)} as (delete from ${sql.table(`draft.${table}`)} where ${sql.ref(column)} = ${issueId})`;
  });
  await sql`with ${sql.join(deletes)} select 1`.execute(trx);
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
  const key = STATE_TABLES[table].key;
  const present = sql.table(`published.${table}`);
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(key.map((column) => [column, row[column]]))));
  const same = key.map((column) => sql`t.${sql.ref(column)} = k.${sql.ref(column)}`);
  await sql`
    with gone as (
      delete from ${present} t using json_populate_recordset(null::${present}, ${json}::json) k
      where ${sql.join(same, sql` and `)} returning t.*
    )
    insert into ${sql.table(`past.${table}`)} select gone.*, ${seq}::bigint from gone
  `.execute(trx);
}
