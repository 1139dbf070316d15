import { plainLeaf } from '../leaf.js';
import { type MarkedConstruct, type MarkedPlace, ruleOf } from './marked-place.js';

/**
 * Text outside of lists: an item that has the heading for its title where the section is one of prose, else the introduction of
 * section or issue. Behind a list such an item goes on as another.
 */
export const prose: MarkedConstruct = (place) => {
  const { tree } = place;
  const form = ruleOf(place)?.prose;
  if (form === undefined) tree.closeItem();
  else if (tree.item?.isProse !== true) {
    tree.openItem(form, null, tree.hasItems ? {} : { isTitledByHeading: true }).isProse = true;
  }
  tree.add(leafOf(place));
  return true;
};

function leafOf({ line, tree: { item } }: MarkedPlace) {
  if (item === null) return plainLeaf('paragraph', line, line.extent);
  if (line.kind === 'keyword') return plainLeaf('keywordLine', line);
  if (line.kind === 'source') return plainLeaf('sourceLine', line);
  if (line.kind !== 'byline' || item.hasByline || item.bodyLines > 0) {
    item.bodyLines++;
    return plainLeaf('paragraph', line, line.extent);
  }
  item.hasByline = true;
  return plainLeaf('byline', line);
}
