import { InMemoryCache } from '@apollo/client/cache';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';

const issueOf = (title: string, body: string): string =>
  `The week (Issue 9)\nLaws and Regulations\nNational\n1. ${title}\n[Keyword: Boats]\n${body}\nSource: The Yard\n2. Fog keeps the ferry\n[Keyword: Fog]\nIt stayed.\nSource: The Yard\n`;

const ISSUE = `issue(publication: "swb", slug: "9") {
  __typename id canonicalId title status
  items { nodes { __typename id canonicalId title body keywords { __typename id name } } }
}`;

const THREE_STATES = `query ThreeStates($at: DateTime!) { ${ISSUE} preview { ${ISSUE} } asOf(at: $at) { ${ISSUE} } }`;

describe.each(DATABASES)('three states of one issue in a client’s cache on $kind', (kind) => {
  let room: Newsroom;
  let at = '';
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await room.ingest({ document: issueOf('A boat was biult', 'It floats.'), publish: true });
    const { changes } = objectOf(await room.data('{ changes(last: 1) { nodes { at } } }'));
    at = String(Object(changes).nodes[0].at);
    await room.ingest({ document: issueOf('A boat was built', 'It floats.'), publish: true });
    await room.ingest({ document: issueOf('A boat was built', 'It sank.'), publish: false });
  });
  afterAll(() => room.close());

  it('keeps each as it was answered: none overwrites another', async () => {
    const data = objectOf(await room.data(THREE_STATES, { at }, { token: TOKEN }));
    const cache = cacheWith(data, at);
    expect(cache.readQuery({ query: parse(THREE_STATES), variables: { at } })).toEqual(data);
    const told = JSON.stringify(data);
    for (const words of ['A boat was biult', 'A boat was built', 'It floats.', 'It sank.'])
      expect(told).toContain(words);
    // One issue, two items and two keywords, three times.
    const kept = Object.keys(cache.extract()).filter((key) => /^(Issue|Item|Keyword):/.test(key));
    expect(kept).toHaveLength(3 * 5);
  });

  it('gives each id its state again when it is read by node()', async () => {
    const data = objectOf(await room.data(THREE_STATES, { at }, { token: TOKEN }));
    const cache = cacheWith(data, at);
    const before = cache.extract();
    const query = `query Item($id: ID!) { node(id: $id) { __typename id ... on Item { canonicalId title body keywords { __typename id name } } } }`;
    const items = Object.keys(before).filter((key) => key.startsWith('Item:'));
    expect(items).toHaveLength(6);
    for (const key of items) {
      const id = key.slice('Item:'.length);
      const node = objectOf(await room.data(query, { id }, { token: TOKEN }));
      cache.writeQuery({ query: parse(query), variables: { id }, data: node });
      expect(cache.extract()[key]).toEqual(before[key]);
    }
    expect(cache.readQuery({ query: parse(THREE_STATES), variables: { at } })).toEqual(data);
  });
});

function cacheWith(data: Record<string, unknown>, at: string): InMemoryCache {
  const cache = new InMemoryCache();
  cache.writeQuery({ query: parse(THREE_STATES), variables: { at }, data });
  return cache;
}

function objectOf(data: unknown): Record<string, unknown> {
  const object: Record<string, unknown> = JSON.parse(JSON.stringify(data));
  return object;
}
