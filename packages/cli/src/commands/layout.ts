import { type DocumentFormat, getLayout, layouts } from '@broadsheet/parser';
import { Command } from 'commander';
import { inputFile } from '../input-files.js';
import type { SetExitCode, Surroundings } from '../program.js';
import { layoutJson, layoutPage } from '../report/layout-page.js';
import { trialReport, tryLayouts } from '../report/layout-trial.js';
import { examples } from './examples.js';
import { calendarDate, documentFormat } from './values.js';

interface JsonFlag {
  readonly json?: boolean;
}

interface TryFlags extends JsonFlag {
  readonly layout?: string;
  readonly format?: DocumentFormat;
  readonly date?: string;
}

/** `broadsheet layout list|show|try` */
export function layoutCommand(surroundings: Surroundings, setExitCode: SetExitCode): Command {
  return new Command('layout')
    .summary('list layouts, show one, try them on a document')
    .description('List the layouts, show what one recognises, try them on a document.')
    .addHelpText('after', examples('broadsheet layout try issue-204.txt'))
    .addCommand(listCommand(surroundings))
    .addCommand(showCommand(surroundings))
    .addCommand(tryCommand(surroundings, setExitCode));
}

function listCommand({ terminal }: Surroundings): Command {
  return new Command('list')
    .description('List the layouts: name, version, formats, title.')
    .option('--json', 'print one JSON object a line')
    .addHelpText('after', examples('broadsheet layout list'))
    .action(({ json }: JsonFlag) => {
      for (const { name, version, title, formats } of layouts) {
        const line = `${name.padEnd(24)} version ${version}  ${formats.join(', ')}  ${title}`;
        terminal.print(json === true ? JSON.stringify({ name, version, title, formats }) : line);
      }
    });
}

function showCommand({ terminal }: Surroundings): Command {
  return new Command('show')
    .description('Show what a layout recognises, rule by rule.')
    .argument('<name>', "its name, as 'layout list' gives it")
    .option('--json', 'print the layout as one JSON object, patterns as they are written')
    .addHelpText('after', examples('broadsheet layout show weekly-bulletin'))
    .action((name: string, { json }: JsonFlag) => {
      const layout = getLayout(name);
      if (json === true) terminal.print(layoutJson(layout));
      else for (const line of layoutPage(layout, terminal.colors)) terminal.print(line);
    });
}

function tryCommand({ terminal }: Surroundings, setExitCode: SetExitCode): Command {
  return new Command('try')
    .description(
      'Read a document in every layout of its format and show how much each explains, which one is chosen and why, diagnostics by code, and the lines left over. Stores nothing; exit code 1 where no heading is recognised.',
    )
    .argument('<file>', "the document, '-' for standard input")
    .option('--layout <name>', 'try this one alone')
    .option('--format <name>', 'text, markdown or html; else as the file is named', documentFormat)
    .option('--date <day>', 'day of publication where none is printed, as in 2025-12-17', calendarDate)
    .option('--json', 'print all of it as one JSON object')
    .addHelpText(
      'after',
      examples('broadsheet layout try issue-204.txt', 'broadsheet layout try issue-204.txt --layout weekly-bulletin'),
    )
    .action(async (path: string, { layout, format, date, json }: TryFlags) => {
      const file = inputFile(path);
      const trial = tryLayouts(await file.read(), { layout, format: format ?? file.format, date });
      if (json === true) terminal.print(JSON.stringify({ file: path, ...trial }));
      else for (const line of trialReport(trial, terminal.colors)) terminal.print(line);
      if (trial.diagnostics.some(({ severity }) => severity === 'ERROR')) setExitCode(1);
    });
}
