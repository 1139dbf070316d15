import { MIGRATIONS, migrate } from '@broadsheet/store';
import { sql } from 'kysely';
import type { CommandDatabase } from './databases.js';

/** How many rows every table of ours has, by its name; none for what is empty. */
export async function countRows(place: CommandDatabase): Promise<Readonly<Record<string, number>>> {
  const database = await place.open();
  try {
    await migrate(database, MIGRATIONS);
    const { rows } = await sql<{ name: string; count: number }>`
      select format('%I.%I', schemaname, tablename) as name, (xpath('/row/n/text()', query_to_xml(
        format('select count(*) as n from %I.%I', schemaname, tablename), false, true, '')))[1]::text::int as count
      from pg_tables where schemaname in ('editorial', 'published', 'past', 'draft') order by 1
    `.execute(database.kysely);
    return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]));
  } finally {
    await database.close();
  }
}
