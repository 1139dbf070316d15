import { MIGRATIONS, migrate } from '@broadsheet/store';
import { Command } from 'commander';
import { openAsIs } from '../open.js';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';

/** `broadsheet migrate` */
export function migrateCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('migrate')
    .summary('bring the database to the schema of this version')
    .description(
      'Bring the database to the schema of this version. Safe to run while others do; the other commands do it by themselves.',
    )
    .option('--json', 'print the names of the migrations that were applied as JSON');
  return withDatabaseFlags(command)
    .addHelpText('after', examples('broadsheet migrate --database postgres://broadsheet@localhost/broadsheet'))
    .action(async (flags: DatabaseFlags & { readonly json?: boolean }) => {
      const database = await openAsIs(readDatabaseSettings(flags, env));
      try {
        const { applied } = await migrate(database, MIGRATIONS);
        if (flags.json === true) return terminal.print(JSON.stringify({ applied }));
        for (const name of applied) terminal.print(`Applied ${name}.`);
        if (applied.length === 0) terminal.print('The database is up to date.');
      } finally {
        await database.close();
      }
    });
}
