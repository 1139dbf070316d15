import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { EVERYTHING_ON } from './everything-on.js';
import { type Listening, listening } from './listening.js';
import { sha256 } from './sha256.js';

const QUERY =
  'query Publications($first: Int) { publications { __typename id slug issues(first: $first) { totalCount } } }';
const PUBLICATIONS = [{ slug: 'swb', issues: { totalCount: 0 } }];
const TOO_DEAR =
  '{ keywords(first: 100) { nodes { id items(first: 100) { nodes { id sources { id items(first: 100) { nodes { id } } } } } } } }';

// Clients as they are published, with nothing told to them but the address.
describe('a server with every protection on', () => {
  let room: Newsroom;
  let server: Listening;
  let url: string;
  beforeAll(async () => {
    const [kind] = DATABASES;
    if (kind === undefined) throw new Error('There is always the embedded database.');
    room = await openNewsroom(kind, EVERYTHING_ON);
    server = await listening(room.app);
    url = `${server.address}/graphql`;
  });
  afterAll(async () => {
    await server.close();
    await room.close();
  });

  it("answers Apollo's client, and tells it the code of what it refuses", async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
    const { data } = await client.query({ query: gql(QUERY), variables: { first: 1 } });
    expect(data).toMatchObject({ publications: PUBLICATIONS });
    await expect(client.query({ query: gql(TOO_DEAR) })).rejects.toMatchObject({
      errors: [{ extensions: { code: 'COST_LIMIT', limit: 50_000 } }],
    });
  });

  it.each([false, true])("answers Apollo's persisted queries, by GET: %s", async (useGETForHashedQueries) => {
    const link = new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(new HttpLink({ uri: url }));
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    for (const first of [1, 2]) {
      const { data } = await client.query({ query: gql(QUERY), variables: { first } });
      expect(data).toMatchObject({ publications: PUBLICATIONS });
    }
  });

  it.each([false, true] as const)('answers urql, by GET: %s', async (preferGetMethod) => {
    const client = new Client({ url, exchanges: [cacheExchange, fetchExchange], preferGetMethod });
    const { data, error } = await client.query(QUERY, { first: 1 }).toPromise();
    expect([error, data]).toMatchObject([undefined, { publications: PUBLICATIONS }]);
    const refused = await client.query(TOO_DEAR, {}).toPromise();
    expect(refused.error?.graphQLErrors[0]?.extensions['code']).toBe('COST_LIMIT');
  });

  it('answers graphql-request', async () => {
    const client = new GraphQLClient(url);
    expect(await client.request(QUERY, { first: 1 })).toMatchObject({ publications: PUBLICATIONS });
    await expect(client.request(TOO_DEAR)).rejects.toMatchObject({
      response: { errors: [{ extensions: { code: 'COST_LIMIT' } }] },
    });
  });
});
