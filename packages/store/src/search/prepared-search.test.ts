import { describe, expect, it } from 'vitest';
import { readDocument } from '../ingest/read-document.js';
import { lampDocument } from '../testing/lamp-document.js';
import { keepPrepared, preparedItems, prepareSearch, quotedOf } from './prepared-search.js';
import { quoteDocument } from './quotable.js';
import { searchRows } from './search-rows.js';

const FACTS = {
  issue_id: 'issue_1',
  publication_id: 'publication_1',
  kind: 'BRIEF',
  published_on: '2032-01-10',
  newest_key: '1',
  keyword_ids: [],
  source_ids: [],
  rubric_ids: [],
};

describe('preparedItems', () => {
  const { reading } = readDocument(lampDocument(1), {}, null);
  const printed = reading.items.map((item) => ({
    language: 'en',
    title: item.title.value,
    body_text: item.body.text,
    keywords: item.keywords.map(({ value }) => value),
    sources: item.attributions.map(({ value }) => value),
  }));

  it('has nothing of a reading that nobody worked out', () => {
    expect(preparedItems(reading, printed)).toBeUndefined();
    expect(preparedItems(undefined, printed)).toBeUndefined();
  });

  it('leaves the rows of items what they are without it', () => {
    const items = printed.map((item, index) => ({ ...FACTS, ...item, id: `item_${index}` }));
    const without = searchRows(items, new Map());
    keepPrepared(reading, prepareSearch(reading, lampDocument(1), 'en'));
    expect(searchRows(items, new Map(), reading)).toEqual(without);
    expect(quotedOf(reading)).toEqual(quoteDocument(lampDocument(1)));
  });

  it('has nothing for items that are not as they are printed', () => {
    keepPrepared(reading, prepareSearch(reading, lampDocument(1), 'en'));
    expect(preparedItems(reading, printed)?.items).toHaveLength(2);
    expect(preparedItems(reading, printed.slice(1))).toBeUndefined();
    expect(preparedItems(reading, printed.toReversed())).toBeUndefined();
    for (const mend of [
      { language: 'de' },
      { title: 'Lamp' },
      { body_text: '' },
      { keywords: ['Lamps'] },
      { sources: [] },
    ])
      expect(
        preparedItems(
          reading,
          printed.map((item) => ({ ...item, ...mend })),
        ),
      ).toBeUndefined();
  });
});
