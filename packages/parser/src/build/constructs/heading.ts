import { findHeadingRule } from '../../heading-match.js';
import type { HeadingRule } from '../../layout.js';
import { plainLeaf } from '../leaf.js';
import type { Construct, Place } from '../place.js';
import { isTitleLike } from '../title-like.js';

const longestGuess = 60;

/**
 * A heading: one that the layout knows below the headings that are open, or at the top; else a short line from which
 * the numbers begin again.
 *
 * ```text
 * Laws and Regulations
 * ^^^^^^^^^^^^^^^^^^^^ depth 1
 * National
 * ^^^^^^^^ depth 2
 * 1. Title
 * ```
 *
 * Brackets or a square around the words are no part of them: `【National】`, `■ NATIONAL`.
 */
export const heading: Construct = (place) => {
  if (place.line.kind !== 'text') return false;
  const known = findKnown(place);
  if (known === null && !isGuess(place)) return false;
  if (known !== null) place.tree.openSection(known.depth, known.rule, known.rule.holds);
  else openGuess(place);
  place.tree.add(plainLeaf('heading', place.line, place.line.heading.extent));
  return true;
};

function findKnown(place: Place): { depth: number; rule: HeadingRule } | null {
  const { line, tree } = place;
  for (let depth = tree.sections.length; depth >= 0; depth--) {
    const children = tree.sections[depth - 1]?.rule?.children ?? [];
    const rule = depth === 0 ? line.topHeading : findHeadingRule(line.heading.text, children);
    if (rule !== null && (rule.onlyBeforeItem !== true || beginsItems(place))) return { depth: depth + 1, rule };
  }
  return null;
}

function isGuess(place: Place): boolean {
  if (place.tree.isEmpty || (place.tree.form === null && place.tree.item === null && place.hasHeading)) return false;
  const { text } = place.line.heading;
  return isTitleLike(text, longestGuess) && /^\P{Ll}/u.test(text) && beginsItems(place);
}

// In an open text only a keyword line below proves that '1.' is an item and not the first of a list.
// What is set like a heading needs no further proof.
function beginsItems({ line, next, afterNext, tree }: Place): boolean {
  if (next?.kind !== 'numbered' || next.number !== 1) return false;
  if (afterNext?.kind === 'keyword' || line.heading.isFramed) return true;
  return tree.form === 'brief' && (tree.item === null || tree.item.isClosed);
}

function openGuess({ line, tree, log }: Place): void {
  const depth = tree.form === 'brief' ? 2 : 1;
  tree.openSection(depth, null, 'brief');
  const message = `'${line.heading.text}' was taken for a heading of depth ${depth} because item 1 follows; add it to the layout if it recurs.`;
  log.note('UNKNOWN_HEADING', message, line);
}
