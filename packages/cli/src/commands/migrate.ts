import { MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { Command } from 'commander';
import { databaseOptions } from '../open.js';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readSettings } from '../settings.js';
import { withDatabaseFlags } from './database-flags.js';

/** `broadsheet migrate` */
export function migrateCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('migrate').description(
    'Bring the database to the schema of this version. Safe to run while others do; the other commands do it by themselves.',
  );
  return withDatabaseFlags(command).action(async (flags: DatabaseFlags) => {
    const database = await openDatabase(databaseOptions(readSettings(flags, env)));
    try {
      const { applied } = await migrate(database, MIGRATIONS);
      for (const name of applied) terminal.print(`Applied ${name}.`);
      if (applied.length === 0) terminal.print('The database is up to date.');
    } finally {
      await database.close();
    }
  });
}
