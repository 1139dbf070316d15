/** A span as the graph gives it. */
export interface SpanShape {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Every span anywhere in an answer. */
export function spansIn(value: unknown): SpanShape[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSpan(value)) return [value];
  return Object.values(value).flatMap(spansIn);
}

/** Says of each span that is not the document's slice, or not where it says, what is wrong with it. */
export function wrongSpans(spans: readonly SpanShape[], document: string): string[] {
  return spans.flatMap((span) => {
    const { start, end, line, column, text } = span;
    const before = document.slice(0, start).split(/\r\n|\r|\n/);
    const wanted = { text: document.slice(start, end), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const found = { text, line, column };
    return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`${start}-${end} is ${JSON.stringify(found)}`];
  });
}

function isSpan(value: object): value is SpanShape {
  return ['start', 'end', 'line', 'column', 'text'].every((name) => name in value);
}
