import type { IssueRow } from '@broadsheet/store';

/** The form in which a text is wanted. */
export interface Formatted {
  readonly format: 'TEXT' | 'MARKDOWN' | 'HTML';
}

/** An introduction in one of its forms. */
export function introductionOf(
  row: Pick<IssueRow, 'introduction_text' | 'introduction_markdown' | 'introduction_html'>,
  format: Formatted['format'],
) {
  const { introduction_text, introduction_markdown, introduction_html } = row;
  return { TEXT: introduction_text, MARKDOWN: introduction_markdown, HTML: introduction_html }[format];
}

/** The span that stands in the columns of a row. */
export function spanOf(row: {
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly span_line: number | null;
  readonly span_column: number | null;
  readonly span_text: string | null;
}) {
  const { span_start: start, span_end: end, span_line: line, span_column: column, span_text: text } = row;
  return { start, end, line, column, text };
}
