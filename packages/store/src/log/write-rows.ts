import type { Transaction } from 'kysely';
import { type AnyRow, OWNED_TABLES } from '../project/rows.js';
import { STATE_TABLES } from '../state-tables.js';
import type { StateTable } from '../tables.js';
import { addCounts, countRows } from './count-rows.js';
import { keyOf, type TableDiff } from './diff.js';
import type { StateSchema } from './load-rows.js';
import { type Part, together, type Value } from './together.js';

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
      leaving.map(({ table, removed }) => deletion('draft', table, removed)),
    ),
    insertOwned(trx, 'draft', diff, 0),
    together(trx, [
      ...coming.map(({ table, added }) => insertion('draft', table, added, 0)),
      ...diff.flatMap((changed) => recounts('draft', changed)),
    ]),
  ]);
}

/** Two issues that change may each have a diff of one table; what is written is one a table. */
function byTable(diffs: readonly TableDiff[]): TableDiff[] {
  const tables = new Map<StateTable, TableDiff>();
  for (const { table, removed, added, recounted = [] } of diffs) {
    const before = tables.get(table);
    tables.set(table, {
      table,
      removed: [...(before?.removed ?? []), ...removed],
      added: [...(before?.added ?? []), ...added],
      recounted: [...(before?.recounted ?? []), ...recounted],
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
    OWNED_TABLES.map((table) => insertion(schema, table, added.get(table) ?? [], seq)),
  );
}

/**
 * Rows that issues share mostly change a count: they are changed where they stand, and only a copy goes to `past`. What comes and what is changed
 * has its part where there is none of it too: so there are few statements, which a connection keeps prepared.
 */
async function replaceShared(trx: Transaction<unknown>, diff: readonly TableDiff[], seq: number): Promise<void> {
  const shared = diff.filter(({ table }) => STATE_TABLES[table].owner === 'shared');
  const heirs = new Set(shared.flatMap(listHeirs));
  const write = (rows: readonly TableDiff[]): Promise<unknown> =>
    together(
      trx,
      rows.flatMap((changed) => [...sharedParts(changed, seq), ...recounts('published', changed)]),
    );
  if (heirs.size === 0) await write(shared);
  else {
    const without = (one: TableDiff): TableDiff => ({ ...one, added: one.added.filter((row) => !heirs.has(row)) });
    const alone = ({ table, added }: TableDiff): TableDiff => ({
      table,
      removed: [],
      added: added.filter((row) => heirs.has(row)),
    });
    await Promise.all([write(shared.map(without)), write(shared.map(alone))]);
  }
}

/** Rows that come with a slug which another one had until now: they come behind it. */
function listHeirs({ table, removed, added }: TableDiff): readonly AnyRow[] {
  const left = new Map(removed.flatMap((row) => ('slug' in row ? [[row['slug'], keyOf(table, row)]] : [])));
  if (left.size === 0) return [];
  const known = new Set(left.values());
  return added.filter((row) => left.has(row['slug']) && !known.has(keyOf(table, row)));
}

function sharedParts({ table, removed, added }: TableDiff, seq: number): Part[] {
  const before = new Set(removed.map((row) => keyOf(table, row)));
  const after = new Set(added.map((row) => keyOf(table, row)));
  const [staying, leaving] = part(removed, (row) => after.has(keyOf(table, row)));
  const [changing, coming] = part(added, (row) => before.has(keyOf(table, row)));
  const columns = columnsOf(table, added);
  return [
    ...(added.length > 0
      ? [
          copyToPast(table, staying, seq),
          change(table, columns, changing, seq),
          replacement(table, columns, coming, seq),
        ]
      : []),
    ...(leaving.length > 0 ? moveToPast(table, leaving, seq) : []),
  ];
}

function part(rows: readonly AnyRow[], goesFirst: (row: AnyRow) => boolean): [AnyRow[], AnyRow[]] {
  return [rows.filter(goesFirst), rows.filter((row) => !goesFirst(row))];
}

/** The columns of rows beside their key, in one order. */
function columnsOf(table: StateTable, rows: readonly AnyRow[]): readonly string[] {
  const columns = new Set(['since', ...Object.keys(rows[0] ?? {})]);
  return [...columns].filter((column) => !STATE_TABLES[table].key.includes(column)).sort();
}

async function keepCounts(trx: Transaction<unknown>, diff: readonly TableDiff[]): Promise<void> {
  const changes = countRows(diff);
  if (changes.length > 0) await together(trx, [addCounts(changes)]);
}

function insertion(schema: StateSchema, table: StateTable, rows: readonly AnyRow[], since: number): Part {
  return {
    name: `come_${table}`,
    sql: (value) => `insert into ${schema}.${table} select * from ${given(`${schema}.${table}`, rows, since, value)}`,
  };
}

/** Rows of which some may be there, under a key that nothing led to. */
function replacement(table: StateTable, columns: readonly string[], rows: readonly AnyRow[], seq: number): Part {
  const changes = columns.map((column) => `${column} = excluded.${column}`);
  const { name, sql } = insertion('published', table, rows, seq);
  return {
    name,
    sql: (value) =>
      `${sql(value)} on conflict (${STATE_TABLES[table].key.join(', ')}) do update set ${changes.join(', ')}`,
  };
}

/** Rows that are known to be there. */
function change(table: StateTable, columns: readonly string[], rows: readonly AnyRow[], seq: number): Part {
  const changes = columns.map((column) => `${column} = r.${column}`);
  const same = STATE_TABLES[table].key.map((column) => `t.${column} = r.${column}`);
  return {
    name: `change_${table}`,
    sql: (value) => `update published.${table} t set ${changes.join(', ')}
      from ${given(`published.${table}`, rows, seq, value)} r where ${same.join(' and ')}`,
  };
}

/** Tallies of rows that stay, where they stand. */
function recounts(schema: StateSchema, { table, recounted = [] }: TableDiff): Part[] {
  if (recounted.length === 0) return [];
  const { tallies } = STATE_TABLES[table];
  const changes = tallies.map((column) => `${column} = k.${column}`);
  return [
    {
      name: `recount_${table}`,
      sql: (value) =>
        `update ${schema}.${table} t set ${changes.join(', ')} from ${matching(table, recounted, value, tallies)}`,
    },
  ];
}

/** Rows as a table: a column that they lack, as `since`, is taken from a base row. */
function given(table: string, rows: readonly AnyRow[], since: number, value: Value): string {
  // A row that was there before has the seq that it came with.
  const json = rows.length === 0 ? null : JSON.stringify(rows.map((row) => ('since' in row ? { ...row, since } : row)));
  const base = `json_populate_record(null::${table}, ${value(JSON.stringify({ since }))}::json)`;
  return `json_populate_recordset(${base}, ${value(json)}::json)`;
}

function copyToPast(table: StateTable, rows: readonly AnyRow[], seq: number): Part {
  return {
    name: `past_${table}`,
    sql: (value) => `insert into past.${table} select t.*, ${value(seq)}::bigint
      from published.${table} t, ${matching(table, rows, value)}`,
  };
}

function moveToPast(table: StateTable, rows: readonly AnyRow[], seq: number): Part[] {
  const { name, sql } = deletion('published', table, rows);
  return [
    { name, sql: (value) => `${sql(value)} returning t.*` },
    {
      name: `buried_${table}`,
      sql: (value) => `insert into past.${table} select ${name}.*, ${value(seq)}::bigint from ${name}`,
    },
  ];
}

function deletion(schema: StateSchema, table: StateTable, rows: readonly AnyRow[]): Part {
  return {
    name: `gone_${table}`,
    sql: (value) => `delete from ${schema}.${table} t using ${matching(table, rows, value)}`,
  };
}

/**
 * The rows of a table t with the keys that `rows` have, and other columns of these as k; given as arrays, whose length the planner guesses low, so
 * that an index serves.
 */
function matching(table: StateTable, rows: readonly AnyRow[], value: Value, numbers: readonly string[] = []): string {
  const { key } = STATE_TABLES[table];
  const columns = [...key, ...numbers];
  const lists = columns.map((column) => {
    const values = rows.map((row) => row[column]);
    return `${value(values)}::${column === 'ordinal' || numbers.includes(column) ? 'int' : 'text'}[]`;
  });
  const same = key.map((column) => `t.${column} = k.${column}`);
  return `unnest(${lists.join(', ')}) as k(${columns.join(', ')}) where ${same.join(' and ')}`;
}
