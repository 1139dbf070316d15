import type { DiagnosticRow, RevisionRow } from '@broadsheet/store';
import { sql } from 'kysely';
import { builder, type DocumentRow } from './builder.js';
import { DocumentFormat, Severity } from './enums.js';
import { Node, Versioned } from './node.js';
import { Span } from './span.js';
import { eq } from './sql.js';

export const Document = builder.objectRef<DocumentRow>('Document');
builder.objectType(Document, {
  kysely: { table: 'document' },
  description: 'The original text.',
  fields: (t) => ({
    sha256: t.column('sha256', { type: 'String', description: 'SHA-256 of its UTF-8 bytes, in hexadecimal.' }),
    format: t.column('format', { type: DocumentFormat, description: 'What it is written in.' }),
    byteLength: t.column('byte_length', { type: 'Int', description: 'Bytes in UTF-8.' }),
    text: t.column('text', { type: 'String', description: 'Every character of it, as it came.' }),
  }),
});

/** The logical row of a coverage; it is embedded in revisions, and given by ingest. */
export interface CoverageShape {
  readonly lines: number;
  readonly attributed: number;
}

export const Coverage = builder.objectRef<CoverageShape>('Coverage');
builder.objectType(Coverage, {
  description:
    'Non-blank lines of the document, and those of them that a node claims; every other one has its diagnostic.',
  fields: (t) => ({
    lines: t.column('lines', { type: 'Int', description: 'Non-blank lines.' }),
    attributed: t.column('attributed', { type: 'Int', description: 'Those that a node claims.' }),
  }),
});

/** A diagnostic, out of a table or out of a reading. */
export type DiagnosticShape = Omit<DiagnosticRow, 'revision_id' | 'issue_id' | 'ordinal'> & {
  readonly revision_id: string | null;
  readonly ordinal: number;
};

export const Diagnostic = builder.objectRef<DiagnosticShape>('Diagnostic');
builder.objectType(Diagnostic, {
  kysely: { table: 'diagnostic' },
  description: 'What the reading of a document has to say about it.',
  fields: (t) => ({
    severity: t.column('severity', { type: Severity, description: 'How grave it is.' }),
    code: t.column('code', { type: 'String', description: 'A stable name for its kind.' }),
    message: t.column('message', { type: 'String', description: 'What it is, and what mends it.' }),
    span: t.embed({
      type: Span,
      nullable: true,
      prefix: 'span_',
      present: ({ row }) => sql`${row.ref('span_start')} is not null`,
      description: 'Where it is; null where it is about the whole document.',
    }),
  }),
});

export const Revision = builder.objectRef<RevisionRow>('Revision');
builder.objectType(Revision, {
  kysely: { table: 'revision' },
  interfaces: [Versioned, Node],
  description: 'One document of an issue: the same issue, changed, is another revision.',
  fields: (t) => ({
    ordinal: t.column('ordinal', { type: 'Int', description: 'From 1, in the order in which they came.' }),
    createdAt: t.column('created_at', { type: 'DateTime', description: 'When it came.' }),
    publishedAt: t.column('published_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it became public; null for one that never was.',
    }),
    supersededAt: t.column('superseded_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ceased to be public; null for one that still is. Read it as it was with asOf.',
    }),
    document: t.one({
      type: Document,
      description: 'The original text.',
      on: ({ row, target }) => eq(target.ref('sha256'), row.ref('sha256')),
    }),
    diagnostics: t.many({
      type: [Diagnostic],
      description: 'What its reading has to say about it, by place.',
      on: ({ row, target }) => eq(target.ref('revision_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('ordinal')],
    }),
    coverage: t.embed({ type: Coverage, prefix: '', description: 'How much of it was recognised.' }),
  }),
});
