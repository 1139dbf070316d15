import { wordsOfLine } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * A field before the text.
 *
 * ```text
 * title: Harbour opens late
 *        ^^^^^^^^^^^^^^^^^^
 * ```
 */
export const frontMatter: Construct = ({ line, tree }) => {
  const { block } = line.line;
  if (block?.kind !== 'frontMatter') return false;
  tree.addFrontMatter({ type: 'frontMatter', ...wordsOfLine(line), key: block.key ?? '' });
  return true;
};
