import { isFrontLine } from '../front-line.js';
import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';
import { isTitleLike } from '../title-like.js';

/** A longer line that ends like a sentence is the introduction of an issue without a headline. */
const longestSentence = 100;

/**
 * The headline: the first line with words that is no breadcrumb, date or image, unless it is a heading, heads the list of contents, is a long sentence or begins an item.
 * Behind front matter with a title it must be a heading of the first level.
 *
 * ```text
 * Harbour opens late (Issue 7)
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const title: Construct = ({ line, next, layout, tree }) => {
  if (!tree.isEmpty || line.topHeading !== null) return false;
  if (tree.hasTitle && line.line.block?.level !== 1) return false;
  const isHeading = line.line.block?.kind === 'heading';
  if (!isHeading && !isTitleLike(line.text, Number.POSITIVE_INFINITY) && line.text.length > longestSentence)
    return false;
  if (layout.contents !== undefined && isFrontLine(line, [layout.contents.heading])) return false;
  if (line.kind !== 'text' && (line.kind !== 'numbered' || next?.kind === 'keyword')) return false;
  tree.addHeadline(plainLeaf('title', line, line.extent), line);
  return true;
};
