import type { ClassifiedLine } from '../../classify.js';
import type { ContentsRule } from '../../layout.js';
import { isFrontLine } from '../front-line.js';
import { plainLeaf } from '../leaf.js';
import type { Construct, Place } from '../place.js';

/**
 * A list of contents before the body. Its entries come again below, where they are items and headings.
 *
 * ```text
 * Catalogue
 * 1
 * 【Laws and Regulations】
 * ・Notice on Winter Fees
 * ```
 *
 * It ends at the first line that neither counts, stands below a count, has a bullet or is in a list of markup, stands on top of such a line in
 * brackets, nor comes again.
 */
export const contentsList: Construct = (place) => {
  const { line, layout, tree } = place;
  if (tree.isBegun || layout.contents === undefined) return false;
  if (isFrontLine(line, [layout.contents.heading])) tree.add(plainLeaf('contentsHeading', line, line.extent));
  else if (isEntry(place, layout.contents)) tree.add(plainLeaf('contentsLine', line, line.extent));
  else return false;
  return true;
};

function isEntry(place: Place, contents: ContentsRule): boolean {
  const { line, previous, next, tree } = place;
  if (tree.lastType !== 'contentsHeading' && tree.lastType !== 'contentsLine') return false;
  if (isMarked(line, contents) || place.comesAgain()) return true;
  if (previous !== undefined && contents.counter.test(previous.text)) return true;
  return line.heading.isFramed && next !== undefined && isMarked(next, contents);
}

function isMarked({ line, text }: ClassifiedLine, contents: ContentsRule): boolean {
  return line.block?.list !== undefined || contents.counter.test(text) || contents.bullet.test(text);
}
