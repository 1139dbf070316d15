import type { Span } from '@broadsheet/parser';

/** A span with the words it takes from the document, as columns. */
export function spanColumns(document: string, span: Span) {
  return {
    span_start: span.start,
    span_end: span.end,
    span_line: span.line,
    span_column: span.column,
    span_text: document.slice(span.start, span.end),
  };
}
