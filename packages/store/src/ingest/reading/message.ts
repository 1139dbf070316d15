import type { Given } from '../../editorial/records.js';
import type { PreparedSearch } from '../../search/prepared-search.js';
import type { DocumentReading } from '../read-document.js';

/** A document that is to be read. */
export interface ReadTask {
  readonly document: string;
  readonly given: Given;
  readonly layout: string | null;
  /** The language of its publication, where it is to be public at once and so is to be searched; else null. */
  readonly searchedIn: string | null;
}

/** A document that the thread is to read. */
export interface ReadRequest extends ReadTask {
  readonly id: number;
}

/** A document as it was read, and what that tells of how it is searched. */
export interface ReadAnswer {
  readonly read: DocumentReading;
  readonly search: PreparedSearch | null;
}

/** What the thread tells: that it has loaded, a reading, or that it could not read, whose reason whoever reads it then finds. */
export type ReadReply =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'read'; readonly id: number } & ReadAnswer)
  | { readonly kind: 'failed'; readonly id: number };
