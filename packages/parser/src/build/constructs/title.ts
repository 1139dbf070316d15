import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * The headline: the first line with words that is no breadcrumb, date or image, unless it is a heading or begins an item.
 * Behind front matter with a title it must be a heading of the first level.
 *
 * ```text
 * Harbour opens late (Issue 7)
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const title: Construct = ({ line, next, tree }) => {
  if (!tree.isEmpty || line.topHeading !== null) return false;
  if (tree.hasTitle && line.line.block?.level !== 1) return false;
  if (line.kind !== 'text' && (line.kind !== 'numbered' || next?.kind === 'keyword')) return false;
  tree.addHeadline(plainLeaf('title', line, line.extent), line);
  return true;
};
