import { createInterface } from 'node:readline/promises';
import { type PurgeInput, type PurgeResult, purge } from '@broadsheet/store';
import { Command } from 'commander';
import { CommandError, UsageError } from '../command-error.js';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { openExisting } from '../transfer/open-existing.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';
import { wholeNumber } from './values.js';

interface PurgeFlags extends DatabaseFlags {
  readonly publication: string;
  readonly issue: string;
  readonly revision?: number;
  readonly note?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `broadsheet purge` */
export function purgeCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('purge')
    .summary('delete an issue or a revision for good')
    .description(
      'Delete an issue for good, or one superseded revision of it: its documents, its past, and the names only it has. The log keeps ids and the note.',
    )
    .requiredOption('--publication <slug>', 'the publication')
    .requiredOption('--issue <slug>', 'the issue')
    .option('--revision <n>', 'only this revision, one that is not shown any more', wholeNumber)
    .option('--note <text>', 'why, for the public change log')
    .option('--yes', 'do not ask')
    .option('--json', 'print the result as JSON');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples(
        'broadsheet purge --publication harbour-weekly --issue 204 --note "By order of a court"',
        'broadsheet purge --publication harbour-weekly --issue 204 --revision 1 --yes',
      ),
    )
    .action(async ({ publication, issue, revision, note, yes, json, ...flags }: PurgeFlags) => {
      const what = `${revision === undefined ? '' : `revision ${revision} of `}issue '${issue}' of '${publication}'`;
      if (yes !== true) await confirm(what, issue);
      const database = await openExisting(readDatabaseSettings(flags, env));
      try {
        const result = await purge(database, inputOf({ publication, issue, revision, note }));
        terminal.print(json === true ? JSON.stringify(result) : lineOf(what, result));
      } finally {
        await database.close();
      }
    });
}

/** Asks on a terminal for the issue's slug. Throws UsageError or CommandError NOT_CONFIRMED. */
async function confirm(what: string, slug: string): Promise<void> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UsageError('NOT_CONFIRMED', `Purging ${what} cannot be undone. Give --yes where nobody can be asked.`);
  }
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  const question = `Purging ${what} deletes it for good; a backup made before still has it.\nType ${slug} to go on: `;
  // Where the input ends there is no answer, and none is a no.
  const answer = await Promise.race([
    questions.question(question),
    new Promise<string>((resolve) => questions.once('close', () => resolve(''))),
  ]);
  questions.close();
  if (answer.trim() !== slug) throw new CommandError('NOT_CONFIRMED', 'Nothing was purged.');
}

interface Named {
  readonly publication: string;
  readonly issue: string;
  readonly revision: number | undefined;
  readonly note: string | undefined;
}

function inputOf({ publication, issue, revision, note }: Named): PurgeInput {
  return {
    publication,
    issue,
    ...(revision === undefined ? {} : { revision }),
    ...(note === undefined ? {} : { note }),
  };
}

function lineOf(what: string, { revisions, documents, change }: PurgeResult): string {
  const counts = `${plural(revisions, 'revision')}, ${plural(documents, 'document')}`;
  const log =
    change === null ? 'It never was public: the log says nothing of it.' : `The log says so as change ${change}.`;
  return `Purged ${what}: ${counts}. ${log}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
