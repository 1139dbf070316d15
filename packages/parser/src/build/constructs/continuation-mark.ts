import { wordsOfLine } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * The marks of a series.
 *
 * ```text
 * [Continued from the Previous Issue]
 * [To be Continued]
 * ```
 */
export const continuationMark: Construct = ({ line, tree }) => {
  if (tree.item === null || (line.kind !== 'continued' && line.kind !== 'toBeContinued')) return false;
  tree.add({ type: 'continuationMark', ...wordsOfLine(line), mark: line.kind });
  return true;
};
