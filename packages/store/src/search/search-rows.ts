import type { CountedPair } from './keyword-pairs.js';
import { type SearchedItem, searchDocument } from './search-document.js';
import { countWords, printCounts, type WordCounts } from './word-counts.js';
import type { SearchRows } from './write-search.js';

/** The rows of items that come. */
export function searchRows(items: readonly SearchedItem[], pairs: ReadonlyMap<string, CountedPair>): SearchRows {
  const counts: WordCounts = new Map();
  const documents = items.map((item) => {
    const { document, words } = searchDocument(item);
    countWords(counts, words, 1);
    return document;
  });
  return { documents, words: printCounts(counts, documents.length), pairs: [...pairs.values()] };
}
