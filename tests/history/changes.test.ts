import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { play } from '../sequences/play.js';
import { seededRandom } from '../sequences/random.js';
import { makeSteps } from '../sequences/steps.js';
import { differentNodes, Follower, readGraphCopy } from './follow-changes.js';

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $publication: [String!]) {
  changes(first: $first, after: $after, last: $last, before: $before, publication: $publication) {
    edges { cursor node { cursor kind at note issue { slug } entries { action id type node { id __typename } replacedBy } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: {
      readonly cursor: string;
      readonly kind: string;
      readonly at: string;
      readonly issue: { readonly slug: string } | null;
      readonly entries: readonly {
        readonly action: string;
        readonly id: string;
        readonly type: string;
        readonly node: { readonly id: string; readonly __typename: string } | null;
      }[];
    };
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

const BRIEF = (title: string) =>
  `The week (Issue 1)\nLaws and Regulations\nNational\n1. ${title}\n[Keyword: Boats]\nA boat was built.\nSource: The Yard\n`;

describe.each(DATABASES)('the change log on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await ingestSample(room);
    await room.ingest({ document: BRIEF('Boats Built'), publish: true, note: 'At last.' });
    await room.ingest({ document: BRIEF('Nothing of the Kind Happened Here'), publish: true });
    await room.ingest({ document: BRIEF('A draft'), publish: false });
  });
  afterAll(() => room.close());

  async function page(variables: object): Promise<Page> {
    const { changes }: { changes: Page } = JSON.parse(JSON.stringify(await room.data(PAGE, variables)));
    return changes;
  }

  const all = async (): Promise<Page['edges']> => (await page({ first: 100 })).edges;

  it('tells every change, oldest first, and no draft', async () => {
    const kinds = (await all()).map(({ node }) => `${node.kind} ${node.issue?.slug ?? ''}`.trim());
    const sample = ['2025-09-2', '168', '187', '201', '202', '203', '204', '205', '206', '207'].map(
      (slug) => `PUBLISHED ${slug}`,
    );
    expect(kinds.filter((kind_) => kind_.startsWith('PUBLISHED'))).toEqual([...sample, 'PUBLISHED 1']);
    expect(kinds.slice(0, 2)).toEqual(['CURATED', 'CURATED']);
    expect(kinds.slice(-2)).toEqual(['PUBLISHED 1', 'CORRECTED 1']);
    const instants = (await all()).map(({ node }) => node.at);
    expect(instants).toEqual([...new Set(instants)].sort());
  });

  it.each([1, 3, 100])('gives the same in pages of %i from either end', async (size) => {
    const wanted = (await all()).map(({ cursor }) => cursor);
    const forward: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await page({ first: size, after });
      forward.push(...edges.map(({ cursor }) => cursor));
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    const backward: string[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await page({ last: size, before });
      backward.unshift(...edges.map(({ cursor }) => cursor));
      [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
    }
    expect(forward).toEqual(wanted);
    expect(backward).toEqual(wanted);
  });

  it('has a place for each change, which is the same under a filter, in payloads and in a state', async () => {
    const edges = await all();
    for (const { cursor, node } of edges) expect(cursor).toBe(node.cursor);
    const [before, last] = edges.slice(-2);
    const [only] = (await page({ publication: ['swb'], first: 1, after: before?.cursor })).edges;
    expect(only?.cursor).toBe(last?.cursor);
    const state = await room.data('query ($at: DateTime!) { asOf(at: $at) { cursor } }', { at: last?.node.at });
    expect(state).toEqual({ asOf: { cursor: last?.cursor } });
    const document = BRIEF('A third title');
    const payload: { ingestIssue: { change: { cursor: string } } } = JSON.parse(
      JSON.stringify(
        await room.data(
          'mutation ($input: IngestIssueInput!) { ingestIssue(input: $input) { change { cursor } errors { message } } }',
          { input: { publication: 'swb', document, publish: true } },
          { token: TOKEN },
        ),
      ),
    );
    const [next] = (await page({ after: last?.cursor })).edges;
    expect(next?.cursor).toBe(payload.ingestIssue.change.cursor);
  });

  it('narrows by publication, and keeps what was done by hand', async () => {
    const slugs = async (publication: string[]) =>
      (await page({ publication, first: 100 })).edges.map(({ node }) => node.issue?.slug ?? node.kind);
    expect(new Set(await slugs(['swb']))).toEqual(new Set(['CURATED', '1']));
    expect(await slugs([])).toEqual(['CURATED', 'CURATED']);
    expect(await slugs(['nowhere'])).toEqual(['CURATED', 'CURATED']);
    expect((await slugs(['swb', 'veldermouth-weekly'])).length).toBe((await all()).length);
  });

  it('tells of each node as it stands now, null once it is gone, in one statement', async () => {
    room.statements.length = 0;
    const edges = await all();
    expect(room.statements).toHaveLength(1);
    const entries = edges.flatMap(({ node }) => node.entries);
    const last = new Map(entries.map((entry) => [entry.id, entry.action]));
    for (const { id, type, node } of entries) {
      expect(node).toEqual(last.get(id) === 'DELETED' ? null : { id, __typename: type });
    }
    expect([...last.values()].filter((action) => action === 'DELETED').length).toBeGreaterThan(0);
  });

  it('refuses a cursor of another list, and takes none of its own elsewhere', async () => {
    const { issues }: { issues: { pageInfo: { endCursor: string } } } = JSON.parse(
      JSON.stringify(await room.data('{ issues(first: 1) { pageInfo { endCursor } } }')),
    );
    const [edge] = await all();
    const refused = [
      await room.ask(PAGE, { after: issues.pageInfo.endCursor }),
      await room.ask(PAGE, { after: '12' }),
      await room.ask('query ($after: String) { issues(after: $after) { totalCount } }', { after: edge?.cursor }),
    ];
    for (const { errors } of refused) expect(errors?.[0]?.extensions?.code).toBe('BAD_CURSOR');
  });

  it('is enough to keep a copy that is the graph after every step', { timeout: 120_000 }, async () => {
    const follower = new Follower(room, 2);
    const steps = makeSteps(seededRandom(3), 12);
    await room.data(
      'mutation ($a: CreatePublicationInput!, $b: CreatePublicationInput!) { a: createPublication(input: $a) { errors { code } } b: createPublication(input: $b) { errors { code } } }',
      { a: { slug: 'quay', title: 'Quay' }, b: { slug: 'lantern', title: 'Lantern' } },
      { token: TOKEN },
    );
    for (const step of steps) {
      await play(room.database, step);
      await follower.catchUp();
      expect(differentNodes(follower.copy, await readGraphCopy(room))).toEqual([]);
    }
  });

  it('never skips a change for who pages while others write', { timeout: 60_000 }, async () => {
    const follower = new Follower(room, 1);
    const writers = Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        room.ingest({
          document: BRIEF(`Words of writer ${index}`).replace('Issue 1', `Issue ${50 + index}`),
          publish: true,
        }),
      ),
    );
    let seen = 0;
    for (let done = false; !done; ) {
      done = await Promise.race([
        writers.then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, 1, false)),
      ]);
      seen += await follower.catchUp();
    }
    expect(seen).toBe(Number(await room.database.text('select count(*) from published.change', [])));
    expect(differentNodes(follower.copy, await readGraphCopy(room))).toEqual([]);
  });
});
