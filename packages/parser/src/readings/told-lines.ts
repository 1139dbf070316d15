import { allWordsOf, type Words, wordsIn, wordsOf } from '../text/words.js';
import { hasWords, isTitleLeaf, type Leaf, type WordsLeaf } from '../tree.js';

const told: ReadonlySet<string> = new Set<Leaf['type']>(['paragraph', 'leadSentence', 'questionMark', 'answerMark']);
const naming: ReadonlySet<string> = new Set<Leaf['type']>(['title', 'itemTitle', 'articleHeading', 'sourceLine']);

/** The lines in which things are told: paragraphs, the words of questions and answers, lead sentences. */
export function toldLines(leaves: readonly Leaf[]): Words[] {
  return leaves.filter(hasWords).flatMap(toldWords);
}

function toldWords(leaf: Leaf & WordsLeaf): Words[] {
  if (isTitleLeaf(leaf) && leaf.text !== undefined) return [wordsIn(leaf, leaf.text)];
  return told.has(leaf.type) ? [wordsOf(leaf)] : [];
}

/** Those lines, all titles and headings of articles, and source lines: wherever a short form may be defined. */
export function definingLines(leaves: readonly Leaf[]): Words[] {
  const all = leaves.filter(hasWords);
  return all.filter((leaf) => told.has(leaf.type) || naming.has(leaf.type)).map(allWordsOf);
}
