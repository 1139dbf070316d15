import type { Given } from '../../editorial/records.js';
import type { DocumentReading } from '../read-document.js';

/** A document that the thread is to read. */
export interface ReadRequest {
  readonly id: number;
  readonly document: string;
  readonly given: Given;
  readonly layout: string | null;
}

/** What the thread tells: that it has loaded, a reading, or that it could not read, whose reason whoever reads it then finds. */
export type ReadReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly id: number; readonly read: DocumentReading }
  | { readonly kind: 'failed'; readonly id: number };
