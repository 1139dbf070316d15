import { Command, Option } from 'commander';
import { diffIssues } from '../diff/diff-issues.js';
import { readIssue } from '../diff/read-issue.js';
import { labelOf, readStateName } from '../diff/state-name.js';
import type { Surroundings } from '../program.js';
import { openAnswerer } from '../query/answerer.js';
import { diffReport } from '../report/diff-report.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';

interface DiffFlags extends DatabaseFlags {
  readonly publication: string;
  readonly issue: string;
  readonly url?: string;
  readonly token?: string;
  readonly json?: boolean;
}

/** `broadsheet diff` */
export function diffCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('diff')
    .summary('compare two states of an issue')
    .description(
      'Compare two states of an issue, item by item: what was added, removed, moved and changed. A state is now, draft, the ordinal of a revision, a day (its end, in UTC) or an instant.',
    )
    .argument('[before]', 'the earlier state', 'now')
    .argument('[after]', 'the later state', 'draft')
    .requiredOption('--publication <slug>', 'the publication')
    .requiredOption('--issue <slug>', 'the issue')
    .addOption(new Option('--url <url>', 'ask this server, as anyone or with --token').conflicts(['data', 'database']))
    .option('--token <token>', 'the token to send to --url (BROADSHEET_TOKEN)')
    .option('--json', 'print the differences as JSON');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples(
        'broadsheet diff --publication harbour-weekly --issue 204',
        'broadsheet diff 1 2 --publication harbour-weekly --issue 204',
        'broadsheet diff 2026-10-28 now --publication harbour-weekly --issue 204 --json',
      ),
    )
    .action(async (before: string, after: string, flags: DiffFlags) => {
      const names = [readStateName(before), readStateName(after)] as const;
      const { url, token = env['BROADSHEET_TOKEN'], publication, issue } = flags;
      const whom = { url, token: token === '' ? undefined : token, settings: readDatabaseSettings(flags, env) };
      const answerer = await openAnswerer(whom, terminal);
      try {
        const was = await readIssue(answerer, { publication, issue }, names[0]);
        const is = await readIssue(answerer, { publication, issue }, names[1]);
        const diff = diffIssues(was, is);
        const told = (index: 0 | 1, revision: number) => ({ state: labelOf(names[index]), revision });
        const head = { publication, issue, before: told(0, was.revision), after: told(1, is.revision) };
        if (flags.json === true) terminal.print(JSON.stringify({ ...head, ...diff }));
        else {
          const [from, to] = [head.before, head.after].map(({ state, revision }) =>
            state.startsWith('revision') ? state : `${state} (revision ${revision})`,
          );
          terminal.print(`Issue ${issue} of ${publication}, from ${from} to ${to}`);
          for (const line of diffReport(diff, terminal.colors)) terminal.print(line);
        }
      } finally {
        await answerer.close();
      }
    });
}
