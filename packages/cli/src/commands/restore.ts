import { Command } from 'commander';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { takeImport } from '../transfer/take-import.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';

/** `broadsheet restore` */
export function restoreCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('restore')
    .summary('read a backup into an empty database')
    .description('Read a backup into an empty database: all of it, under the same ids, or nothing.')
    .argument('<file>', "what 'backup' or 'export' wrote")
    .option('--json', 'print the summary as JSON');
  return withDatabaseFlags(command)
    .addHelpText('after', examples('broadsheet restore bulletin-2026-10-28.jsonl.gz --data ./restored'))
    .action((path: string, flags: DatabaseFlags & { readonly json?: boolean }) =>
      takeImport(path, readDatabaseSettings(flags, env), { terminal, json: flags.json === true }),
    );
}
