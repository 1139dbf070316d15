import { type RawBuilder, sql, type Transaction } from 'kysely';
import { OWNED_TABLES, type Rows } from '../project/rows.js';
import { STATE_TABLES } from '../state-tables.js';
import type { StateTable } from '../tables.js';

/** A schema with the tables of a state. */
export type StateSchema = 'published' | 'draft';

/** All rows that an issue owns in a state, and the slugs that lead to it, in one statement. */
export async function loadIssueRows(trx: Transaction<unknown>, schema: StateSchema, issueId: string): Promise<Rows> {
  const lists = OWNED_TABLES.map(
    (table) => sql`(select json_agg(t) from ${sql.table(`${schema}.${table}`)} t
      where ${ofIssue(schema, table, issueId)}) as ${sql.ref(table)}`,
  );
  const redirects = sql`(select json_agg(t) from ${sql.table(`${schema}.redirect`)} t
    where t.target_id = ${issueId}) as redirect`;
  return one(await sql<Loaded>`select ${sql.join([...lists, redirects])}`.execute(trx));
}

/** What hangs on an item alone is found through the items. */
function ofIssue(schema: StateSchema, table: StateTable, issueId: string): RawBuilder<unknown> {
  if (table === 'issue') return sql`t.id = ${issueId}`;
  if (!STATE_TABLES[table].key.includes('item_id')) return sql`t.issue_id = ${issueId}`;
  return sql`t.item_id = any(array(select i.id from ${sql.table(`${schema}.item`)} i where i.issue_id = ${issueId}))`;
}

/** Rows of shared tables by a column, in one statement: `{ keyword: ['id', ids] }`. Tables with nothing to look for are left out. */
export async function loadSharedRows(
  trx: Transaction<unknown>,
  schema: StateSchema,
  wanted: Readonly<Partial<Record<StateTable, readonly [column: string, values: readonly string[]]>>>,
): Promise<Rows> {
  const lists = Object.entries(wanted)
    .filter(([, [, values]]) => values.length > 0)
    .map(
      ([table, [column, values]]) => sql`(select json_agg(t) from ${sql.table(`${schema}.${table}`)} t
        where ${sql.ref(`t.${column}`)} = any(${values}::text[])) as ${sql.ref(table)}`,
    );
  return lists.length === 0 ? {} : one(await sql<Loaded>`select ${sql.join(lists)}`.execute(trx));
}

/** Rows as JSON gives them; a table without rows is null. */
type Loaded = { [T in keyof Rows]: Rows[T] | null };

function one({ rows: [row] }: { rows: readonly Loaded[] }): Rows {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, rows]) => rows !== null));
}
