import { Command } from 'commander';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { takeImport } from '../transfer/take-import.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';

/** `broadsheet import` */
export function importCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('import')
    .summary('read an export into an empty database')
    .description('Read an export into an empty database: all of it, under the same ids, or nothing.')
    .argument('<file>', "what 'export' or 'backup' wrote, '-' for standard input")
    .option('--json', 'print the summary as JSON');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples(
        'broadsheet import bulletin.jsonl --data ./copy',
        'broadsheet export | broadsheet import - --database postgres://broadsheet@localhost/broadsheet',
      ),
    )
    .action((path: string, flags: DatabaseFlags & { readonly json?: boolean }) =>
      takeImport(path, readDatabaseSettings(flags, env), { terminal, json: flags.json === true }),
    );
}
