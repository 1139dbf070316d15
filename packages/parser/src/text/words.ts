import type { Span } from '../source.js';
import type { Extent, Leaf, LeafBase, Position, TreeNode, WordsLeaf } from '../tree.js';
import { leavesOf } from '../tree-walk.js';
import { plainSpaces, trimExtent } from './trim.js';

/** Words of one line, with their place: offset `start + i` of the document is character `i` of the text. */
export interface Words {
  readonly text: string;
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

/** What stands in where a document has no line with words. */
export const noWords: Words = { text: '', start: 0, line: 1, column: 1 };

/** The words that count in a leaf: without label, number and blanks at the sides; no-break spaces are plain ones. */
export function wordsOf(leaf: WordsLeaf): Words {
  return cut(leaf, leaf.content);
}

/** The whole line without blanks at the sides, its label and number included. */
export function lineOf(leaf: LeafBase): Words {
  const inner = trimExtent(leaf.value);
  const offset = leaf.position.start.offset;
  return cut(leaf, { start: inner.start + offset, end: inner.end + offset });
}

/** The span of a part of the words, from one index to another; of all of them without indices. */
export function spanOf(words: Words, from = 0, to = words.text.length): Span {
  return { start: words.start + from, end: words.start + to, line: words.line, column: words.column + from };
}

/** From the first to the last character that is no blank, below a node; the node's start where there is none. */
export function spanOfNode(node: { readonly position: Position } & TreeNode): Span {
  const visible = leavesOf(node).filter((leaf) => leaf.type !== 'blank');
  return spanOfLeaves(visible) ?? emptySpan(node.position);
}

/** From the first character that is no blank of the first leaf to the last of the last; null without leaves. */
export function spanOfLeaves(leaves: readonly Leaf[]): Span | null {
  const first = leaves[0];
  const last = leaves.at(-1);
  if (first === undefined || last === undefined) return null;
  return { ...spanOf(lineOf(first)), end: spanOf(lineOf(last)).end };
}

function cut(leaf: LeafBase, extent: Extent): Words {
  const { start } = leaf.position;
  const from = extent.start - start.offset;
  const text = plainSpaces(leaf.value.slice(from, extent.end - start.offset));
  return { text, start: extent.start, line: start.line, column: start.column + from };
}

function emptySpan({ start }: Position): Span {
  return { start: start.offset, end: start.offset, line: start.line, column: start.column };
}
