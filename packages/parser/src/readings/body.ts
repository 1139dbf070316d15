import type { Block } from '../text/render.js';
import { lineOf, wordsOf } from '../text/words.js';
import type { Leaf } from '../tree.js';

/**
 * The text of an item, block by block: paragraphs, headings of an article with their numbers, questions and answers
 * with their marks. Title, byline and keyword, source, address and series lines are left out: each has its own reading.
 */
export function bodyBlocks(item: readonly Leaf[]): Block[] {
  const levels = [...new Set(item.flatMap((leaf) => (leaf.type === 'articleHeading' ? [leaf.level] : [])))].sort(
    (a, b) => a - b,
  );
  const blocks: Block[] = [];
  let mark: 'Q' | 'A' | null = null;
  for (const leaf of item) {
    if (leaf.type === 'questionMark' || leaf.type === 'answerMark') {
      mark = leaf.type === 'questionMark' ? 'Q' : 'A';
      const inline = wordsOf(leaf).text;
      if (inline === '') continue;
      blocks.push({ kind: 'paragraph', text: inline, mark });
      mark = null;
    } else if (leaf.type === 'articleHeading') {
      blocks.push({ kind: 'heading', text: lineOf(leaf).text, depth: levels.indexOf(leaf.level) + 1 });
    } else if (leaf.type === 'paragraph') {
      blocks.push({ kind: 'paragraph', text: wordsOf(leaf).text, ...(mark === null ? {} : { mark }) });
      mark = null;
    }
  }
  return blocks;
}
