import type { Layout } from '../layout.js';
import { linkHost } from '../listings/link-host.js';
import type { ItemKind, ItemReading, LinkReading, Read } from '../reading.js';
import { countWords } from '../text/count-words.js';
import { render } from '../text/render.js';
import { allWordsOf, spanOf, spanOfNode, type Words, wordsOf } from '../text/words.js';
import { hasWords, type ItemForm, type ItemNode, isTitleLeaf, type PlainLeafType } from '../tree.js';
import { plainLeaves } from '../tree-walk.js';
import { readAttribution } from './attribution.js';
import { bodyBlocks } from './body.js';
import { readByline } from './byline.js';
import { type EventContext, readEvents } from './events.js';
import { readExchanges } from './exchanges.js';
import { readHeadings } from './headings.js';
import { itemGaps } from './item-gaps.js';
import { readLanguage } from './item-language.js';
import { readItemTitle, titleWords } from './item-title.js';
import { readKeywords, withoutRepeats } from './keywords.js';
import { invalidAddress, readLinkLine, readLinks } from './links.js';
import { readListed } from './listed.js';
import { type PartForms, readPart } from './part.js';
import { readSignature } from './signature.js';
import { toldLines } from './told-lines.js';

const kinds: Readonly<Record<ItemForm, ItemKind>> = {
  brief: 'BRIEF',
  interview: 'INTERVIEW',
  article: 'ARTICLE',
  link: 'LINK',
  quote: 'QUOTE',
};

/** What is known of the issue when its items are read. */
export interface ItemContext extends EventContext {
  readonly layout: Layout;
}

/** Where an item stands. */
export interface ItemPlace {
  /** Index of its section; null before any heading. */
  readonly section: number | null;
  /** The heading of that section. */
  readonly heading: Words | null;
  /** The source line above the item, of it and of others. */
  readonly source: Words | null;
}

/** All facts of one item. */
export function readItem(node: ItemNode, place: ItemPlace, context: ItemContext): ItemReading {
  const { children } = node;
  const { diagnostics, layout } = context;
  const words = (type: PlainLeafType) => plainLeaves(children, type).map(wordsOf);
  const listed = node.dates === undefined ? null : readListed(node, node.dates, place, context);
  const title = listed?.title ?? readItemTitle(node, place.heading);
  const blocks = bodyBlocks(children);
  const link =
    words('linkLine').flatMap((line) => readLinkLine(line, diagnostics))[0] ??
    listed?.link ??
    linkOfTitle(node, context);
  const keywords = words('keywordLine').flatMap((line) => readKeywords(line, diagnostics));
  const item: ItemReading = {
    kind: kinds[node.form],
    section: place.section,
    number: children.find(isTitleLeaf)?.number ?? null,
    title,
    language: readLanguage(children),
    body: render(blocks),
    wordCount: blocks.reduce((sum, { text }) => sum + countWords(text), 0),
    keywords: withoutRepeats(keywords, diagnostics),
    attributions: attributionsOf(node, words('sourceLine'), place, link, context),
    bylines: words('byline').flatMap((line) => readSignature(line, layout) ?? readByline(line)),
    events: listed?.events ?? readEvents(title.value, toldLines(children), context),
    link,
    links: children.filter(hasWords).flatMap((leaf) => readLinks(allWordsOf(leaf))),
    exchanges: readExchanges(node, diagnostics),
    headings: readHeadings(children.filter((leaf) => leaf.type === 'articleHeading')),
    part: readPart(
      title,
      listed === null ? titleWords(node, place.heading) : null,
      children.filter((leaf) => leaf.type === 'continuationMark'),
      partFormsOf(node, layout),
    ),
    span: spanOfNode(node),
  };
  const badLinks = words('answerLink').filter((line) => readLinks(line).length === 0);
  diagnostics.push(...badLinks.map(invalidAddress), ...itemGaps(item, node, layout));
  return item;
}

function partFormsOf({ form, dates }: ItemNode, { marked }: Layout): PartForms {
  return { series: marked?.series ?? [], isLink: form === 'link' && dates === undefined };
}

/** The link that an item of a marked document begins with, or that its title ends with. */
function linkOfTitle({ children }: ItemNode, { layout }: ItemContext): LinkReading | null {
  const leaf = layout.marked === undefined ? undefined : children.find(isTitleLeaf);
  if (leaf === undefined) return null;
  const title = wordsOf(leaf);
  const { start, end } = spanOf(title);
  const [link] = readLinks(title);
  return link !== undefined && (link.span.start === start || link.span.end === end) ? link : null;
}

/** Its own source lines; else the one above it; else the host of its link, where the layout says so. */
function attributionsOf(
  { form }: ItemNode,
  lines: readonly Words[],
  { source }: ItemPlace,
  link: LinkReading | null,
  { diagnostics, layout }: ItemContext,
): Read<string>[] {
  const own = lines.length === 0 && source !== null ? [source] : lines;
  if (own.length > 0) return own.flatMap((line) => readAttribution(line, diagnostics));
  const host = form === 'link' && layout.marked?.hostIsSource === true && link !== null ? linkHost(link.url) : null;
  return host === null || link === null ? [] : [{ value: host, span: link.span }];
}
