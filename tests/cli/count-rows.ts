import { MIGRATIONS, migrate } from '@broadsheet/store';
import { sql } from 'kysely';
import type { CommandDatabase } from './databases.js';

/** How many rows each table of ours has, by its name; tables that are empty are left out. */
export async function countRows(place: CommandDatabase): Promise<Readonly<Record<string, number>>> {
  const database = await place.open();
  try {
    await migrate(database, MIGRATIONS);
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('editorial', 'published', 'past', 'draft') order by 1
    `.execute(database.kysely);
    const counts = tables.map(({ name }) => sql`select ${name}::text as name, count(*) as count from ${sql.raw(name)}`);
    const { rows } = await sql<{ name: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(
      database.kysely,
    );
    return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]));
  } finally {
    await database.close();
  }
}
