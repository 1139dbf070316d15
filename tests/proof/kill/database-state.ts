import type { Database } from '@broadsheet/store';
import { sql } from 'kysely';

/** What every table of a database holds, but for instants: a number of rows and a fingerprint of them, by the table's name. */
export type DatabaseState = ReadonlyMap<string, string>;

/** Columns that tell when, and differ from one database to the next. */
const INSTANTS = ['at', 'created_at', 'published_at', 'superseded_at'];

/** What a table counts by itself skips numbers where a transaction was lost. */
const COUNTED: Readonly<Record<string, readonly string[]>> = { 'editorial.audit': ['id'] };

/** Reads the state in one statement, so that all tables are of one moment. */
export async function stateOf({ kysely }: Database): Promise<DatabaseState> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('editorial', 'published', 'past', 'draft') order by 1
  `.execute(kysely);
  const prints = tables.map(
    ({ name }) => sql`
      select ${name}::text as name, count(*) || ' rows ' || md5(coalesce(string_agg(r, ' ' order by r collate "C"), '')) as print
      from (select (to_jsonb(t) - ${[...INSTANTS, ...(COUNTED[name] ?? [])]}::text[])::text as r from ${sql.raw(name)} t) rows
    `,
  );
  const { rows } = await sql<{ name: string; print: string }>`${sql.join(prints, sql` union all `)}`.execute(kysely);
  return new Map(rows.map(({ name, print }) => [name, print]));
}

/** Names of the tables in which two states differ. */
export function differingTables(a: DatabaseState, b: DatabaseState): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}
