import { type RawBuilder, sql, type Transaction } from 'kysely';
import { type AnyRow, OWNED_TABLES } from '../project/rows.js';
import { STATE_TABLES, type StateTable } from '../tables.js';
import { addCounts, countRows } from './count-rows.js';
import { keyOf, type TableDiff } from './diff.js';
import type { StateSchema } from './load-rows.js';

/**
 * Writes differences to `published`: what leaves goes to `past` with `until` = seq, what comes carries `since` = seq. What is asked for after
 * this call, awaited or not, sees what it writes.
 */
export async function applyDiff(trx: Transaction<unknown>, seq: number, diffs: readonly TableDiff[]): Promise<void> {
  const diff = byTable(diffs);
  await Promise.all([
    // In a statement of its own, before anything comes: two items that change places have each other's keys.
    together(
      trx,
      ownedIn(diff).flatMap(({ table, removed }) => moveToPast(table, removed, seq)),
    ),
    insertOwned(trx, 'published', diff, seq),
    replaceShared(trx, diff, seq),
    keepCounts(trx, diff),
  ]);
}

/** Writes differences to `draft`, which keeps nothing of what leaves. */
export async function applyDraftDiff(trx: Transaction<unknown>, diffs: readonly TableDiff[]): Promise<void> {
  const diff = byTable(diffs);
  const leaving = diff.filter(({ removed }) => removed.length > 0);
  const coming = diff.filter(({ table, added }) => added.length > 0 && STATE_TABLES[table].owner === 'shared');
  await Promise.all([
    together(
      trx,
      leaving.map(({ table, removed }) => ({ name: `gone_${table}`, part: deletion('draft', table, removed) })),
    ),
    insertOwned(trx, 'draft', diff, 0),
    together(
      trx,
      coming.map(({ table, added }) => ({ name: `come_${table}`, part: insertion('draft', table, added, 0) })),
    ),
  ]);
}

/** Two issues that change may each have a diff of one table; what is written is one a table. */
function byTable(diffs: readonly TableDiff[]): TableDiff[] {
  const tables = new Map<StateTable, TableDiff>();
  for (const { table, removed, added } of diffs) {
    const before = tables.get(table);
    tables.set(table, {
      table,
      removed: [...(before?.removed ?? []), ...removed],
      added: [...(before?.added ?? []), ...added],
    });
  }
  return [...tables.values()];
}

function ownedIn(diff: readonly TableDiff[]): TableDiff[] {
  return diff.filter(({ table, removed }) => STATE_TABLES[table].owner === 'issue' && removed.length > 0);
}

/** All tables that issues own, those without a row too: one statement, always the same, which a connection keeps prepared. */
async function insertOwned(
  trx: Transaction<unknown>,
  schema: StateSchema,
  diff: readonly TableDiff[],
  seq: number,
): Promise<void> {
  const added = new Map(diff.map((table) => [table.table, table.added]));
  if (OWNED_TABLES.every((table) => (added.get(table) ?? []).length === 0)) return;
  await together(
    trx,
    OWNED_TABLES.map((table) => ({
      name: `come_${table}`,
      part: insertion(schema, table, added.get(table) ?? [], seq),
    })),
  );
}

/** Rows that issues share mostly change a count: they are changed where they stand, and only a copy goes to `past`. */
async function replaceShared(trx: Transaction<unknown>, diff: readonly TableDiff[], seq: number): Promise<void> {
  const shared = diff.filter(({ table }) => STATE_TABLES[table].owner === 'shared');
  await together(
    trx,
    shared.flatMap(({ table, removed, added }) => {
      const staying = new Set(added.map((row) => keyOf(table, row)));
      const replaced = removed.filter((row) => staying.has(keyOf(table, row)));
      const leaving = removed.filter((row) => !staying.has(keyOf(table, row)));
      return [
        ...(replaced.length > 0 ? [{ name: `past_${table}`, part: copyToPast(table, replaced, seq) }] : []),
        ...(leaving.length > 0 ? moveToPast(table, leaving, seq) : []),
        ...(added.length > 0 ? [{ name: `come_${table}`, part: replacement(table, added, seq) }] : []),
      ];
    }),
  );
}

async function keepCounts(trx: Transaction<unknown>, diff: readonly TableDiff[]): Promise<void> {
  const changes = countRows(diff);
  if (changes.length > 0) await addCounts(changes).execute(trx);
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
  const json = rows.length === 0 ? null : JSON.stringify(rows.map((row) => ({ ...row, since })));
  return sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${json}::json)`;
}

function replacement(table: StateTable, rows: readonly AnyRow[], seq: number): RawBuilder<unknown> {
  const { key } = STATE_TABLES[table];
  const columns = ['since', ...Object.keys(rows[0] ?? {})].filter((column) => !key.includes(column));
  const changes = [...new Set(columns)].map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return sql`${insertion('published', table, rows, seq)}
    on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do update set ${sql.join(changes)}`;
}

function copyToPast(table: StateTable, rows: readonly AnyRow[], seq: number): RawBuilder<unknown> {
  return sql`insert into ${sql.table(`past.${table}`)} select t.*, ${seq}::bigint
    from ${sql.table(`published.${table}`)} t, ${matching(table, rows)}`;
}

function moveToPast(table: StateTable, rows: readonly AnyRow[], seq: number): Part[] {
  const gone = sql.ref(`gone_${table}`);
  return [
    { name: `gone_${table}`, part: sql`${deletion('published', table, rows)} returning t.*` },
    {
      name: `buried_${table}`,
      part: sql`insert into ${sql.table(`past.${table}`)} select ${gone}.*, ${seq}::bigint from ${gone}`,
    },
  ];
}

function deletion(schema: StateSchema, table: StateTable, rows: readonly AnyRow[]): RawBuilder<unknown> {
  return sql`delete from ${sql.table(`${schema}.${table}`)} t using ${matching(table, rows)}`;
}

/** The rows of a table t with the keys that `rows` have; given as arrays, whose length the planner guesses low, so that an index serves. */
function matching(table: StateTable, rows: readonly AnyRow[]): RawBuilder<unknown> {
  const columns = STATE_TABLES[table].key;
  const lists = columns.map((column) => {
    const values = rows.map((row) => row[column]);
    return column === 'ordinal' ? sql`${values}::int[]` : sql`${values}::text[]`;
  });
  const names = columns.map((column) => sql.ref(column));
  const same = columns.map((column) => sql`t.${sql.ref(column)} = k.${sql.ref(column)}`);
  return sql`unnest(${sql.join(lists)}) as k(${sql.join(names)}) where ${sql.join(same, sql` and `)}`;
}
