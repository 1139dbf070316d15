import { readItemMarks } from '../listings/item-marks.js';
import { lineOf } from '../text/words.js';
import { isTitleLeaf, type Leaf } from '../tree.js';

/** The language that a mark before the title of a list's item names, BCP 47: `[ES] Faroles y muelles`; null without one. */
export function readLanguage(item: readonly Leaf[]): string | null {
  const leaf = item.find(isTitleLeaf);
  if (leaf?.block?.list === undefined) return null;
  return readItemMarks({ text: lineOf(leaf).text, links: [] }).language;
}
