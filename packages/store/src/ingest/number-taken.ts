import type { Diagnostic, Span } from '@broadsheet/parser';
import type { IssueRecord } from '../editorial/records.js';
import { keepDiagnostics } from '../project/diagnostics.js';
import type { KeptDiagnostic } from '../project/issue.js';
import type { DocumentReading } from './read-document.js';

const CODE = 'NUMBER_TAKEN';

/** The reading with the warning that another issue has the slug which this one would have had. */
export function withNumberTaken(
  read: DocumentReading,
  document: string,
  slug: string,
  taken: IssueRecord,
): DocumentReading {
  const span: Span | null = read.reading.number?.span ?? null;
  const message = `Issue '${taken.slug}' is another issue, so this one is '${slug}'. If they are one, give the slug '${taken.slug}'; else mend the number.`;
  const warning: Diagnostic = { severity: 'WARNING', code: CODE, message, span };
  return {
    ...read,
    diagnostics: [...keepDiagnostics(document, [warning]), ...read.diagnostics],
    told: [warning, ...read.told],
  };
}

/** Those of a revision's diagnostics that reading its document again does not bring back. */
export function keptBeside(diagnostics: readonly KeptDiagnostic[]): readonly KeptDiagnostic[] {
  return diagnostics.filter(({ code }) => code === CODE);
}
