import { plainLeaf } from '../leaf.js';
import { type MarkedConstruct, ruleOf } from './marked-place.js';

/** A quotation in a section of quotes: an item of its own. One that is signed is over. */
export const quotation: MarkedConstruct = (place) => {
  const { line, tree } = place;
  const { block } = line.line;
  if (block?.quotes === undefined || ruleOf(place)?.holds !== 'quote') return false;
  if (tree.item?.form !== 'quote' || tree.item.hasByline) tree.openItem('quote', null);
  tree.add(plainLeaf('paragraph', line, line.extent));
  return true;
};
