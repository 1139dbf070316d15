import { Command } from 'commander';
import { UsageError } from '../command-error.js';
import { openDesk } from '../desk/open-desk.js';
import { compileLess } from '../ingest/compile-less.js';
import { type IngestFlags, ingestDocument } from '../ingest/ingest-document.js';
import { type IngestWork, ingestFiles } from '../ingest/ingest-files.js';
import type { Tally } from '../ingest/tally.js';
import { findInputFiles, type InputFile } from '../input-files.js';
import type { SetExitCode, Surroundings } from '../program.js';
import { ingestSummary } from '../report/ingest-summary.js';
import { type DatabaseFlags, type Environment, readDatabaseSettings } from '../settings.js';
import { toldToStop } from '../told-to-stop.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';
import { calendarDate, documentFormat, wholeNumber } from './values.js';

interface Flags extends IngestFlags, DatabaseFlags {
  readonly watch?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** `broadsheet ingest` */
export function ingestCommand({ env, terminal }: Surroundings, setExitCode: SetExitCode): Command {
  const command = new Command('ingest')
    .summary('read documents and store them')
    .description('Read documents and store each as the newest revision of its issue: a draft, unless --publish.')
    .argument('<paths...>', "files, folders (every .txt, .md and .html in them), '-' for standard input")
    .requiredOption('--publication <slug>', 'the publication they are issues of')
    .option('--title <title>', 'title of the publication where it is added (else the slug)')
    .option('--no-create', 'refuse an unknown publication instead of adding it')
    .option('--date <day>', 'day of publication where none is printed, as in 2025-12-17', calendarDate)
    .option('--number <n>', 'number of the issue where none is printed', wholeNumber)
    .option('--slug <slug>', 'the issue that this is; else told from what is printed')
    .option('--layout <name>', 'the layout to read with; else the one that covers most')
    .option('--format <name>', 'text, markdown or html; else as each file is named', documentFormat)
    .option('--url <url>', 'where the issue was published')
    .option('--publish', 'make it public at once')
    .option('--dry-run', 'say what would become of it, and store nothing')
    .option('--watch', 'go on with every new and changed file in them, once nobody writes it any more, until Ctrl-C')
    .option('--quiet', 'no line for a document that was stored')
    .option('--json', 'print one JSON object a document');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples(
        'broadsheet ingest issue-204.txt --publication harbour-weekly --date 2026-10-28 --publish',
        'broadsheet ingest ./issues --publication harbour-weekly --title "Harbour Weekly" --publish',
        'broadsheet ingest ./inbox --publication harbour-weekly --publish --watch',
        'curl -s https://bulletin.example/latest.txt | broadsheet ingest - --publication harbour-weekly',
      ),
    )
    .action(async (paths: string[], flags: Flags) => {
      const { watch = false, quiet = false, json = false } = flags;
      const files = watch ? [] : await findInputFiles(paths);
      if (watch) assertWatchable(paths, flags);
      else assertOneDocument(files, flags);
      const desk = await openDesk(readDatabaseSettings(flags, env));
      // Where a server stores, this process has little to do.
      if (desk.keepsOrder) compileLess(files.length);
      try {
        const ingest: IngestWork['ingest'] = (document, format) =>
          ingestDocument(desk, document, { ...flags, format: flags.format ?? format }, terminal);
        const work: IngestWork = { ingest, ahead: desk.keepsOrder ? AHEAD : 0, terminal, json, quiet };
        const tally = await (watch ? watchUntilTold(paths, work, env) : ingestFiles(files, work));
        if (!json && (watch || files.length > 1))
          for (const line of ingestSummary(tally, terminal)) terminal.print(line);
        setExitCode(tally.failed.length > 0 ? 1 : 0);
      } finally {
        await desk.close();
      }
    });
}

async function watchUntilTold(paths: readonly string[], work: IngestWork, env: Environment): Promise<Tally> {
  // The watcher is much to load, and the other ingests do without.
  const { ingestWatched } = await import('../ingest/ingest-watched.js');
  const told = new AbortController();
  void toldToStop(env).then(() => told.abort());
  return ingestWatched(paths, work, told.signal);
}

function assertWatchable(paths: readonly string[], { slug, number, date, url }: IngestFlags): void {
  if (paths.includes('-')) {
    throw new UsageError(
      'NOT_WATCHABLE',
      "Standard input cannot be watched. Name folders or files beside --watch, not '-'.",
    );
  }
  if ((slug ?? number ?? date ?? url) === undefined) return;
  throw new UsageError(
    'ONE_DOCUMENT',
    '--slug, --number, --date and --url are for one document, and --watch takes any number. Leave them out.',
  );
}

function assertOneDocument(files: readonly InputFile[], { slug, number, date, url }: IngestFlags): void {
  if (files.length <= 1 || (slug ?? number ?? date ?? url) === undefined) return;
  throw new UsageError(
    'ONE_DOCUMENT',
    `--slug, --number, --date and --url are for one document, and these paths name ${files.length}. Give one file at a time.`,
  );
}

/** Documents that are read, or wait for their turn, while one is being stored: more than share a transaction. */
const AHEAD = 24;
