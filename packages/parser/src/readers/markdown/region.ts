import type { Extent } from '../../tree.js';

/** Whole lines of a document that are no Markdown: front matter and tags of a template language. */
export interface Region extends Extent {
  readonly kind: 'frontMatter' | 'template' | 'markup';
  /** Of a field of front matter, in lower case. */
  readonly key?: string;
  /** Where its value stands, without quotes. */
  readonly words?: Extent;
  /** The quotes that were taken off; inside they are doubled or escaped. */
  readonly quote?: string;
}
