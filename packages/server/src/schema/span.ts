import { builder } from './builder.js';

/** The logical row of a span; it is embedded in rows under a prefix. */
export interface SpanShape {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export const Span = builder.objectRef<SpanShape>('Span');
builder.objectType(Span, {
  description: "Half-open range in UTF-16 code units of the issue's document, as unist counts; line and column from 1.",
  fields: (t) => ({
    start: t.column('start', { type: 'Int', description: 'Offset of the first code unit, from 0.' }),
    end: t.column('end', { type: 'Int', description: 'Offset behind the last code unit.' }),
    line: t.column('line', { type: 'Int', description: 'Line of the start, from 1.' }),
    column: t.column('column', { type: 'Int', description: 'Column of the start in UTF-16 code units, from 1.' }),
    text: t.column('text', { type: 'String', description: 'The words themselves.' }),
  }),
});
