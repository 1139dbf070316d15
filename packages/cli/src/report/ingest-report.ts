import { describeFailure } from '../describe-failure.js';
import type { IngestReport } from '../desk/desk.js';
import type { Colors } from '../terminal.js';
import { visible } from '../text/visible.js';

/** What became of a document, in one line for people. */
export function ingestLine(name: string, report: IngestReport, colors: Colors): string {
  const { outcome, slug, publishedOn, items, coverage } = report;
  const { lines, attributed } = coverage;
  const covered = (attributed === lines ? colors.green : colors.yellow)(`${attributed}/${lines} lines`);
  const issue = slug === null ? '' : ` ${colors.bold(slug)}${publishedOn === null ? '' : ` of ${publishedOn}`}`;
  const facts = [stateOf(report), ...(items === null ? [] : [`${items} items`]), covered];
  return `${outcome.padEnd(9)}${issue} (${facts.join(', ')})  ${visible(name)}`;
}

function stateOf({ dryRun, published }: IngestReport): string {
  if (dryRun) return 'dry run';
  return published ? 'published' : 'draft';
}

/** Its diagnostics that want a look, one a line: each names its file, for stderr may go another way than the line before it. */
export function warningLines(name: string, { diagnostics }: IngestReport, colors: Colors): string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'INFO')
    .map(({ severity, code, message, line }) => {
      const paint = severity === 'ERROR' ? colors.red : colors.yellow;
      const place = line === null ? '' : ` at line ${line}`;
      return `${visible(name)}: ${paint(`${severity.toLowerCase()} ${code}`)}${place}: ${visible(message)}`;
    });
}

/** A file that was not stored, in one line. */
export function failureLine(name: string, error: unknown, colors: Colors): string {
  return `${colors.red(visible(name))}: ${describeFailure(error)}`;
}
