import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * Who wrote an article or signed an interview; near its title, or it is a line of text that begins with 'By'.
 *
 * ```text
 * By Ada Quill (Quill Chambers)
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const byline: Construct = ({ line, tree }) => {
  const item = tree.item;
  if (line.kind !== 'byline' || item === null || item.form === 'brief') return false;
  if (item.hasByline || item.bodyLines > 2) return false;
  item.hasByline = true;
  tree.add(plainLeaf('byline', line));
  return true;
};
