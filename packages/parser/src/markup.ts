import type { Point } from './tree.js';

/**
 * A run of readable characters with the run of the document that it stands for. Where both are equally long each
 * character stands for its own; else all of them together stand for the whole run, as '&' for `&amp;`.
 */
export interface Segment {
  /** Index in the readable text. */
  readonly start: number;
  readonly end: number;
  /** Where the run begins in the document. */
  readonly from: Point;
  /** Offset of its end; no line ends within a run in which each character stands for its own. */
  readonly to: number;
}

/** Where a link leads, as written: it may be relative to the page, unless the layout names the site. Null where nothing defines it. */
export interface LinkTarget {
  readonly url: string | null;
  readonly title: string | null;
}

/** Part of the readable text that the markup sets off. */
export type InlineMark =
  | { readonly kind: 'emphasis' | 'strong' | 'code'; readonly start: number; readonly end: number }
  | { readonly kind: 'link'; readonly start: number; readonly end: number; readonly target: LinkTarget }
  /** Stands before the character at `start` and covers none: its words are no words of the text. */
  | {
      readonly kind: 'image';
      readonly start: number;
      readonly end: number;
      readonly target: LinkTarget;
      readonly alt: string;
    };

/** What a reader sees of a line of markup. */
export interface Inline {
  readonly text: string;
  /** In the order of the text; together they cover all of it, and never go back in the document. */
  readonly segments: readonly Segment[];
  /** In the order of their starts, the outer before the inner. */
  readonly marks: readonly InlineMark[];
}

/** What a line is to the markup. The last six are asides: they hold no words of the issue. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'code'
  | 'tableRow'
  | 'frontMatter'
  | 'blank'
  | 'comment'
  | 'definition'
  | 'template'
  | 'markup'
  | 'outside';

/** The list item that a line stands in, the innermost one. */
export interface ListPlace {
  /** From 1, in the outermost list. */
  readonly depth: number;
  /** The number as printed (as counted, in HTML); null for a bullet. */
  readonly ordinal: number | null;
  /** Whether the line is the first of the item. */
  readonly opens: boolean;
  /** How many characters of the readable text are the number and its stop: 3 in '1. Title'. */
  readonly label: number;
}

/** What an argument of a tag holds: a question, an answer, or the address at which the answer is told at length. */
export type TurnKind = 'question' | 'answer' | 'answerLink';

/** The argument of a tag that a line stands in. */
export interface TurnPlace {
  readonly kind: TurnKind;
  /** The same for a question and what answers it; of no other tag. */
  readonly key: string;
  /** Whether the line is the first of the argument. */
  readonly opens: boolean;
  /** Whether the tag is indented, as what belongs to the item above it is. */
  readonly isIndented: boolean;
}

/** What the markup says of a line. */
export interface BlockMarkup {
  readonly kind: BlockKind;
  /** Counts blocks from 1: several lines may be one paragraph. */
  readonly block: number;
  /** Of a heading, from 1 to 6. */
  readonly level?: number;
  readonly list?: ListPlace;
  /** Of words in an argument of a tag. */
  readonly turn?: TurnPlace;
  /** How many block quotes are around it, where there are any. */
  readonly quotes?: number;
  /** Of a field of front matter, in lower case. */
  readonly key?: string;
  /** Of code: the language named on its fence. */
  readonly language?: string;
}
