import { isFrontLine } from '../front-line.js';
import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * Who puts the page out: a host or an office directly below the headline, or below its date.
 *
 * ```text
 * Harbour opens late (Issue 48)
 * english.lanternport.example
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const publisherLine: Construct = ({ line, layout, tree }) => {
  if (tree.isBegun || tree.headline === null) return false;
  if (tree.lastType !== 'title' && tree.lastType !== 'dateLine') return false;
  if (line.kind !== 'byline' && !isFrontLine(line, layout.front?.publishers)) return false;
  tree.add(plainLeaf('publisherLine', line));
  return true;
};
