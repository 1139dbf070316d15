import { checkInput, checkReading } from './check-input.js';
import { givenOf, type IngestInput } from './ingest-issue.js';
import { type DocumentReading, readDocument } from './read-document.js';

/** A document on its own, before anything is known of its publication. */
export type DocumentInput = Omit<IngestInput, 'publication'>;

/**
 * Reads a document as `ingestIssue` would for a publication without a layout of its own, and refuses it with the same codes. Needs no database.
 * Throws StoreError: UNKNOWN_LAYOUT, EMPTY_DOCUMENT, DOCUMENT_TOO_LARGE, NUL_CHARACTER, LONE_SURROGATE, NOT_RECOGNISED, BAD_VALUE.
 */
export function checkDocument(input: DocumentInput): DocumentReading {
  checkInput(input);
  const read = readDocument(input.document, givenOf(input), input.layout ?? null);
  checkReading(input.document, read);
  return read;
}
