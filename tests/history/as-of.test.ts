import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { printIssue } from '../sequences/document.js';
import { PLAIN } from '../sequences/items.js';
import { differencesOf, type ReadState, readState } from './read-state.js';

const STATE = 'query ($at: DateTime!) { asOf(at: $at) { cursor publications { slug } issues { totalCount } } }';

describe.each(DATABASES)('the past on $kind', (kind) => {
  let room: Newsroom;
  const states: { readonly at: string; readonly state: ReadState }[] = [];

  beforeAll(async () => {
    room = await openNewsroom(kind);
    await remember();
    for (const version of ['first', 'second', 'third']) {
      await room.ingest({ document: documentOf(version), slug: '1', publish: true });
      await remember();
    }
    await ingestSample(room);
    await remember();
  });
  afterAll(() => room.close());

  /** The graph as it is, and the instant of the change that left it so. */
  async function remember(): Promise<void> {
    const { changes }: { changes: { nodes: { at: string }[] } } = JSON.parse(
      JSON.stringify(await room.data('{ changes(last: 1) { nodes { at } } }')),
    );
    states.push({ at: changes.nodes[0]?.at ?? '', state: await readState(room) });
  }

  it.each([{}, { token: TOKEN }])('is what was read when it was the present, for %j', async (as) => {
    for (const { at, state } of states) {
      const past = await readState(room, { at, ...as });
      expect(differencesOf(past, state)).toEqual([]);
      expect(past.hash).toBe(state.hash);
    }
  });

  it('is an empty graph before the first change', async () => {
    const empty = { cursor: null, publications: [], issues: { totalCount: 0 } };
    for (const at of ['0001-01-01T00:00:00Z', '1999-12-31T23:59:59+14:00']) {
      expect(await room.data(STATE, { at })).toEqual({ asOf: empty });
    }
  });

  it('is the present with ids of its own at an instant to come', async () => {
    const { state } = states.at(-1) ?? {};
    const future = await readState(room, { at: '9999-12-31T23:59:59.999999999-12:00' });
    expect(future.hash).toBe(state?.hash);
    const data = await room.data(
      '{ asOf(at: "2999-01-01T00:00:00Z") { issues(first: 1) { nodes { id canonicalId } } } }',
    );
    expect(JSON.stringify(data)).toMatch(/"id":"(issue_\w+)~\d+","canonicalId":"\1"/);
  });

  it('begins with the microsecond of its change', async () => {
    const [before, after] = [states[0]?.at ?? '', states[1]?.at ?? ''];
    const just = `${after.slice(0, -7)}${String(Number(after.slice(-7, -1)) - 1).padStart(6, '0')}Z`;
    const count = async (at: string) => JSON.stringify(await room.data(STATE, { at }));
    expect(await count(after)).toContain('"totalCount":1');
    expect(await count(just)).toBe(await count(before));
    expect(await count(after.replace('Z', '999Z'))).toBe(await count(after));
  });

  it('has the cursor of its last change, where the log goes on', async () => {
    const data: { asOf: { cursor: string } } = JSON.parse(
      JSON.stringify(await room.data(STATE, { at: states[1]?.at })),
    );
    const query = 'query ($after: String) { changes(after: $after, first: 1) { nodes { kind at } } }';
    expect(await room.data(query, { after: data.asOf.cursor })).toEqual({
      changes: { nodes: [{ kind: 'CORRECTED', at: states[2]?.at }] },
    });
  });

  it('pages by cursors of its own, which the present does not take', async () => {
    const query = (after: string) => `query ($at: DateTime!) { asOf(at: $at) { issues(first: 2${after}) {
      nodes { slug } pageInfo { hasNextPage endCursor } } } }`;
    const at = states.at(-1)?.at;
    const slugs: string[] = [];
    let after = '';
    for (let more = true; more; ) {
      const { asOf }: { asOf: { issues: Page } } = JSON.parse(JSON.stringify(await room.data(query(after), { at })));
      slugs.push(...asOf.issues.nodes.map(({ slug }) => slug));
      after = `, after: ${JSON.stringify(asOf.issues.pageInfo.endCursor)}`;
      more = asOf.issues.pageInfo.hasNextPage;
    }
    expect(slugs).toEqual(['207', '206', '205', '204', '203', '202', '201', '187', '168', '1', '2025-09-2']);
    const { errors } = await room.ask(`{ issues(first: 2${after}) { nodes { id } } }`);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_CURSOR');
  });

  it('tells of each id by node(), and of ids of several states by nodes(), in one statement', async () => {
    const query = `query ($one: DateTime!, $two: DateTime!) {
      one: asOf(at: $one) { items(first: 1) { nodes { id title issue { id } } } }
      two: asOf(at: $two) { items(first: 1) { nodes { id title issue { id } } } }
      now: items(first: 1, where: { publication: ["swb"] }) { nodes { id title issue { id } } }
    }`;
    room.statements.length = 0;
    const data = await room.data(query, { one: states[1]?.at, two: states[2]?.at });
    expect(room.statements).toHaveLength(1);
    const { one, two, now }: Record<'one' | 'two' | 'now', { items: Nodes } & Nodes> = JSON.parse(JSON.stringify(data));
    const wanted = [one.items.nodes[0], two.items.nodes[0], now.nodes[0]];
    expect(new Set(wanted.map((node) => node?.title)).size).toBe(3);
    const ids = wanted.map((node) => node?.id);
    room.statements.length = 0;
    expect(
      await room.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Item { title issue { id } } } }', { ids }),
    ).toEqual({ nodes: wanted });
    expect(room.statements).toHaveLength(1);
    for (const node of wanted) {
      const read = await room.data(
        'query ($id: ID!) { node(id: $id) { id ... on Item { title issue { id } } } }',
        node,
      );
      expect(read).toEqual({ node });
    }
  });

  it('knows nothing of what was not there then', async () => {
    const { issues }: { issues: Nodes } = JSON.parse(
      JSON.stringify(await room.data('{ issues(where: { number: [204] }) { nodes { id } } }')),
    );
    const id = issues.nodes[0]?.id ?? '';
    // The log has not come to the last of these.
    for (const state of ['~0', '~1', '~2', '~999999999']) {
      const { data, errors } = await room.ask('query ($id: ID!) { node(id: $id) { id } }', { id: `${id}${state}` });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ node: null });
    }
  });

  it('says of an event how it stood on the day of the instant', async () => {
    const query = `query ($at: DateTime!) { asOf(at: $at) { events(first: 100) { nodes { title startsOn endsOn status } } } }`;
    const { asOf }: { asOf: { events: { nodes: { startsOn: string; endsOn: string; status: string }[] } } } =
      JSON.parse(JSON.stringify(await room.data(query, { at: '2999-01-01T00:00:00Z' })));
    const closed = asOf.events.nodes.filter(({ endsOn }) => endsOn !== null);
    expect(closed.length).toBeGreaterThan(0);
    for (const { status } of closed) expect(status).toBe('PAST');
  });

  it('takes an instant with its zone and nothing else', async () => {
    const { errors } = await room.ask('{ asOf(at: "yesterday") { cursor } }');
    expect(errors?.[0]?.extensions?.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });
});

interface Page {
  readonly nodes: readonly { readonly slug: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

interface Nodes {
  readonly nodes: readonly { readonly id: string; readonly title: string }[];
}

/** One issue in versions: a title with a typo, mended, then with another item before it and other names. */
function documentOf(version: string): string {
  const quay = {
    ...PLAIN,
    title: version === 'first' ? 'The quay is meended' : 'The quay is mended',
    keywords: ['Moorings', version],
    body: ['Masons mended the quay.'],
    sources: [version === 'third' ? 'Harbour Desk' : 'Westquay Today'],
  };
  const fog = {
    ...PLAIN,
    title: 'Fog keeps the ferry',
    keywords: ['Fog'],
    body: ['It stayed.'],
    sources: ['Harbour Desk'],
  };
  const items = version === 'third' ? [fog, quay] : [quay];
  return printIssue({
    number: 1,
    headline: 'The week',
    date: '2026-01-02',
    sections: [{ heading: 'National', under: 'Laws and Regulations', items }],
  });
}
