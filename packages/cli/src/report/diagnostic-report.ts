import type { Diagnostic, Span } from '@broadsheet/parser';
import stringWidth from 'string-width';
import { clip, UNITS_A_COLUMN } from '../text/clip.js';
import type { Sheet } from '../text/table.js';
import { visible } from '../text/visible.js';
import { widthOf } from './width.js';

/**
 * A diagnostic with the line it is about, and carets under its words.
 *
 * ```text
 *   warning EVENT_YEAR_UNKNOWN at 15:63: No year is known for 'November 9'; give the date of the issue.
 *      15  …come into force on November 9. Smaller boats will sail …
 *                              ^^^^^^^^^^
 * ```
 */
export function diagnosticReport(
  document: string,
  { severity, code, message, span }: Diagnostic,
  sheet: Sheet,
): string[] {
  const paint = { ERROR: sheet.colors.red, WARNING: sheet.colors.yellow, INFO: sheet.colors.dim }[severity];
  const place = span === null ? '' : ` at ${span.line}:${span.column}`;
  const head = `  ${paint(`${severity.toLowerCase()} ${code}`)}${place}: ${visible(message)}`;
  if (span === null) return [head];
  const { shown, before, marked } = quote(document, span, widthOf(sheet) - HEAD);
  const carets = `${' '.repeat(HEAD + before)}${paint('^'.repeat(Math.max(1, marked)))}`;
  return [head, `  ${sheet.colors.dim(String(span.line).padStart(5))}  ${shown}`, carets];
}

/** Columns before the quoted line. */
const HEAD = 2 + 5 + 2;
/** Columns of the line that are shown before the words, where it is too long to be shown whole. */
const LEAD_IN = 30;

/** As much of the line as fits: with the columns before the diagnostic's words, and those of the words. */
function quote(document: string, span: Span, width: number): { shown: string; before: number; marked: number } {
  // A line may have megabytes: what is further away is not shown anyway.
  const far = width * UNITS_A_COLUMN;
  const start = span.start - (span.column - 1);
  const from = Math.max(start, span.start - far);
  const lead = visible(document.slice(from, span.start));
  const line = document.slice(span.start, span.start + far).split(/\r|\n/, 1)[0] ?? '';
  const words = visible(line.slice(0, span.end - span.start));
  const rest = visible(line.slice(span.end - span.start));
  const fits = from === start && stringWidth(lead) + stringWidth(words) <= width - 10;
  const shownLead = fits ? lead : lastColumns(lead, LEAD_IN);
  const before = stringWidth(shownLead);
  return {
    shown: clip(`${shownLead}${words}${rest}`, width),
    before,
    marked: Math.min(stringWidth(words), width - before),
  };
}

/** The end of a text, with `…` for what is before it. */
function lastColumns(text: string, width: number): string {
  const kept = clip([...text].reverse().join(''), width);
  return [...kept].reverse().join('');
}
