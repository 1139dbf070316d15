import type { ItemForm } from '../../tree.js';
import { plainLeaf, wordsOfLine } from '../leaf.js';
import { findLead } from './lead.js';
import { type MarkedConstruct, type MarkedPlace, ruleOf } from './marked-place.js';

/**
 * The items of an outermost list, each an item; what is nested in one is its text. Before the first heading a list is part of the
 * introduction.
 *
 * ```text
 * - **Ferries are late:** the strike goes on.
 *     ^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^
 *     title                text
 * - [The lamps of Oslo](https://oslo.example/lamps)
 *    ^^^^^^^^^^^^^^^^^
 * ```
 */
export const listItem: MarkedConstruct = (place) => {
  const { line, tree } = place;
  const { block } = line.line;
  const list = block?.list;
  if (list === undefined || block?.quotes !== undefined || tree.sections.length === 0) return false;
  if (list.opens && (list.depth === 1 || tree.item === null)) openListItem(place);
  else if (tree.item === null) return false;
  else tree.add(lineInItem(place));
  return true;
};

function openListItem(place: MarkedPlace): void {
  const { line, tree } = place;
  const { holds = 'brief', dates } = ruleOf(place) ?? {};
  const number = line.line.block?.list?.ordinal ?? null;
  const lead = findLead(line, holds);
  tree.openItem(
    formOf(holds, dates === 'eventLine' ? lead.isLinked : lead.hasLink),
    number,
    dates === undefined ? {} : { dates },
  );
  // Date and place are words of the text, whatever part of the line is the title.
  const text = dates === 'eventLine' ? line.extent : lead.text;
  tree.add({
    type: 'itemTitle',
    ...wordsOfLine(line),
    number,
    content: lead.title,
    ...(text === null ? {} : { text }),
  });
}

function formOf(holds: ItemForm, hasLink: boolean): ItemForm {
  if (holds === 'interview') return holds;
  return holds === 'link' && hasLink ? 'link' : 'brief';
}

function lineInItem({ line }: MarkedPlace) {
  switch (line.kind) {
    case 'keyword':
      return plainLeaf('keywordLine', line);
    case 'source':
      return plainLeaf('sourceLine', line);
    default:
      return plainLeaf('paragraph', line, line.extent);
  }
}
