import { foldTitle } from '../../text/fold-title.js';
import { isFrontLine } from '../front-line.js';
import { plainLeaf } from '../leaf.js';
import type { Construct, Place } from '../place.js';
import { isTitleLike } from '../title-like.js';

const longestName = 100;

/**
 * The lines that name the serial and count the issue, before the first heading; in whatever order they come.
 *
 * ```text
 * Issue 41
 * Lanternport Weekly Bulletin
 * No. 3,January 2031
 * ```
 */
export const nameplateLine: Construct = (place) => {
  const { line, layout, tree } = place;
  if (tree.isBegun || (!isFrontLine(line, layout.front?.nameplates) && !namesSerial(place))) return false;
  tree.add(plainLeaf('nameplateLine', line));
  return true;
};

// The serial's name has no form of its own: it stands between two such lines, or below the headline and beside one, and
// begins the headline or is set like a name.
function namesSerial({ line, next, layout, tree }: Place): boolean {
  if (line.kind !== 'text' || line.topHeading !== null || !isTitleLike(line.text, longestName)) return false;
  if (layout.contents !== undefined && isFrontLine(line, [layout.contents.heading])) return false;
  const isAbove = next !== undefined && isFrontLine(next, layout.front?.nameplates);
  const isBelow = tree.lastType === 'nameplateLine';
  if (isAbove && isBelow) return true;
  if ((!isAbove && !isBelow) || tree.headline === null || next?.kind === 'numbered') return false;
  if (begins(tree.headline.text, line.text)) return true;
  return isName(line.text) && !isFrontLine(line, layout.front?.publishers);
}

const smallWords = /^(?:of|the|and|for|in|on|a|an|&)$/;

/** Two words or more, all with a capital but the small ones. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word) || smallWords.test(word));
}

function begins(headline: string, name: string): boolean {
  return headline.length <= 500 && foldTitle(headline).startsWith(foldTitle(name));
}
