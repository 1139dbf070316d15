import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { listen, PATHS, type Path, type PathRequest } from './paths.js';

const post = (query: string, more: object = {}, headers: Readonly<Record<string, string>> = {}): PathRequest => ({
  headers,
  body: JSON.stringify({ query, ...more }),
});
const get = (parameters: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => ({
  method: 'GET',
  search: `?${new URLSearchParams(parameters)}`,
  headers,
});

const ISSUES = '{ issues(first: 2) { nodes { title } pageInfo { hasNextPage endCursor } } }';
const BY_SLUG =
  'query BySlug($slug: String!, $first: Int = 1) { keyword(slug: $slug) { name items(first: $first) { nodes { title } } } }';
const hashOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const SPEC = { accept: 'application/graphql-response+json' };

/** Requests that every path answers alike: by what they ask, how they ask it, and what is wrong with them. */
const REQUESTS: readonly (readonly [string, PathRequest])[] = [
  ['an operation', post(ISSUES)],
  [
    'several root fields and aliases',
    post('{ a: issues(first: 1) { totalCount } b: keywords(first: 1) { nodes { slug } } __typename }'),
  ],
  ['introspection', post('{ __schema { queryType { name } } issues { totalCount } }')],
  ['variables', post(BY_SLUG, { variables: { slug: 'harbour-logistics', first: 3 } })],
  ['a default in place of a variable', post(BY_SLUG, { variables: { slug: 'harbour-logistics' } })],
  [
    'the name of one of several operations',
    post('query A { issues { totalCount } } query B { items { totalCount } }', { operationName: 'B' }),
  ],
  ['no name where there are several', post('query A { issues { totalCount } } query B { items { totalCount } }')],
  ['an operation in the address', get({ query: ISSUES })],
  ['one whose answer is held already', get({ query: ISSUES }, { 'if-none-match': '*' })],
  ['one of another answer', get({ query: ISSUES }, { 'if-none-match': '"other"' })],
  ['one under a token', get({ query: ISSUES }, { authorization: `Bearer ${TOKEN}`, 'if-none-match': '*' })],
  ['one with an error', get({ query: '{ issues(first: 1000) { totalCount } }' }, { 'if-none-match': '*' })],
  [
    'variables in the address',
    get({ query: BY_SLUG, variables: '{"slug":"harbour-logistics"}', operationName: 'BySlug' }),
  ],
  ['a hash with its text', post(BY_SLUG, { documentId: hashOf(BY_SLUG), variables: { slug: 'x' } })],
  ['a hash alone', { body: JSON.stringify({ documentId: hashOf(BY_SLUG), variables: { slug: 'harbour-logistics' } }) }],
  ['a hash in the address', get({ documentId: hashOf(BY_SLUG), variables: '{"slug":"x"}' })],
  [
    "Apollo's hash",
    {
      body: JSON.stringify({
        extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(BY_SLUG).slice(7) } },
        variables: { slug: 'x' },
      }),
    },
  ],
  ['a hash that nobody knows', { body: JSON.stringify({ documentId: hashOf('nothing') }) }],
  ['the media type of the specification', post(ISSUES, {}, SPEC)],
  ['both media types', post(ISSUES, {}, { accept: 'application/graphql-response+json, application/json;q=0.9' })],
  [
    'both, with a charset',
    post(ISSUES, {}, { accept: 'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8' }),
  ],
  ['JSON first', post(ISSUES, {}, { accept: 'application/json, application/graphql-response+json' })],
  ['anything', post(ISSUES, {}, { accept: '*/*' })],
  ['an event stream', post(ISSUES, {}, { accept: 'text/event-stream' })],
  ['parts', post(ISSUES, {}, { accept: 'multipart/mixed, application/json' })],
  ['nothing that there is', post(ISSUES, {}, { accept: 'image/png' })],
  ['another charset', post(ISSUES, {}, { accept: 'application/json; charset=latin1' })],
  ['JSON with a charset', post(ISSUES, {}, { 'content-type': 'application/json; charset=utf-8' })],
  ['a content type that a form sends', post(ISSUES, {}, { 'content-type': 'text/plain' })],
  ['a page of another site', post(ISSUES, {}, { origin: 'http://elsewhere.example' })],
  ['no JSON', { body: '{"query":' }],
  ['no text', { body: '{"query":1}' }],
  ['a list', { body: '[{"query":"{ issues { totalCount } }"}]' }],
  ['an empty body', { body: '' }],
  ['bytes that are no UTF-8', { body: '{"query":"\ud800"}' }],
  ['another method', { method: 'PUT', body: '{}' }],
  ['a mutation', post('mutation { createPublication(input: { slug: "x", title: "X" }) { errors { code } } }')],
  [
    'a mutation in the address',
    get({ query: 'mutation { createPublication(input: { slug: "x", title: "X" }) { errors { code } } }' }),
  ],
  ['a field that is not there', post('{ nope }', {}, SPEC)],
  ['a document that is none', post('{', {}, SPEC)],
  ['a variable of a wrong type', post(BY_SLUG, { variables: { slug: 1 } })],
  ['the same for the specification', post(BY_SLUG, { variables: {} }, SPEC)],
  ['a page that is too large', post('{ issues(first: 1000) { totalCount } items(first: 0) { totalCount } }')],
  ['the same for the specification', post('{ issues(first: 1000) { totalCount } }', {}, SPEC)],
  ['a cursor of nobody', post('{ issues(after: "x") { totalCount } }', {}, SPEC)],
  ['what drafts hold, without a right', post('{ preview { issues { totalCount } } }')],
  ['what drafts hold', post('{ preview { issues { totalCount } } }', {}, { authorization: `Bearer ${TOKEN}` })],
  ['the past', post('{ asOf(at: "2999-01-01T00:00:00Z") { issues(first: 1) { nodes { id } } } }')],
  ['a token that nobody knows', post(ISSUES, {}, { authorization: 'Bearer nobody' })],
  ['its price besides', post(ISSUES, { extensions: { cost: 'report' } })],
  ['its price alone', post(ISSUES, { extensions: { cost: 'dryRun' } })],
  [
    'more than it may',
    post(
      '{ issues(first: 100) { nodes { items(first: 100) { nodes { keywords { items(first: 100) { totalCount } } } } } } }',
    ),
  ],
];

describe.each(DATABASES)('the paths to execution on $kind', (kind) => {
  let room: Newsroom;
  let yoga: Path;
  let front: Path;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await ingestSample(room);
    [yoga, front] = await Promise.all([PATHS.yoga(room.app), PATHS.front(room.app)]);
  });
  afterAll(async () => {
    await Promise.all([yoga.close(), front.close()]);
    await room.close();
  });

  it('are two: what is known is answered by the front, all else is passed on', async () => {
    let passed = 0;
    const path = await listen((request, response) => {
      room.app.front(request, response, () => {
        passed += 1;
        void room.app.yoga(request, response);
      });
    });
    const isPassed = async (request: PathRequest): Promise<boolean> => {
      await path.ask(request);
      passed = 0;
      await path.ask(request);
      return passed > 0;
    };
    for (const request of [
      post('{ publications { slug } }'),
      post(BY_SLUG, { variables: { slug: 'harbour-logistics' } }),
      post('{ publications { slug } }', {}, { ...SPEC, authorization: `Bearer ${TOKEN}` }),
      post('{ __schema { queryType { name } } publications { slug } }'),
      post('{ issues(first: 1000) { totalCount } }'),
      get({ query: '{ publications { slug } }' }),
    ]) {
      expect(await isPassed(request)).toBe(false);
    }
    expect(
      await isPassed(post('mutation { createPublication(input: { slug: "x", title: "X" }) { errors { code } } }')),
    ).toBe(true);
    expect(await isPassed(post('{ nope }'))).toBe(true);
    expect(await isPassed(post('{ publications { slug } }', {}, { accept: 'text/event-stream' }))).toBe(true);
    expect(await isPassed(post('{ publications { slug } }', {}, { authorization: 'Bearer nobody' }))).toBe(true);
    await path.close();
  });

  it.runIf(kind.kind === 'postgres')('cancel the statement when the client leaves, and log nothing', async () => {
    const waiting = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`;
    for (const path of [yoga, front]) {
      await path.ask(post(ISSUES));
      await room.database.transaction(async (trx) => {
        await sql`lock table published.issue in access exclusive mode`.execute(trx);
        const reaches = async (wanted: number): Promise<void> => {
          await expect.poll(async () => (await waiting.execute(trx)).rows[0]?.n, { timeout: 4_000 }).toBe(wanted);
        };
        const leave = path.begin(post(ISSUES));
        await reaches(1);
        leave();
        await reaches(0);
      });
      // What is asked behind it is answered when it has ended here too.
      await path.ask(post(ISSUES));
      expect(room.masked).toEqual([]);
    }
  });

  it.each(REQUESTS)('answer %s alike', async (_, request) => {
    expect(await front.ask(request)).toEqual(await yoga.ask(request));
  });
});
