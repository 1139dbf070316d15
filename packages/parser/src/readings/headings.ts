import type { HeadingReading } from '../reading.js';
import { lineOf, spanOf, wordsOf } from '../text/words.js';
import type { ArticleHeadingLeaf } from '../tree.js';

/**
 * The headings of one article. Depths are the ranks of the numbering styles that occur in it, so a part of a series
 * that begins in the middle still begins at depth 1.
 *
 * ```text
 * III. The New Rules        depth 1, label 'III'
 * 3. Ferries                depth 2, label '3'
 * ```
 */
export function readHeadings(leaves: readonly ArticleHeadingLeaf[]): HeadingReading[] {
  const levels = [...new Set(leaves.map((leaf) => leaf.level))].sort((a, b) => a - b);
  return leaves.map((leaf) => ({
    depth: levels.indexOf(leaf.level) + 1,
    label: leaf.label,
    text: wordsOf(leaf).text,
    span: spanOf(lineOf(leaf)),
  }));
}
