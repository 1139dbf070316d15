import { type ReparseResult, reparse } from '@broadsheet/store';
import { Command } from 'commander';
import { openMigrated } from '../open.js';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';

interface ReparseFlags extends DatabaseFlags {
  readonly publication?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `broadsheet reparse` */
export function reparseCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('reparse')
    .summary('read every document again with this version')
    .description('Read every document again with the parser of this version, and publish what differs as corrections.')
    .option('--publication <slug>', 'only this publication')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--json', 'print one JSON object an issue');
  return withDatabaseFlags(command)
    .addHelpText('after', examples('broadsheet reparse --publication harbour-weekly --dry-run'))
    .action(async (flags: ReparseFlags) => {
      const { publication, dryRun = false, json = false } = flags;
      const database = await openMigrated(readDatabaseSettings(flags, env));
      try {
        const results = reparse(database, { dryRun, ...(publication === undefined ? {} : { publication }) });
        const counts = await tell(results, json, terminal);
        if (!json) terminal.print(summary(counts, dryRun));
      } finally {
        await database.close();
      }
    });
}

type Counts = Readonly<Record<ReparseResult['outcome'], number>>;

async function tell(results: AsyncIterable<ReparseResult>, json: boolean, terminal: Terminal): Promise<Counts> {
  const counts = { CURRENT: 0, SAME: 0, CORRECTED: 0 };
  for await (const result of results) {
    counts[result.outcome] += 1;
    terminal.progress(`${result.done} of ${result.total} issues`);
    if (json) terminal.print(JSON.stringify(result));
    else if (result.outcome === 'CORRECTED') terminal.print(`CORRECTED ${result.publication} ${result.slug}`);
  }
  return counts;
}

function summary({ CORRECTED, SAME, CURRENT }: Counts, dryRun: boolean): string {
  const corrected = dryRun ? 'would be corrected' : 'corrected';
  return `${CORRECTED} ${corrected}, ${SAME} read again and the same, ${CURRENT} current.`;
}
