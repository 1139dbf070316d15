import type { Read } from '../reading.js';
import { safeCut } from '../text/safe-cut.js';
import { lineOf, noWords, spanOf, type Words, wordsOf } from '../text/words.js';
import { type ItemNode, isTitleLeaf, isVisible, type Leaf } from '../tree.js';
import { plainLeaves } from '../tree-walk.js';

const longestStandIn = 120;

/** The printed title, or the heading that stands for it; where an item has none, its first words, at most 120 code units of them. */
export function readItemTitle(node: ItemNode, heading: Words | null): Read<string> {
  if (node.isTitledByHeading === true && heading !== null) return { value: heading.text, span: spanOf(heading) };
  const item = node.children;
  const printed = item.find(isTitleLeaf);
  const words = printed === undefined ? firstText(item) : wordsOf(printed);
  const length = printed === undefined ? firstWords(words.text) : words.text.length;
  return { value: words.text.slice(0, length), span: spanOf(words, 0, length) };
}

function firstText(item: readonly Leaf[]): Words {
  const paragraph = plainLeaves(item, 'paragraph')[0];
  if (paragraph !== undefined) return wordsOf(paragraph);
  const first = item.find(isVisible);
  return first === undefined ? noWords : lineOf(first);
}

function firstWords(text: string): number {
  if (text.length <= longestStandIn) return text.length;
  const blank = text.lastIndexOf(' ', longestStandIn);
  return blank > 0 ? blank : safeCut(text, longestStandIn);
}
