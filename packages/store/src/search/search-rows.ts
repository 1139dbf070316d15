import type { IssueReading } from '@broadsheet/parser';
import type { CountedPair } from './keyword-pairs.js';
import { preparedItems } from './prepared-search.js';
import { type SearchDocument, type SearchedItem, searchDocument, searchDocumentOf } from './search-document.js';
import { countWords, printCounts, type WordCounts } from './word-counts.js';
import type { SearchRows } from './write-search.js';

/** The rows of items that come. `reading` is what they come from, where that is at hand: what was worked out of it is not worked out again. */
export function searchRows(
  items: readonly SearchedItem[],
  pairs: ReadonlyMap<string, CountedPair>,
  reading?: IssueReading,
): SearchRows {
  const prepared = preparedItems(reading, items);
  if (prepared === undefined) return { ...countedDocuments(items), pairs: [...pairs.values()] };
  const documents = items.flatMap((item, index) => {
    const texts = prepared.items[index];
    return texts === undefined ? [] : [searchDocumentOf(item, texts)];
  });
  return { documents, words: prepared.words, pairs: [...pairs.values()] };
}

function countedDocuments(items: readonly SearchedItem[]): { documents: SearchDocument[]; words: string } {
  const counts: WordCounts = new Map();
  const documents = items.map((item) => {
    const { document, words } = searchDocument(item);
    countWords(counts, words, 1);
    return document;
  });
  return { documents, words: printCounts(counts, documents.length) };
}
