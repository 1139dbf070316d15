import {
  type Database,
  type DatabaseOptions,
  findServer,
  isStoreError,
  MIGRATIONS,
  migrate,
  openDatabase,
} from '@broadsheet/store';
import { CommandError } from './command-error.js';
import type { DatabaseSettings } from './settings.js';

/** The database that the settings name, as it is. The caller closes it. */
export async function openAsIs(settings: DatabaseSettings): Promise<Database> {
  try {
    return await openDatabase(optionsOf(settings));
  } catch (error) {
    throw namingServer(error, settings);
  }
}

/** The database that the settings name, opened and migrated. The caller closes it. */
export async function openMigrated(settings: DatabaseSettings): Promise<Database> {
  const database = await openAsIs(settings);
  try {
    await migrate(database, MIGRATIONS);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** PostgreSQL where an address is set, else the data directory. */
function optionsOf({ databaseUrl, readUrl, directUrl, pooler, directory }: DatabaseSettings): DatabaseOptions {
  if (databaseUrl === undefined) return { kind: 'pglite', directory };
  return {
    kind: 'postgres',
    url: databaseUrl,
    ...(readUrl === undefined ? {} : { readUrl }),
    ...(directUrl === undefined ? {} : { directUrl }),
    ...(pooler === undefined ? {} : { pooler }),
  };
}

/** Where a server of ours holds the directory, it is better told by its address than by a process number. */
function namingServer(error: unknown, { directory }: DatabaseSettings): unknown {
  if (!isStoreError(error, 'DATA_DIRECTORY_IN_USE')) return error;
  const server = findServer(directory);
  if (server === undefined) return error;
  return new CommandError(
    error.code,
    `The data directory ${directory} is in use by the server at ${server.address} (process ${server.pid}). Stop it, or name another directory with --data; 'ingest', 'publication', 'query', 'token' and 'audit' go through it by themselves.`,
  );
}
