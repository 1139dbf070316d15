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

/**
 * Deletes the rows with the keys that `rows` have. The first column's values are given as a list of their own, because of that the planner
 * knows how long it is, and so that an index serves.
 */
function deletion(schema: StateSchema, table: StateTable, rows: readonly AnyRow[]): RawBuilder<unknown> {
  const [first = 'id', ...others] = STATE_TABLES[table].key;
  const name = sql.table(`${schema}.${table}`);
  const values = [...new Set(rows.map((row) => row[first]))];
  const found = sql`t.${sql.ref(first)} = any(${values}::text[])`;
  if (others.length === 0) return sql`delete from ${name} t where ${found}`;
  const keys = JSON.stringify(rows.map((row) => STATE_TABLES[table].key.map((column) => row[column])));
  const same = STATE_TABLES[table].key.map((column) => sql`t.${sql.ref(column)}`);
  return sql`delete from ${name} t where ${found}
    and json_build_array(${sql.join(same)})::jsonb in (select k::jsonb from json_array_elements(${keys}::json) k)`;
}
