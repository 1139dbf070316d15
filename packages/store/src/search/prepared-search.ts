import type { IssueReading } from '@broadsheet/parser';
import { type QuotedDocument, quoteDocument } from './quotable.js';
import { type PrintedItem, type SearchTexts, searchTexts } from './search-document.js';
import { countWords, printCounts, type WordCounts } from './word-counts.js';

/** What a document's reading tells of how it is searched, worked out before others wait for it. */
export interface PreparedSearch {
  /** The language of items that name none. */
  readonly language: string;
  /** By the index of items. */
  readonly items: readonly SearchTexts[];
  /** The words of all items, as `printCounts` prints them. */
  readonly words: string;
  readonly quoted: QuotedDocument;
}

/** Works it out. Pure. */
export function prepareSearch(reading: IssueReading, document: string, language: string): PreparedSearch {
  const counts: WordCounts = new Map();
  const items = printedItems(reading, language).map((item) => {
    const { texts, words } = searchTexts(item);
    countWords(counts, words, 1);
    return texts;
  });
  return { language, items, words: printCounts(counts, items.length), quoted: quoteDocument(document) };
}

const prepared = new WeakMap<IssueReading, PreparedSearch>();

/** Keeps for a reading what was worked out of it. */
export function keepPrepared(reading: IssueReading, search: PreparedSearch): void {
  prepared.set(reading, search);
}

/** What was worked out of a reading's document, if it was. */
export function quotedOf(reading: IssueReading | undefined): QuotedDocument | undefined {
  return reading === undefined ? undefined : prepared.get(reading)?.quoted;
}

/** What was worked out of a reading's items; undefined where it was not, or where they are not all that come, or do not come as they are printed. */
export function preparedItems(
  reading: IssueReading | undefined,
  come: readonly PrintedItem[],
): Pick<PreparedSearch, 'items' | 'words'> | undefined {
  const search = reading === undefined ? undefined : prepared.get(reading);
  if (reading === undefined || search === undefined || come.length !== search.items.length) return undefined;
  const printed = printedItems(reading, search.language);
  return come.every((item, index) => isPrinted(item, printed[index])) ? search : undefined;
}

function printedItems({ items }: IssueReading, language: string): PrintedItem[] {
  return items.map((item) => ({
    language: item.language ?? language,
    title: item.title.value,
    body_text: item.body.text,
    keywords: item.keywords.map(({ value }) => value),
    sources: item.attributions.map(({ value }) => value),
  }));
}

function isPrinted(item: PrintedItem, printed: PrintedItem | undefined): boolean {
  return (
    printed !== undefined &&
    item.language === printed.language &&
    item.title === printed.title &&
    item.body_text === printed.body_text &&
    sameTexts(item.keywords, printed.keywords) &&
    sameTexts(item.sources, printed.sources)
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
