import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * The file name of an image that stood here: any before the first heading, below it one in a single word.
 *
 * ```text
 * Lanternport Weekly Bulletin (Issue 41).png
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const imageLine: Construct = ({ line, tree }) => {
  if (line.kind !== 'image' || (tree.isBegun && line.text.includes(' '))) return false;
  tree.add(plainLeaf('imageLine', line));
  return true;
};
