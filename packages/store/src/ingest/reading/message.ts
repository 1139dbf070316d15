import type { Given } from '../../editorial/records.js';
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

/**
 * A document as it was read, and what that tells of how it is searched: as JSON, which is taken apart when its turn has come. Until then what is
 * worked out in advance is a few texts, and not a heap of objects that every collection of garbage walks over.
 */
export interface ReadAnswer {
  readonly read: Omit<DocumentReading, 'reading'>;
  readonly reading: string;
  readonly search: string | null;
}

/** What the thread tells: that it has loaded, a reading, or that it could not read, whose reason whoever reads it then finds. */
export type ReadReply =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'read'; readonly id: number } & ReadAnswer)
  | { readonly kind: 'failed'; readonly id: number };
