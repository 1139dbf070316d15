import { Command, InvalidArgumentError } from 'commander';
import { CommandError } from '../command-error.js';
import { codeOf, describeFailure } from '../describe-failure.js';
import type { Desk, IngestReport } from '../desk/desk.js';
import { openDesk } from '../desk/open-desk.js';
import { findInputFiles, type InputFile } from '../input-files.js';
import type { SetExitCode, Surroundings } from '../program.js';
import { type DatabaseFlags, readSettings } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { withDatabaseFlags } from './database-flags.js';

interface IngestFlags extends DatabaseFlags {
  readonly publication: string;
  readonly title?: string;
  readonly create: boolean;
  readonly date?: string;
  readonly number?: number;
  readonly slug?: string;
  readonly layout?: string;
  readonly url?: string;
  readonly publish?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `broadsheet ingest` */
export function ingestCommand({ env, terminal }: Surroundings, setExitCode: SetExitCode): Command {
  const command = new Command('ingest')
    .description('Read documents and store each as the newest revision of its issue: a draft, unless --publish.')
    .argument('<paths...>', "files, folders (every .txt, .md and .html in them), '-' for standard input")
    .requiredOption('--publication <slug>', 'the publication they are issues of')
    .option('--title <title>', 'title of the publication where it is added (else the slug)')
    .option('--no-create', 'refuse an unknown publication instead of adding it')
    .option('--date <day>', 'day of publication where none is printed, as in 2025-12-17')
    .option('--number <n>', 'number of the issue where none is printed', wholeNumber)
    .option('--slug <slug>', 'the issue that this is; else told from what is printed')
    .option('--layout <name>', 'the layout to read with; else the one that covers most')
    .option('--url <url>', 'where the issue was published')
    .option('--publish', 'make it public at once')
    .option('--dry-run', 'say what would become of it, and store nothing')
    .option('--json', 'print one JSON object a document');
  return withDatabaseFlags(command).action(async (paths: string[], flags: IngestFlags) => {
    const files = await findInputFiles(paths);
    if (files.length > 1 && (flags.slug ?? flags.number ?? flags.date) !== undefined) {
      throw new CommandError(
        'ONE_DOCUMENT',
        '--slug, --number and --date are for one document; give one file at a time.',
      );
    }
    const desk = await openDesk(readSettings(flags, env));
    try {
      await ensurePublication(desk, flags, terminal);
      const failed = await ingestAll(desk, files, flags, terminal);
      setExitCode(failed > 0 ? 1 : 0);
    } finally {
      await desk.close();
    }
  });
}

async function ensurePublication(
  desk: Desk,
  { publication, title, create, dryRun }: IngestFlags,
  terminal: Terminal,
): Promise<void> {
  if (!create || dryRun === true || (await desk.hasPublication(publication))) return;
  const { added } = await desk.addPublication({ slug: publication, title: title ?? publication });
  if (added)
    terminal.error(
      `Added publication '${publication}' (title: ${title ?? publication}, language: en, time zone: UTC).`,
    );
}

/** Ingests one file after another, goes on past a bad one, and returns how many failed. */
async function ingestAll(
  desk: Desk,
  files: readonly InputFile[],
  flags: IngestFlags,
  terminal: Terminal,
): Promise<number> {
  let failed = 0;
  for (const [index, file] of files.entries()) {
    terminal.progress(`${index + 1} of ${files.length}: ${file.name}`);
    try {
      const report = await desk.ingest({ ...inputOf(flags), document: await file.read() });
      terminal.print(
        flags.json === true ? JSON.stringify({ file: file.name, ...report }) : lineOf(file.name, report, terminal),
      );
      if (flags.json !== true) for (const line of warningsOf(report)) terminal.error(line);
    } catch (error) {
      failed += 1;
      if (flags.json === true) terminal.print(JSON.stringify({ file: file.name, error: failureOf(error) }));
      terminal.error(`${file.name}: ${describeFailure(error)}`);
    }
  }
  if (files.length > 1 && flags.json !== true) {
    terminal.print(
      `${files.length - failed} of ${files.length} documents stored${failed > 0 ? `, ${failed} failed` : ''}.`,
    );
  }
  return failed;
}

function inputOf({ publication, date, number, slug, layout, url, publish = false, dryRun = false }: IngestFlags) {
  return {
    publication,
    publish,
    dryRun,
    ...(date === undefined ? {} : { publishedOn: date }),
    ...(number === undefined ? {} : { number }),
    ...(slug === undefined ? {} : { slug }),
    ...(layout === undefined ? {} : { layout }),
    ...(url === undefined ? {} : { url }),
  };
}

function lineOf(name: string, report: IngestReport, { colors }: Terminal): string {
  const state = report.published ? 'published' : 'draft';
  const { lines, attributed } = report.coverage;
  const covered =
    lines === attributed ? colors.green(`${attributed}/${lines} lines`) : colors.yellow(`${attributed}/${lines} lines`);
  const day = report.publishedOn === null ? '' : ` of ${report.publishedOn}`;
  return `${report.outcome.padEnd(9)} ${colors.bold(report.slug)}${day} (${state}, ${report.items} items, ${covered})  ${name}`;
}

function warningsOf({ diagnostics }: IngestReport): string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'INFO')
    .map(
      ({ severity, code, message, line }) =>
        `  ${severity.toLowerCase()} ${code}${line === null ? '' : ` at line ${line}`}: ${message}`,
    );
}

function failureOf(error: unknown): { code: string; message: string } {
  return { code: codeOf(error), message: error instanceof Error ? error.message : String(error) };
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number.');
}
