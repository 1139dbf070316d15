import type { IssueReading, ParsedDocument } from '@broadsheet/parser';
import type { Sheet } from '../text/table.js';
import { coverageReport } from './coverage-report.js';
import { diagnosticReport } from './diagnostic-report.js';
import { factsReport } from './facts-report.js';
import { treeReport } from './tree-report.js';

/** What the parser sees in a document. */
export interface Checked {
  readonly document: string;
  readonly parsed: ParsedDocument;
  readonly reading: IssueReading;
}

/** A document as the parser sees it, for people: its tree line by line, the facts with their words, diagnostics with a caret, coverage. */
export function reportOf({ document, parsed, reading }: Checked, sheet: Sheet): string[] {
  const { bold } = sheet.colors;
  const { diagnostics } = reading;
  return [
    bold(`Tree, read with the layout '${parsed.layout}'`),
    ...treeReport(parsed.tree, sheet),
    '',
    bold('Facts'),
    ...factsReport(document, reading, sheet),
    '',
    ...(diagnostics.length === 0 ? ['No diagnostics.'] : [bold('Diagnostics')]),
    ...diagnostics.flatMap((diagnostic) => diagnosticReport(document, diagnostic, sheet)),
    '',
    ...coverageReport(parsed, sheet),
  ];
}
