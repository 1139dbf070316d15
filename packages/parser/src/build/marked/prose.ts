import type { ItemForm } from '../../tree.js';
import { plainLeaf } from '../leaf.js';
import { type MarkedConstruct, type MarkedPlace, ruleOf } from './marked-place.js';

/**
 * Text outside of lists: an item that has the heading for its title where the section is one of prose, else the introduction of
 * section or issue. Behind a list such an item goes on as another.
 */
export const prose: MarkedConstruct = (place) => {
  const { tree } = place;
  if (ruleOf(place)?.prose === undefined) tree.closeItem();
  else openProse(place);
  tree.add(leafOf(place));
  return true;
};

/** Goes on with the item outside of lists that is open, or opens one: in the form of its section, else in the one given. */
export function openProse(place: MarkedPlace, otherwise: ItemForm = 'article'): void {
  const { tree } = place;
  if (tree.item?.isProse === true) return;
  const form = ruleOf(place)?.prose ?? otherwise;
  tree.openItem(form, null, tree.hasItems ? {} : { isTitledByHeading: true }).isProse = true;
}

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
