import type { ItemKind, ItemReading } from '../reading.js';
import { countWords } from '../text/count-words.js';
import { render } from '../text/render.js';
import { spanOfNode, wordsOf } from '../text/words.js';
import { hasWords, type ItemForm, type ItemNode, isTitleLeaf, type PlainLeafType } from '../tree.js';
import { plainLeaves } from '../tree-walk.js';
import { readAttribution } from './attribution.js';
import { bodyBlocks } from './body.js';
import { readByline } from './byline.js';
import { type EventContext, readEvents } from './events.js';
import { readExchanges } from './exchanges.js';
import { readHeadings } from './headings.js';
import { itemGaps } from './item-gaps.js';
import { readItemTitle } from './item-title.js';
import { readKeywords, withoutRepeats } from './keywords.js';
import { readLinkLine, readLinks } from './links.js';
import { readPart } from './part.js';
import { toldLines } from './told-lines.js';

const kinds: Readonly<Record<ItemForm, ItemKind>> = { brief: 'BRIEF', interview: 'INTERVIEW', article: 'ARTICLE' };

/**
 * All facts of one item.
 *
 * @param section Index of its section; null before any heading.
 */
export function readItem(node: ItemNode, section: number | null, context: EventContext): ItemReading {
  const { children } = node;
  const { diagnostics } = context;
  const words = (type: PlainLeafType) => plainLeaves(children, type).map(wordsOf);
  const title = readItemTitle(children);
  const blocks = bodyBlocks(children);
  const keywords = words('keywordLine').flatMap((line) => readKeywords(line, diagnostics));
  const item: ItemReading = {
    kind: kinds[node.form],
    section,
    number: children.find(isTitleLeaf)?.number ?? null,
    title,
    language: null,
    body: render(blocks),
    wordCount: blocks.reduce((sum, { text }) => sum + countWords(text), 0),
    keywords: withoutRepeats(keywords, diagnostics),
    attributions: words('sourceLine').flatMap((line) => readAttribution(line, diagnostics)),
    bylines: words('byline').flatMap(readByline),
    events: readEvents(title.value, toldLines(children), context),
    link: words('linkLine').flatMap((line) => readLinkLine(line, diagnostics))[0] ?? null,
    links: children.filter(hasWords).flatMap((leaf) => readLinks(wordsOf(leaf))),
    exchanges: readExchanges(children, diagnostics),
    headings: readHeadings(children.filter((leaf) => leaf.type === 'articleHeading')),
    part: readPart(
      title,
      children.filter((leaf) => leaf.type === 'continuationMark'),
    ),
    span: spanOfNode(node),
  };
  diagnostics.push(...itemGaps(item, node));
  return item;
}
