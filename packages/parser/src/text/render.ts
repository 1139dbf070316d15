import type { Rendered } from '../reading.js';
import type { Mark } from './marks.js';
import { renderHtml } from './render-html.js';
import { renderMarkdown } from './render-markdown.js';

/** One paragraph, heading or piece of code of a body. `mark` is printed before it: 'Q' or 'A'. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'code';
  readonly text: string;
  /** Of a heading, from 1. */
  readonly depth?: number;
  readonly mark?: 'Q' | 'A';
  /** What is set off in the text. */
  readonly marks?: readonly Mark[];
  /** Where it is the first block of an item of a list, or a later one. */
  readonly list?: BlockList;
  readonly isQuote?: boolean;
}

/** A block's place in a list. */
export interface BlockList {
  /** From 1. */
  readonly depth: number;
  /** Null for a bullet. */
  readonly ordinal: number | null;
  /** Whether it begins the item. */
  readonly opens: boolean;
  /** How many characters of the text are the number: 3 in '1. Title'. */
  readonly label: number;
}

/**
 * A body in the three public forms. Texts and Markdown are paragraphs joined by an empty line. HTML holds `<p>`,
 * `<h3>` to `<h6>`, lists, quotes and code, `<em>`, `<strong>`, and `<a href>` and `<img>` for http, https and mailto addresses, all else
 * escaped. A turn of an interview begins with its mark: `Q: `, `**Q:** `, `<strong>Q:</strong> `.
 */
export function render(blocks: readonly Block[]): Rendered {
  return { text: blocks.map(textOf).join('\n\n'), markdown: renderMarkdown(blocks), html: renderHtml(blocks) };
}

function textOf({ text, mark, list }: Block): string {
  const label = list?.opens === true && list.label === 0 ? `${list.ordinal === null ? '-' : `${list.ordinal}.`} ` : '';
  return mark === undefined ? `${label}${text}` : `${mark}: ${label}${text}`.trimEnd();
}
