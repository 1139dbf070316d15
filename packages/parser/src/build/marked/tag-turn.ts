import type { TurnKind } from '../../markup.js';
import type { PlainLeafType } from '../../tree.js';
import { asideLeaf, plainLeaf } from '../leaf.js';
import type { MarkedConstruct } from './marked-place.js';
import { openProse } from './prose.js';

const marks: Readonly<Record<TurnKind, PlainLeafType>> = {
  question: 'questionMark',
  answer: 'answerMark',
  answerLink: 'answerLink',
};

/**
 * A question or an answer in an argument of a tag. An indented tag is part of the item above it, any other is text outside of lists: of an article,
 * else an interview that has the heading for its title. Before the first heading it is an aside, as other tags are.
 *
 * ```text
 * {% include harbour/asked.md
 *   q0="When do the lamps burn?"
 *       ^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const tagTurn: MarkedConstruct = (place) => {
  const { line, tree } = place;
  const { turn } = line.line.block ?? {};
  if (turn === undefined) return false;
  if (tree.sections.length === 0) tree.addAside(asideLeaf('template', line));
  else {
    if (!turn.isIndented || tree.item === null) openProse(place, 'interview');
    tree.add(plainLeaf(turn.opens ? marks[turn.kind] : 'paragraph', line, line.extent));
  }
  return true;
};
