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

function leafOf({ line, tree }: MarkedPlace) {
  const type = line.kind === 'keyword' ? 'keywordLine' : line.kind === 'source' ? 'sourceLine' : 'paragraph';
  return tree.item === null || type === 'paragraph' ? plainLeaf('paragraph', line, line.extent) : plainLeaf(type, line);
}
