import type { Read } from '../reading.js';
import { safeCut } from '../text/safe-cut.js';
import { lineOf, noWords, spanOf, type Words, wordsOf } from '../text/words.js';
import { type ItemNode, isTitleLeaf, isVisible, type Leaf, type PlainLeaf } from '../tree.js';

const longestStandIn = 120;

/** The printed title, or the heading that stands for it; where an item has none, its first words, at most 120 code units of them. */
export function readItemTitle(node: ItemNode, heading: Words | null): Read<string> {
  const words = titleWords(node, heading);
  return { value: words.text, span: spanOf(words) };
}

/** The same as words, whose parts have spans of their own. */
export function titleWords(node: ItemNode, heading: Words | null): Words {
  if (node.isTitledByHeading === true && heading !== null) return heading;
  const item = node.children;
  const printed = item.find(isTitleLeaf);
  if (printed !== undefined) return wordsOf(printed);
  const words = firstText(item);
  return { ...words, text: words.text.slice(0, firstWords(words.text)) };
}

function firstText(item: readonly Leaf[]): Words {
  const told = item.find(isTold);
  if (told !== undefined) return wordsOf(told);
  const first = item.find(isVisible);
  return first === undefined ? noWords : lineOf(first);
}

/** A mark of an interview is no words; a question in a tag is. */
function isTold(leaf: Leaf): leaf is PlainLeaf {
  return leaf.type === 'paragraph' || (leaf.type === 'questionMark' && leaf.block?.turn !== undefined);
}

function firstWords(text: string): number {
  if (text.length <= longestStandIn) return text.length;
  const blank = text.lastIndexOf(' ', longestStandIn);
  return blank > 0 ? blank : safeCut(text, longestStandIn);
}
