import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * The keyword, source and address lines of the item above them.
 *
 * ```text
 * [Keywords: Harbour, Tides]
 * Source: Harbour Office
 * https://harbour.example/notice
 * ```
 */
export const labelledLine: Construct = ({ line, tree }) => {
  const item = tree.item;
  if (item === null) return false;
  if (line.kind === 'keyword') tree.add(plainLeaf('keywordLine', line));
  else if (line.kind === 'source') tree.add(plainLeaf('sourceLine', line));
  else if (line.kind === 'link') tree.add(plainLeaf('linkLine', line));
  else return false;
  if (line.kind !== 'keyword') item.isClosed = item.isClosed || line.kind === 'source' || item.form === 'brief';
  return true;
};
