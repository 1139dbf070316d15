import { plainLeaf } from '../leaf.js';
import type { MarkedConstruct } from './marked-place.js';

/**
 * Who said or wrote what stands above.
 *
 * ```text
 * > The tide waits.
 *
 * – Ada Quill on the harbour log
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const signature: MarkedConstruct = ({ line, tree }) => {
  const { item } = tree;
  if (line.kind !== 'byline' || item === null || (item.form !== 'quote' && item.form !== 'article')) return false;
  item.hasByline = true;
  tree.add(plainLeaf('byline', line));
  return true;
};
