import { wordsOfLine } from '../leaf.js';
import type { Construct, Place } from '../place.js';

/**
 * The sentence that begins an interview and is its title: the first line of the section, or the first after a source.
 *
 * ```text
 * The harbour master answered three questions
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * Q
 * ```
 */
export const leadSentence: Construct = (place) => {
  const { line, tree } = place;
  if (tree.form !== 'interview' || !isLeadSentence(place)) return false;
  tree.openItem('interview', line.number);
  tree.add({ type: 'leadSentence', ...wordsOfLine(line), number: line.number });
  return true;
};

function isLeadSentence({ line, next, tree }: Place): boolean {
  if (line.kind !== 'text' && line.kind !== 'numbered') return false;
  if (tree.item === null || tree.item.isClosed || next?.kind === 'keyword') return true;
  // A numbered line on top of a question is a new sentence, unless it ends a list in the answer.
  const continuesList = tree.item.listNumber !== null && line.number === tree.item.listNumber + 1;
  return line.kind === 'numbered' && next?.kind === 'question' && !continuesList;
}
