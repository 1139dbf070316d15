import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { MIGRATIONS } from '../migrations/all.js';

/** Which migrations a database has. */
export interface MigrationsLook {
  readonly applied: readonly string[];
  /** Known to this version and not applied yet. */
  readonly pending: readonly string[];
  /** Applied by a newer version. */
  readonly unknown: readonly string[];
}

/** Looks at what was migrated, and migrates nothing. Null where the login may not read it. */
export async function lookAtMigrations({ kysely }: Database): Promise<MigrationsLook | null> {
  const applied = await listApplied(kysely);
  if (applied === null) return null;
  const known = MIGRATIONS.map(({ name }) => name);
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}

async function listApplied(kysely: Database['kysely']): Promise<readonly string[] | null> {
  // By way of the catalogue, which everybody may read.
  const found = await sql<{ readable: boolean }>`
    select has_schema_privilege(n.oid, 'USAGE') and has_table_privilege(c.oid, 'SELECT') as readable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'broadsheet' and c.relname = 'migration'
  `.execute(kysely);
  const [table] = found.rows;
  if (table === undefined) return [];
  if (!table.readable) return null;
  const { rows } = await sql<{ name: string }>`select name from broadsheet.migration order by name`.execute(kysely);
  return rows.map(({ name }) => name);
}
