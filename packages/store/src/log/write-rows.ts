import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { AnyRow } from '../project/rows.js';
import { STATE_TABLES, type StateTable } from '../tables.js';
import type { TableDiff } from './diff.js';
import type { StateSchema } from './load-rows.js';

/** Writes differences to `published`: what leaves goes to `past` with `until` = seq, what comes carries `since` = seq. */
export async function applyDiff(trx: Transaction<unknown>, seq: number, diff: readonly TableDiff[]): Promise<void> {
  const leaving = diff.filter(({ removed }) => removed.length > 0);
  await together(
    trx,
    leaving.flatMap(({ table, removed }, index) => moveToPast(table, removed, seq, `gone${index}`)),
  );
  await insertAll(trx, 'published', diff, seq);
}

/** Writes differences to `draft`, which keeps nothing of what leaves. */
export async function applyDraftDiff(trx: Transaction<unknown>, diff: readonly TableDiff[]): Promise<void> {
  const leaving = diff.filter(({ removed }) => removed.length > 0);
  await together(
    trx,
    leaving.map(({ table, removed }, index) => ({ name: `gone${index}`, part: deletion('draft', table, removed) })),
  );
  await insertAll(trx, 'draft', diff, 0);
}

async function insertAll(
  trx: Transaction<unknown>,
  schema: StateSchema,
  diff: readonly TableDiff[],
  seq: number,
): Promise<void> {
  const coming = diff.filter(({ added }) => added.length > 0);
  await together(
    trx,
    coming.map(({ table, added }, index) => ({ name: `come${index}`, part: insertion(schema, table, added, seq) })),
  );
}

interface Part {
  readonly name: string;
  readonly part: RawBuilder<unknown>;
}

/** Runs parts that do not see each other as one statement: one way to the database instead of twenty. */
async function together(trx: Transaction<unknown>, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const named = parts.map(({ name, part }) => sql`${sql.ref(name)} as (${part})`);
  await sql`with ${sql.join(named)} select 1`.execute(trx);
}

function insertion(
  schema: StateSchema,
  table: StateTable,
  rows: readonly AnyRow[],
  since: number,
): RawBuilder<unknown> {
  const name = sql.table(`${schema}.${table}`);
  const json = JSON.stringify(rows.map((row) => ({ ...row, since })));
  return sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${json}::json)`;
}

function moveToPast(table: StateTable, rows: readonly AnyRow[], seq: number, name: string): Part[] {
  const gone = sql.ref(name);
  return [
    { name, part: sql`${deletion('published', table, rows)} returning t.*` },
    {
      name: `past_${name}`,
      part: sql`insert into ${sql.table(`past.${table}`)} select ${gone}.*, ${seq}::bigint from ${gone}`,
    },
  ];
}

/** Deletes the rows with the keys that `rows` have; given as arrays, whose length the planner knows, so that an index serves. */
function deletion(schema: StateSchema, table: StateTable, rows: readonly AnyRow[]): RawBuilder<unknown> {
  const columns = STATE_TABLES[table].key;
  const lists = columns.map((column) => {
    const values = rows.map((row) => row[column]);
    return column === 'ordinal' ? sql`${values}::int[]` : sql`${values}::text[]`;
  });
  const names = columns.map((column) => sql.ref(column));
  const same = columns.map((column) => sql`t.${sql.ref(column)} = k.${sql.ref(column)}`);
  return sql`delete from ${sql.table(`${schema}.${table}`)} t using unnest(${sql.join(lists)}) as k(${sql.join(names)})
    where ${sql.join(same, sql` and `)}`;
}
