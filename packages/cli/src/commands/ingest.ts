import type { DocumentFormat } from '@broadsheet/parser';
import { Command } from 'commander';
import { UsageError } from '../command-error.js';
import { describeFailure, failureOf } from '../describe-failure.js';
import { openDesk } from '../desk/open-desk.js';
import { findInputFiles, type InputFile } from '../input-files.js';
import type { SetExitCode, Surroundings } from '../program.js';
import { ingestLine, warningLines } from '../report/ingest-report.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';
import { type IngestFlags, ingestDocument } from './ingest-document.js';
import { calendarDate, documentFormat, wholeNumber } from './values.js';

type Flags = IngestFlags & DatabaseFlags & { readonly json?: boolean };

/** `broadsheet ingest` */
export function ingestCommand({ env, terminal }: Surroundings, setExitCode: SetExitCode): Command {
  const command = new Command('ingest')
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
    .option('--json', 'print one JSON object a document');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples(
        'broadsheet ingest issue-204.txt --publication harbour-weekly --date 2026-10-28 --publish',
        'broadsheet ingest ./issues --publication harbour-weekly --title "Harbour Weekly" --publish',
        'curl -s https://bulletin.example/latest.txt | broadsheet ingest - --publication harbour-weekly',
      ),
    )
    .action(async (paths: string[], flags: Flags) => {
      const files = await findInputFiles(paths);
      assertOneDocument(files, flags);
      const desk = await openDesk(readDatabaseSettings(flags, env));
      try {
        const ingest = (document: string, format: DocumentFormat) =>
          ingestDocument(desk, document, { ...flags, format: flags.format ?? format }, terminal);
        setExitCode((await ingestAll(files, ingest, flags.json === true, terminal)) > 0 ? 1 : 0);
      } finally {
        await desk.close();
      }
    });
}

function assertOneDocument(files: readonly InputFile[], { slug, number, date, url }: IngestFlags): void {
  if (files.length <= 1 || (slug ?? number ?? date ?? url) === undefined) return;
  throw new UsageError(
    'ONE_DOCUMENT',
    `--slug, --number, --date and --url are for one document, and these paths name ${files.length}. Give one file at a time.`,
  );
}

/** Ingests one file after another, goes on past a bad one, and returns how many failed. */
async function ingestAll(
  files: readonly InputFile[],
  ingest: (document: string, format: DocumentFormat) => ReturnType<typeof ingestDocument>,
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  let failed = 0;
  for (const [index, { name, format, read }] of files.entries()) {
    terminal.progress(`${index + 1} of ${files.length}: ${name}`);
    try {
      const report = await ingest(await read(), format);
      terminal.print(json ? JSON.stringify({ file: name, ...report }) : ingestLine(name, report, terminal.colors));
      if (!json) for (const line of warningLines(report)) terminal.error(line);
    } catch (error) {
      failed += 1;
      if (json) terminal.print(JSON.stringify({ file: name, error: failureOf(error) }));
      terminal.error(`${name}: ${describeFailure(error)}`);
    }
  }
  if (files.length > 1 && !json) terminal.print(summary(files.length, failed));
  return failed;
}

function summary(total: number, failed: number): string {
  return `${total - failed} of ${total} documents done${failed > 0 ? `, ${failed} failed` : ''}.`;
}
