import { marksOf } from '../text/marks.js';
import type { Block } from '../text/render.js';
import { lineOf, type Words, wordsIn, wordsOf } from '../text/words.js';
import { isTitleLeaf, type Leaf, type LeafBase, type WordsLeaf } from '../tree.js';

/**
 * The text of an item, block by block: paragraphs, headings of an article with their numbers, questions and answers
 * with their marks. Title, byline and keyword, source, address and series lines are left out: each has its own reading.
 */
export function bodyBlocks(item: readonly Leaf[]): Block[] {
  const levels = [...new Set(item.flatMap((leaf) => (leaf.type === 'articleHeading' ? [leaf.level] : [])))].sort(
    (a, b) => a - b,
  );
  // What an item of a list holds is no list but for those that are nested in it.
  const listDepth = item.find(isTitleLeaf)?.text === undefined ? 0 : 1;
  const blocks: Block[] = [];
  let mark: 'Q' | 'A' | null = null;
  for (const leaf of item) {
    if (leaf.type === 'questionMark' || leaf.type === 'answerMark') {
      mark = leaf.type === 'questionMark' ? 'Q' : 'A';
      if (wordsOf(leaf).text === '') continue;
      blocks.push({ ...paragraphBlock(leaf), mark });
      mark = null;
    } else if (leaf.type === 'articleHeading') {
      const depth = levels.indexOf(leaf.level) + 1;
      blocks.push({ ...inlineBlock(lineOf(leaf)), kind: 'heading', depth });
    } else if (leaf.type === 'paragraph') {
      blocks.push({ ...paragraphBlock(leaf, listDepth), ...(mark === null ? {} : { mark }) });
      mark = null;
    } else if (isTitleLeaf(leaf) && leaf.text !== undefined)
      blocks.push({ kind: 'paragraph', ...inlineBlock(wordsIn(leaf, leaf.text)) });
  }
  return blocks;
}

/** One leaf as a block of its own: its words, with what its markup says of them. So many of the lists around it are left aside. */
export function paragraphBlock(leaf: WordsLeaf, listDepth = 0): Block {
  const words = wordsOf(leaf);
  if (leaf.block?.kind === 'code') return { kind: 'code', text: words.text };
  return { kind: 'paragraph', ...inlineBlock(words), ...placeOf(leaf, listDepth) };
}

function inlineBlock(words: Words): Omit<Block, 'kind'> {
  const marks = marksOf(words);
  return marks.length === 0 ? { text: words.text } : { text: words.text, marks };
}

/** Lists are no deeper in a body: each level indents every line below it. */
const deepestList = 6;

function placeOf({ block }: LeafBase, listDepth: number): Pick<Block, 'list' | 'isQuote'> {
  const list = block?.list;
  const depth = (list?.depth ?? 0) - listDepth;
  return {
    ...(list === undefined || depth <= 0 ? {} : { list: { ...list, depth: Math.min(depth, deepestList) } }),
    ...(block?.quotes === undefined ? {} : { isQuote: true }),
  };
}
