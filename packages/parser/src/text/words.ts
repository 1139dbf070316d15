import { type Line, readableText } from '../lines.js';
import type { Inline } from '../markup.js';
import type { Span } from '../source.js';
import {
  type Extent,
  isVisible,
  type Leaf,
  type LeafBase,
  type Position,
  type TreeNode,
  type WordsLeaf,
} from '../tree.js';
import { leavesOf } from '../tree-walk.js';
import { placeAt, type TextPlace } from './text-place.js';
import { plainSpaces, trimExtent } from './trim.js';

/** Words of one line, with their place. Where they stand in the document, {@link spanOf} tells, and nothing else. */
export interface Words {
  readonly text: string;
  /** Where they begin in the document. */
  readonly start: number;
  readonly line: number;
  readonly column: number;
  /** In markup, where not every character of the document is one of the text. */
  readonly markup?: WordsMarkup;
}

/** The marked-up text that words are part of. */
export interface WordsMarkup {
  readonly inline: Inline;
  /** Index in `inline.text` at which the words begin. */
  readonly from: number;
}

/** What stands in where a document has no line with words. */
export const noWords: Words = { text: '', start: 0, line: 1, column: 1 };

/** The words that count in a leaf: without label, number and blanks at the sides; no-break spaces are plain ones. */
export function wordsOf(leaf: WordsLeaf): Words {
  return wordsIn(leaf, leaf.content);
}

/** The whole line without blanks at the sides, its label and number included. */
export function lineOf(leaf: LeafBase): Words {
  return wordsIn(leaf, trimExtent(readableText(leaf)));
}

/** {@link wordsOf}; of a title that its text follows in the same leaf, both. */
export function allWordsOf(leaf: WordsLeaf): Words {
  return 'text' in leaf ? lineOf(leaf) : wordsOf(leaf);
}

/** Part of the readable text of a line, by indices in it. */
export function wordsIn(line: Line, { start, end }: Extent): Words {
  const text = plainSpaces(readableText(line).slice(start, end));
  const at = line.position.start;
  if (line.inline === undefined) return { text, start: at.offset + start, line: at.line, column: at.column + start };
  const place = placeAt(line.inline, start, start) ?? atStart(line.position);
  return {
    text,
    start: place.start,
    line: place.line,
    column: place.column,
    markup: { inline: line.inline, from: start },
  };
}

/**
 * The span of a part of the words, from one index to another; of all of them without indices. In markup it is the
 * smallest range of the document that holds those characters, with whatever markup stands between them.
 */
export function spanOf(words: Words, from = 0, to = words.text.length): Span {
  const { markup } = words;
  if (markup !== undefined) return placeAt(markup.inline, markup.from + from, markup.from + to) ?? emptySpan(words);
  return { start: words.start + from, end: words.start + to, line: words.line, column: words.column + from };
}

/** From the first to the last character that is no blank, below a node; the node's start where there is none. */
export function spanOfNode(node: { readonly position: Position } & TreeNode): Span {
  return spanOfLeaves(leavesOf(node)) ?? atStart(node.position);
}

/** From the first character that is no blank of the first visible leaf to the last of the last; null without one. */
export function spanOfLeaves(leaves: readonly Leaf[]): Span | null {
  const first = leaves.find(isVisible);
  const last = leaves.findLast(isVisible);
  if (first === undefined || last === undefined) return null;
  return { ...spanOf(lineOf(first)), end: spanOf(lineOf(last)).end };
}

function emptySpan({ start, line, column }: Words): Span {
  return { start, end: start, line, column };
}

function atStart({ start }: Position): TextPlace {
  return { start: start.offset, end: start.offset, line: start.line, column: start.column };
}
