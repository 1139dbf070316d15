import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as sdk from '@broadsheet/sdk';
import {
  allItems,
  createClient,
  IssueTreeDocument,
  type IssueTreeQuery,
  ingestIssue,
  isGraphQLRequestError,
  item,
  items,
  KeywordItemsDocument,
  LatestIssuesDocument,
  paginate,
  publications,
  publishIssue,
  SourceItemsDocument,
  searchItems,
  sources,
  TypedDocumentString,
  UpcomingEventsDocument,
  updateEntity,
  updateIssue,
  verifyQuote,
  withdrawIssue,
} from '@broadsheet/sdk';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { briefIssue } from './live/served-room.js';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from './newsroom.js';
import { ingestSample } from './sample.js';

const [kind] = DATABASES;

const PUBLICATION = 'veldermouth-weekly';

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

  it('has a function for each operation of readers, writers and editors', async () => {
    const editor = createClient({
      url: 'http://localhost/graphql',
      headers: { authorization: `Bearer ${TOKEN}` },
      fetch: async (address, init) => room.app.yoga.fetch(String(address), { ...init }),
    });
    const reader = client();
    expect((await publications(reader)).publications.map(({ slug }) => slug)).toEqual(['swb', 'veldermouth-weekly']);
    const input = { publication: 'swb', document: briefIssue(9, 'odd') };
    const { ingestIssue: ingested } = await ingestIssue(editor, { input });
    expectTypeOf(ingested.outcome).toEqualTypeOf<'CREATED' | 'REVISED' | 'UNCHANGED' | null>();
    expect(ingested).toMatchObject({ outcome: 'CREATED', change: null, errors: [] });
    const id = ingested.issue?.id ?? '';
    const { publishIssue: published } = await publishIssue(editor, { input: { id, revision: 1 } });
    expect(published.issue?.status).toBe('PUBLISHED');
    const { items: found } = await items(reader, { where: { publication: ['swb'] } });
    const [brief] = found.nodes;
    expect(brief?.title).toBe('Boats odd Built');
    const { node } = await item(reader, { id: brief?.id ?? '' });
    expect(node?.__typename === 'Item' ? node.body : null).toContain('quay 9');
    const { updateIssue: updated } = await updateIssue(editor, { input: { id, number: 10 } });
    expect(updated.issue?.number).toBe(10);
    const [yard] = (await sources(reader, { where: { nameContains: 'Yard' } })).sources.nodes;
    const { updateEntity: renamed } = await updateEntity(editor, {
      input: { id: yard?.id ?? '', name: 'The Old Yard' },
    });
    expect(renamed.entity?.name).toBe('The Old Yard');
    const { withdrawIssue: withdrawn } = await withdrawIssue(editor, { input: { id } });
    expect(withdrawn.issue?.status).toBe('WITHDRAWN');
    const refused: unknown = await withdrawIssue(reader, { input: { id } }).catch((error: unknown) => error);
    expect(isGraphQLRequestError(refused, 'FORBIDDEN')).toBe(true);
  });

  it('walks over what a filter leaves, page by page', async () => {
    const titles: string[] = [];
    for await (const { title } of allItems(client(), { where: { source: ['vpa'] }, pageSize: 4 })) titles.push(title);
    const { items: all } = await items(client(), { where: { source: ['vpa'] }, first: 100 });
    expect(titles).toEqual(all.nodes.map(({ title }) => title));
    const nested = paginate(
      client(),
      KeywordItemsDocument,
      { slug: 'harbour-logistics', first: 5 },
      (data) => data.keyword?.items,
    );
    const pages: number[] = [];
    for await (const { nodes } of nested.pages()) pages.push(nodes.length);
    expect(pages).toEqual([5, 5, 1]);
  });

  it('searches, and checks a quote', async () => {
    const { search } = await searchItems(client(), {
      query: 'harbour',
      first: 3,
      where: { publication: [PUBLICATION] },
    });
    const [best] = search.edges;
    expect(best?.node.title.toLowerCase()).toContain('harbour');
    expect(best?.snippets.some(({ html }) => html.includes('<mark>'))).toBe(true);
    const { node: found } = await item(client(), { id: best?.node.id ?? '' });
    const words = (found?.__typename === 'Item' ? (found.body ?? '') : '').split(' ').slice(0, 6).join(' ');
    const { verifyQuote: quote } = await verifyQuote(client(), { text: words, publication: [PUBLICATION] });
    expect(quote?.item?.id).toBe(best?.node.id);
    expect(quote?.span.text).toBe(words);
    expect((await verifyQuote(client(), { text: 'words that nobody wrote' })).verifyQuote).toBeNull();
  });

  it('has its operations in the manifest, under the hash of their text, and they answer', async () => {
    const manifest: Record<string, string> = JSON.parse(
      readFileSync(new URL('../schema/persisted-documents.json', import.meta.url), 'utf8'),
    );
    const documents = Object.values(sdk).filter((value) => value instanceof TypedDocumentString);
    expect(documents.map(({ __meta__ }) => __meta__.hash).sort()).toEqual(Object.keys(manifest).sort());
    for (const [hash, text] of Object.entries(manifest)) {
      expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
      if (!text.includes('query ')) continue;
      const variables = {
        publication: 'veldermouth-weekly',
        slug: '204',
        from: '2026-01-01',
        id: 'none',
        query: 'x',
        text: 'x',
      };
      expect((await room.ask(text, variables)).errors).toBeUndefined();
    }
  });
});
