import type { ClassifiedLine } from '../../classify.js';
import { shorten } from '../../text/shorten.js';
import { wordsOfLine } from '../leaf.js';
import type { Construct, Place } from '../place.js';
import { isTitleLike } from '../title-like.js';
import type { OpenItem } from '../tree-builder.js';

/**
 * The title of a brief: a numbered line that the lines around it do not make a list or a heading, or any line on top
 * of a keyword line.
 *
 * ```text
 * 2.Pilots Wanted
 * ^^^^^^^^^^^^^^^
 * [Keyword: Pilots]
 * ```
 */
export const itemTitle: Construct = (place) => {
  const { line, tree } = place;
  if (tree.form !== null && tree.form !== 'brief') return false;
  if (!isBriefTitle(place)) return false;
  noteNumber(place);
  tree.openItem('brief', line.number);
  tree.add({ type: 'itemTitle', ...wordsOfLine(line), number: line.number });
  return true;
};

function isBriefTitle({ line, next, tree, hasHeading }: Place): boolean {
  if (line.kind !== 'text' && line.kind !== 'numbered') return false;
  if (next?.kind === 'keyword') return line.kind === 'numbered' || isTitleLike(line.text);
  if (line.kind !== 'numbered' || (tree.form === null && hasHeading)) return false;
  return tree.item === null || tree.item.isClosed || continuesNumbers(line, tree.item);
}

function continuesNumbers(line: ClassifiedLine, item: OpenItem): boolean {
  if (item.number === null || line.number !== item.number + 1) return false;
  const continuesList = item.listNumber !== null && line.number === item.listNumber + 1;
  return !continuesList && isTitleLike(line.text);
}

function noteNumber({ line, tree, log }: Place): void {
  const last = tree.sections.at(-1)?.lastNumber ?? tree.item?.number ?? 0;
  if (line.number === null) {
    // A layout may begin titles with a bullet, and then none has a number.
    if (line.kind === 'numbered') return;
    log.note(
      'UNNUMBERED_ITEM',
      `'${shorten(line.text)}' is an item because a keyword line follows; number it ${last + 1}.`,
      line,
    );
  } else if (line.number !== last + 1) {
    log.note(
      'NUMBER_OUT_OF_SEQUENCE',
      `Item ${line.number} follows item ${last}; a number or a heading is missing.`,
      line,
    );
  }
}
