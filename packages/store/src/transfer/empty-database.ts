import { sql, type Transaction } from 'kysely';
import { applyMigration, type Migration } from '../database/migrate.js';
import { listTables } from './columns.js';
import { notEmpty } from './import-error.js';
import { LOG_HEAD, TRANSFER_SCHEMAS } from './tables.js';

/** Throws StoreError IMPORT_NOT_EMPTY where one of the tables has a row, or the log has begun. */
export async function assertEmpty(trx: Transaction<unknown>, tables: Iterable<string>): Promise<void> {
  const others = [...tables].filter((name) => name !== LOG_HEAD);
  const counts = others.map((name) => sql`(select count(*) from ${sql.table(name)}) as ${sql.id(name)}`);
  const { rows } = await sql<Record<string, number>>`
    select ${sql.join([...counts, sql`(select seq from ${sql.table(LOG_HEAD)}) as changes`])}
  `.execute(trx);
  const found = Object.entries(rows[0] ?? {}).filter(([, count]) => count > 0);
  if (found.length > 0) throw notEmpty(tellMain(found));
}

/** The publications and issues where there are any, else the tables. */
function tellMain(found: readonly (readonly [name: string, count: number])[]): string[] {
  const main = found.filter(([name]) => name === 'editorial.publication' || name === 'editorial.issue');
  const told = main.length > 0 ? main : found.slice(0, 3);
  return told.map(([name, count]) => `${count} ${name.replace('editorial.', '')}${count === 1 ? '' : 's'}`);
}

/**
 * Takes an empty database back to the schema of an older version, so that rows of that version can be put in. `known` are the migrations up
 * to there. Throws StoreError IMPORT_NOT_EMPTY where any table has a row, those too that an export leaves out.
 */
export async function rewind(trx: Transaction<unknown>, known: readonly Migration[]): Promise<void> {
  await assertEmpty(trx, await listTables(trx, TRANSFER_SCHEMAS));
  for (const schema of [...TRANSFER_SCHEMAS, 'preview', 'history', 'search']) {
    await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(trx);
  }
  await sql`delete from broadsheet.migration`.execute(trx);
  await moveOn(trx, known);
}

/** Applies migrations in the transaction of an import. */
export async function moveOn(trx: Transaction<unknown>, migrations: readonly Migration[]): Promise<void> {
  for (const migration of migrations) await applyMigration(trx, migration);
}
