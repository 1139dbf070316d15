import type { Diagnostic } from '@broadsheet/parser';
import type { KeptDiagnostic } from './issue.js';
import { spanColumns } from './span-columns.js';

/** Diagnostics as a revision keeps them: each with its words cut. */
export function keepDiagnostics(document: string, diagnostics: readonly Diagnostic[]): KeptDiagnostic[] {
  return diagnostics.map(({ severity, code, message, span }) => ({
    severity,
    code,
    message,
    ...(span === null ? NO_SPAN : spanColumns(document, span)),
  }));
}

const NO_SPAN = { span_start: null, span_end: null, span_line: null, span_column: null, span_text: null };
