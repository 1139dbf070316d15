import type { Extent } from '../../tree.js';
import type { Definition } from './definitions.js';

/** A link or image by a label; its target is filled in once all definitions are read. */
export interface Reference {
  /** Normalised. */
  readonly label: string;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
  readonly target: { url: string | null; title: string | null };
}

/** What is found on the way through all pieces of a document. */
export interface Found {
  readonly references: Reference[];
  readonly definitions: Map<string, Definition>;
  /** Tags and comments in blocks of HTML that are never closed. */
  readonly unclosed: Extent[];
  /** What the document's template tags give names to. */
  readonly variables: ReadonlyMap<string, string>;
  /** The document as Markdown sees it: with blanks in place of front matter and template tags. */
  readonly masked: string;
}
