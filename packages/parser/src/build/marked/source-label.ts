import type { ClassifiedLine } from '../../classify.js';
import { plainLeaf } from '../leaf.js';
import { type MarkedConstruct, ruleOf } from './marked-place.js';

const longest = 120;

/**
 * A bold line above a list of links: the source of each that follows, up to the next.
 *
 * ```text
 * **Harbour Office**
 *   ^^^^^^^^^^^^^^
 * * [Pilots wanted](https://harbour.example/pilots)
 * ```
 */
export const sourceLabel: MarkedConstruct = (place) => {
  const { line, tree } = place;
  if (ruleOf(place)?.holds !== 'link' || !isBold(line)) return false;
  tree.closeItem();
  tree.add(plainLeaf('sourceLine', line, line.extent));
  return true;
};

function isBold({ line: { inline, block }, extent, text }: ClassifiedLine): boolean {
  if (block?.list !== undefined || block?.quotes !== undefined || text.length > longest) return false;
  const strong = inline?.marks.find(({ kind }) => kind === 'strong');
  return strong !== undefined && strong.start <= extent.start && strong.end >= extent.end;
}
