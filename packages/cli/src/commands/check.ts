import { parse, read } from '@broadsheet/parser';
import { Command } from 'commander';
import { findInputFiles } from '../input-files.js';
import type { SetExitCode, Surroundings } from '../program.js';
import { reportOf } from '../report/check-report.js';

interface CheckFlags {
  readonly layout?: string;
  readonly date?: string;
  readonly json?: boolean;
}

/** `broadsheet check` */
export function checkCommand({ terminal }: Surroundings, setExitCode: SetExitCode): Command {
  return new Command('check')
    .description(
      'Show what each line of a document is taken for, the facts read from it, diagnostics and coverage. Stores nothing.',
    )
    .argument('<file>', "the document, '-' for standard input")
    .option('--layout <name>', 'the layout to read with; else the one that covers most')
    .option('--date <day>', 'day of publication where none is printed, as in 2025-12-17')
    .option('--json', 'print tree, reading and coverage as one JSON object')
    .action(async (path: string, { layout, date, json }: CheckFlags) => {
      const [file] = await findInputFiles([path]);
      const document = (await file?.read()) ?? '';
      const parsed = parse(document, layout === undefined ? {} : { layout });
      const reading = read(parsed, { publishedOn: date ?? null });
      setExitCode(reading.diagnostics.some(({ severity }) => severity === 'ERROR') ? 1 : 0);
      if (json === true) {
        const { tree, coverage } = parsed;
        terminal.print(JSON.stringify({ layout: parsed.layout, tree, reading, coverage }));
      } else {
        for (const line of reportOf(document, parsed, reading, terminal.colors)) terminal.print(line);
      }
    });
}
