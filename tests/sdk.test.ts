import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  createClient,
  GraphQLRequestError,
  HttpError,
  IssueTreeDocument,
  type IssueTreeQuery,
  KeywordItemsDocument,
  LatestIssuesDocument,
  NetworkError,
  SourceItemsDocument,
  UpcomingEventsDocument,
} from '@broadsheet/sdk';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from './newsroom.js';
import { ingestSample } from './sample.js';

const [kind] = DATABASES;

describe('the SDK against a server', () => {
  let room: Newsroom;
  beforeAll(async () => {
    if (kind === undefined) throw new Error('There is no database to test on.');
    room = await openNewsroom(kind);
    await ingestSample(room);
  });
  afterAll(() => room.close());

  const client = () =>
    createClient({
      url: 'http://localhost/graphql',
      fetch: async (address, init) => room.app.yoga.fetch(String(address), { ...init }),
    });

  it('answers every operation it has, typed', async () => {
    const { issue } = await client().request(IssueTreeDocument, { publication: 'veldermouth-weekly', slug: '204' });
    expectTypeOf(issue).toEqualTypeOf<IssueTreeQuery['issue']>();
    expect(issue?.sections.flatMap(({ items }) => items)).toHaveLength(12);
    const { issues } = await client().request(LatestIssuesDocument, { publication: 'veldermouth-weekly', first: 2 });
    expect(issues.nodes.map(({ number }) => number)).toEqual([207, 206]);
    const more = await client().request(LatestIssuesDocument, {
      publication: 'veldermouth-weekly',
      first: 2,
      after: issues.pageInfo.endCursor,
    });
    expect(more.issues.nodes.map(({ number }) => number)).toEqual([205, 204]);
    const { keyword } = await client().request(KeywordItemsDocument, { slug: 'harbour-logistics' });
    expect(keyword?.items.edges).toHaveLength(11);
    const { source } = await client().request(SourceItemsDocument, { slug: 'vpa' });
    expect(source?.name).toBe('Veldermouth Port Authority');
    const { events } = await client().request(UpcomingEventsDocument, { from: '2026-11-20' });
    expect(events.nodes.length).toBeGreaterThan(5);
  });

  it('rejects with a typed error for each way to fail', async () => {
    const answering = (response: () => Promise<Response>) =>
      createClient({ url: 'http://localhost/graphql', fetch: response });
    const ask = (of: ReturnType<typeof createClient>) =>
      of.request(LatestIssuesDocument, { publication: 'x', first: 1000 });
    const refused: unknown = await ask(client()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(GraphQLRequestError);
    expect(refused).toMatchObject({ codes: ['PAGE_SIZE'] });
    await expect(ask(answering(async () => new Response('<html>', { status: 502 })))).rejects.toThrow(HttpError);
    await expect(ask(answering(async () => new Response('{}')))).rejects.toThrow(HttpError);
    await expect(ask(answering(() => Promise.reject(new TypeError('fetch failed'))))).rejects.toThrow(NetworkError);
    const gone = AbortSignal.abort(new Error('left'));
    const left = createClient({
      url: 'http://localhost/graphql',
      fetch: async (_, init) => {
        init?.signal?.throwIfAborted();
        return new Response();
      },
    });
    await expect(left.request(LatestIssuesDocument, { publication: 'x' }, { signal: gone })).rejects.toThrow('left');
  });

  it('asks for headers anew with each request', async () => {
    const seen: (string | null)[] = [];
    let turn = 0;
    const counting = createClient({
      url: 'http://localhost/graphql',
      headers: () => ({ 'x-turn': String(++turn) }),
      fetch: async (_, init) => {
        seen.push(new Headers(init?.headers).get('x-turn'));
        return Response.json({ data: { issues: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } });
      },
    });
    await counting.request(LatestIssuesDocument, { publication: 'x' });
    await counting.request(LatestIssuesDocument, { publication: 'x' });
    expect(seen).toEqual(['1', '2']);
  });

  it('has its operations in the manifest, under the hash of their text, and they answer', async () => {
    const manifest: Record<string, string> = JSON.parse(
      readFileSync(new URL('../schema/persisted-documents.json', import.meta.url), 'utf8'),
    );
    expect(Object.keys(manifest)).toHaveLength(5);
    for (const [hash, text] of Object.entries(manifest)) {
      expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
      const { errors } = await room.ask(text, { publication: 'veldermouth-weekly', slug: '204', from: '2026-01-01' });
      expect(errors).toBeUndefined();
    }
  });
});
