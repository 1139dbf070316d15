import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.js';
import { StoreError } from './store-error.js';

/** One step of the schema. A released one is never edited. */
export interface Migration {
  /** `0001-ground`: names sort in the order in which they run. */
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/**
 * Brings a database up to the given migrations, oldest first, all in one transaction; several processes may start at once, and all but the
 * first find nothing to do. What was applied is kept in `broadsheet.migration`.
 *
 * @returns the names of those that this call applied.
 * @throws {StoreError} DATABASE_NEWER where the database has a migration that is not among the given.
 */
export async function migrate<T>(
  database: Database<T>,
  migrations: readonly Migration[],
): Promise<{ readonly applied: readonly string[] }> {
  return database.direct.transaction().execute(async (trx) => {
    await lockMigrations(trx);
    const applied = await listApplied(trx);
    assertNoneNewer(applied, migrations);
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of pending) await applyMigration(trx, migration);
    return { applied: pending.map(({ name }) => name) };
  });
}

/** The advisory lock of whoever migrates. Any number that nobody else uses: the letters of the product. */
export const MIGRATION_LOCK = 0x62_72_6f_61_64;

async function lockMigrations(trx: Transaction<unknown>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx);
}

async function listApplied(trx: Transaction<unknown>): Promise<Set<string>> {
  if (!(await isPrepared(trx))) await prepare(trx);
  const { rows } = await sql<{ name: string }>`select name from broadsheet.migration order by name`.execute(trx);
  return new Set(rows.map(({ name }) => name));
}

async function isPrepared(trx: Transaction<unknown>): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select to_regclass('broadsheet.migration') is not null as found`.execute(trx);
  return rows[0]?.found ?? false;
}

async function prepare(trx: Transaction<unknown>): Promise<void> {
  await sql`create schema broadsheet`.execute(trx);
  await sql`
    create table broadsheet.migration (
      name text collate "C" primary key,
      applied_at timestamptz not null default now()
    )`.execute(trx);
}

function assertNoneNewer(applied: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length === 0) return;
  throw new StoreError(
    'DATABASE_NEWER',
    `The database has the migration ${unknown.join(', ')}, which this version does not know: a newer version has migrated it. Run that version or a later one.`,
    { unknown },
  );
}

/** Applies one migration. What it leaves to be checked at the end is checked here: a table with such rows cannot be altered by the next one. */
export async function applyMigration(trx: Transaction<unknown>, { name, up }: Migration): Promise<void> {
  await up(trx);
  await sql`set constraints all immediate`.execute(trx);
  await sql`set constraints all deferred`.execute(trx);
  await sql`insert into broadsheet.migration (name) values (${name})`.execute(trx);
}
