import {
  type DocumentFormat,
  type IssueReading,
  type ParsedDocument,
  type ParseOptions,
  parse,
  read,
} from '@broadsheet/parser';
import { checkDocument } from '@broadsheet/store';
import { Command } from 'commander';
import { describeFailure, failureOf } from '../describe-failure.js';
import { inputFile } from '../input-files.js';
import type { SetExitCode, Surroundings } from '../program.js';
import { reportOf } from '../report/check-report.js';
import type { Terminal } from '../terminal.js';
import { examples } from './examples.js';
import { calendarDate, documentFormat } from './values.js';

interface CheckFlags {
  readonly format?: DocumentFormat;
  readonly layout?: string;
  readonly date?: string;
  readonly json?: boolean;
}

/** `broadsheet check` */
export function checkCommand({ terminal }: Surroundings, setExitCode: SetExitCode): Command {
  return new Command('check')
    .summary('show what is read from a document, and store nothing')
    .description(
      'Show what each line of a document is taken for, the facts read from it, diagnostics and coverage. Stores nothing; exit code 1 where ingest would refuse it.',
    )
    .argument('<file>', "the document, '-' for standard input")
    .option('--layout <name>', 'the layout to read with; else the one that covers most')
    .option('--format <name>', 'text, markdown or html; else as the file is named', documentFormat)
    .option('--date <day>', 'day of publication where none is printed, as in 2025-12-17', calendarDate)
    .option('--json', 'print tree, reading, coverage and refusal as one JSON object')
    .addHelpText('after', examples('broadsheet check issue-204.txt --date 2026-10-28'))
    .action(async (path: string, flags: CheckFlags) => {
      try {
        const file = inputFile(path);
        const refused = report(await file.read(), { ...flags, format: flags.format ?? file.format }, terminal);
        if (refused === undefined) return;
        terminal.error(`${path}: ${describeFailure(refused)}`);
      } catch (error) {
        if (flags.json === true) terminal.print(JSON.stringify(unreadJson(error)));
        terminal.error(`${path}: ${describeFailure(error)}`);
      }
      setExitCode(1);
    });
}

/** Prints what the parser sees. Returns what ingest would refuse the document with. */
function report(document: string, flags: CheckFlags, terminal: Terminal): unknown {
  const { date, json } = flags;
  const options = optionsOf(flags);
  const parsed = parse(document, options);
  const reading = read(parsed, { publishedOn: date ?? null });
  const refused = refusalOf(document, options);
  if (json === true) terminal.print(JSON.stringify(jsonOf(parsed, reading, refused)));
  else for (const line of reportOf({ document, parsed, reading }, terminal)) terminal.print(line);
  return refused;
}

function optionsOf({ layout, format }: CheckFlags): ParseOptions {
  return { ...(layout === undefined ? {} : { layout }), ...(format === undefined ? {} : { format }) };
}

function refusalOf(document: string, options: ParseOptions): unknown {
  try {
    checkDocument({ document, ...options });
    return undefined;
  } catch (error) {
    return error;
  }
}

function jsonOf({ layout, tree, coverage }: ParsedDocument, reading: IssueReading, refused: unknown): object {
  return { layout, tree, reading, coverage, refused: refused === undefined ? null : failureOf(refused) };
}

/** The same for a document that could not be read at all. */
function unreadJson(error: unknown): object {
  return { layout: null, tree: null, reading: null, coverage: null, refused: failureOf(error) };
}
