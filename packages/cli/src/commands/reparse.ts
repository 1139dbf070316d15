import { reparse } from '@broadsheet/store';
import { Command } from 'commander';
import { openMigrated } from '../open.js';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readSettings } from '../settings.js';
import { withDatabaseFlags } from './database-flags.js';

interface ReparseFlags extends DatabaseFlags {
  readonly publication?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `broadsheet reparse` */
export function reparseCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('reparse')
    .description('Read every document again with the parser of this version, and publish what differs as corrections.')
    .option('--publication <slug>', 'only this publication')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--json', 'print one JSON object an issue');
  return withDatabaseFlags(command).action(async (flags: ReparseFlags) => {
    const database = await openMigrated(readSettings(flags, env));
    const counts = { CURRENT: 0, SAME: 0, CORRECTED: 0 };
    try {
      const { publication, dryRun = false } = flags;
      for await (const result of reparse(database, { dryRun, ...(publication === undefined ? {} : { publication }) })) {
        counts[result.outcome] += 1;
        terminal.progress(`${result.done} of ${result.total} issues`);
        if (flags.json === true) terminal.print(JSON.stringify(result));
        else if (result.outcome === 'CORRECTED') terminal.print(`${result.publication} ${result.slug}: other facts`);
      }
    } finally {
      await database.close();
    }
    if (flags.json === true) return;
    const done = flags.dryRun === true ? 'would be corrected' : 'corrected';
    terminal.print(`${counts.CORRECTED} ${done}, ${counts.SAME} read again and the same, ${counts.CURRENT} current.`);
  });
}
