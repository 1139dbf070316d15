import { type Database, type DatabaseOptions, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import type { Settings } from './settings.js';

/** The database that the settings name, opened and migrated. The caller closes it. */
export async function openMigrated(settings: Settings): Promise<Database> {
  const database = await openDatabase(databaseOptions(settings));
  try {
    await migrate(database, MIGRATIONS);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What to open: PostgreSQL where an address is set, else the data directory. */
export function databaseOptions({ databaseUrl, readUrl, directUrl, pooler, directory }: Settings): DatabaseOptions {
  if (databaseUrl === undefined) return { kind: 'pglite', directory };
  return {
    kind: 'postgres',
    url: databaseUrl,
    ...(readUrl === undefined ? {} : { readUrl }),
    ...(directUrl === undefined ? {} : { directUrl }),
    ...(pooler === undefined ? {} : { pooler }),
  };
}
