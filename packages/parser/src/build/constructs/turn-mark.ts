import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * Who speaks in an interview: a mark alone on its line, or before the words.
 *
 * ```text
 * Q
 * ^
 * Q2: When does it open?
 * ^^^
 * ```
 */
export const turnMark: Construct = ({ line, tree }) => {
  if (tree.form !== 'interview' || (line.kind !== 'question' && line.kind !== 'answer')) return false;
  // A question without a sentence before it still begins an interview.
  const item =
    tree.item === null || (tree.item.isClosed && line.kind === 'question')
      ? tree.openItem('interview', null)
      : tree.item;
  tree.add(plainLeaf(line.kind === 'question' ? 'questionMark' : 'answerMark', line));
  item.listNumber = null;
  return true;
};
