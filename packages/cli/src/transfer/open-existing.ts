import { existsSync, readdirSync } from 'node:fs';
import type { Database } from '@broadsheet/store';
import { CommandError } from '../command-error.js';
import { openMigrated } from '../open.js';
import type { DatabaseSettings } from '../settings.js';

/**
 * The database that the settings name, opened and migrated, and never made: who backs up or purges means one that is there. The caller
 * closes it. Throws CommandError NO_DATABASE, and what opening throws.
 */
export async function openExisting(settings: DatabaseSettings): Promise<Database> {
  const { databaseUrl, directory } = settings;
  if (databaseUrl === undefined && (!existsSync(directory) || readdirSync(directory).length === 0)) {
    throw new CommandError(
      'NO_DATABASE',
      `There is no database in ${directory}. Name its data directory with --data, or PostgreSQL with --database.`,
    );
  }
  return openMigrated(settings);
}
