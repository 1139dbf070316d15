import { sql, type Transaction } from 'kysely';

/** The columns of a table that hold something of their own, in their order: what the database generates is left out. */
export async function listColumns(trx: Transaction<unknown>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
  `.execute(trx);
  return rows.map(({ name }) => name);
}

/** The tables of schemas, with their schema. */
export async function listTables(trx: Transaction<unknown>, schemas: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables where schemaname = any(${schemas}::text[])
  `.execute(trx);
  return new Set(rows.map(({ name }) => name));
}
