import { assertBindable } from '../database/bindable.js';
import { StoreError } from '../database/store-error.js';
import { checkLayout } from './check-layout.js';
import type { IngestInput } from './ingest-issue.js';
import type { DocumentReading } from './read-document.js';

/** Bytes in UTF-8 that a document may have. */
export const MAX_DOCUMENT_BYTES = 5_000_000;
/** UTF-16 units of a slug. */
const MAX_SLUG = 200;
const SLUG = /^[\p{L}\p{M}\p{N}]+(?:[-._][\p{L}\p{M}\p{N}]+)*$/u;

/** Refuses what can not be stored, before anything is read or written. */
export function checkInput(input: Omit<IngestInput, 'publication'>): void {
  const { document, layout, note } = input;
  if (document.trim() === '') throw new StoreError('EMPTY_DOCUMENT', 'The document is empty: give one with text.', {});
  const bytes = Buffer.byteLength(document, 'utf8');
  if (bytes > MAX_DOCUMENT_BYTES) {
    throw new StoreError(
      'DOCUMENT_TOO_LARGE',
      `The document has ${bytes} bytes; at most ${MAX_DOCUMENT_BYTES} are taken. Split it into its issues.`,
      { bytes, limit: MAX_DOCUMENT_BYTES },
    );
  }
  assertBindable(document, 'the document');
  if (layout !== undefined) checkLayout(layout);
  checkIssueFacts(input);
  assertBindable(note, 'note');
}

/** What can be given of an issue beside its document. Throws BAD_VALUE, NUL_CHARACTER, LONE_SURROGATE. */
export function checkIssueFacts({
  slug,
  publishedOn,
  number,
  url,
}: Pick<IngestInput, 'slug' | 'publishedOn' | 'number' | 'url'>): void {
  if (slug !== undefined) checkSlug(slug);
  if (publishedOn !== undefined && !isDay(publishedOn)) {
    throw badValue('publishedOn', publishedOn, 'a calendar date such as 2025-12-17');
  }
  if (number !== undefined && (!Number.isInteger(number) || number < 0 || number > 2_147_483_647)) {
    throw badValue('number', String(number), 'a whole number from 0 to 2147483647');
  }
  if (url !== undefined && !isWebAddress(url)) throw badValue('url', url, 'an absolute http or https address');
  assertBindable(url, 'url');
}

/** Refuses a document in which the layout recognised nothing: it is no issue, or wants another layout. */
export function checkReading(document: string, { told, layout }: Pick<DocumentReading, 'told' | 'layout'>): void {
  const error = told.find(({ severity }) => severity === 'ERROR');
  if (error === undefined) return;
  const lines = document.split(/\r\n|\r|\n/).length;
  throw new StoreError(
    'NOT_RECOGNISED',
    `The layout '${layout}' recognises nothing in ${lines === 1 ? 'this line' : `these ${lines} lines`} (${error.code}: ${error.message}) Look at what 'broadsheet check' says, or name another layout.`,
    { layout, diagnostic: error.code, line: error.span?.line ?? null },
  );
}

/** A slug is letters, digits and single '-', '.' or '_' between them. Throws BAD_VALUE. */
export function checkSlug(slug: string): void {
  if (slug.length > MAX_SLUG || !SLUG.test(slug)) {
    throw badValue('slug', slug, `at most ${MAX_SLUG} letters and digits, with single '-', '.' or '_' between them`);
  }
}

function badValue(field: string, value: string, wanted: string): StoreError {
  return new StoreError('BAD_VALUE', `${field} is '${value.slice(0, 80)}'; it takes ${wanted}.`, { field });
}

/** Whether a text is a calendar date that exists, `YYYY-MM-DD`. There is no year 0000. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
