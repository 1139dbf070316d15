import { createHash } from 'node:crypto';
import { type Coverage, type Diagnostic, type IssueReading, PARSER_VERSION, parse, read } from '@broadsheet/parser';
import type { DocumentRecord, Given } from '../editorial/records.js';
import { keepDiagnostics } from '../project/diagnostics.js';
import type { KeptDiagnostic } from '../project/issue.js';

/** A document as this version of the parser reads it, with all that decides whether it must be read again. */
export interface DocumentReading {
  readonly layout: string;
  readonly layout_version: number;
  readonly parser_version: number;
  readonly given: Given;
  readonly coverage: Coverage;
  readonly reading: IssueReading;
  readonly diagnostics: readonly KeptDiagnostic[];
  /** The same, with spans as the parser gives them. */
  readonly told: readonly Diagnostic[];
}

/** Reads a document with a layout (or the one of its format that covers most), and what was given beside it. */
export function readDocument(document: string, given: Given, layout: string | null): DocumentReading {
  const format = given.format ?? 'TEXT';
  const parsed = parse(document, layout === null ? { format } : { format, layout });
  const { diagnostics, ...reading } = read(parsed, { publishedOn: given.published_on ?? null, url: given.url ?? null });
  return {
    layout: parsed.layout,
    layout_version: parsed.layoutVersion,
    parser_version: PARSER_VERSION,
    given,
    coverage: parsed.coverage,
    reading: { ...reading, diagnostics: [] },
    diagnostics: keepDiagnostics(document, diagnostics),
    told: diagnostics,
  };
}

/** The record of a document: its bytes are told by their SHA-256. */
export function documentRecord(text: string, format: DocumentRecord['format']): DocumentRecord {
  const bytes = Buffer.from(text, 'utf8');
  return { sha256: createHash('sha256').update(bytes).digest('hex'), format, byte_length: bytes.byteLength, text };
}
