import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { ingestSample } from '../sample.js';

/** Every connection of the read side, as a selection with room for arguments; the list stands under `list`. */
const CONNECTIONS = [
  { name: 'issues', wrap: (list: string) => `{ ${list} }`, field: 'issues' },
  { name: 'items', wrap: (list: string) => `{ ${list} }`, field: 'items' },
  { name: 'items, OLDEST', wrap: (list: string) => `{ ${list} }`, field: 'items', own: 'orderBy: OLDEST' },
  { name: 'events', wrap: (list: string) => `{ ${list} }`, field: 'events' },
  { name: 'events, LATEST', wrap: (list: string) => `{ ${list} }`, field: 'events', own: 'orderBy: LATEST' },
  { name: 'sources', wrap: (list: string) => `{ ${list} }`, field: 'sources' },
  { name: 'keywords, NAME', wrap: (list: string) => `{ ${list} }`, field: 'keywords', own: 'orderBy: NAME' },
  {
    name: 'Publication.issues',
    wrap: (list: string) => `{ publication(slug: "veldermouth-weekly") { ${list} } }`,
    field: 'issues',
  },
  {
    name: 'Publication.rubrics',
    wrap: (list: string) => `{ publication(slug: "veldermouth-weekly") { ${list} } }`,
    field: 'rubrics',
  },
  {
    name: 'Rubric.items',
    wrap: (list: string) =>
      `{ publication(slug: "veldermouth-weekly") { rubric(slug: "laws-and-regulations") { ${list} } } }`,
    field: 'items',
  },
  {
    name: 'Issue.items',
    wrap: (list: string) => `{ issue(publication: "veldermouth-weekly", slug: "203") { ${list} } }`,
    field: 'items',
  },
  {
    name: 'Keyword.items',
    wrap: (list: string) => `{ keyword(slug: "harbour-logistics") { ${list} } }`,
    field: 'items',
  },
  {
    name: 'Source.items',
    wrap: (list: string) => `{ source(slug: "veldermouth-port-authority") { ${list} } }`,
    field: 'items',
  },
] as const;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

describe.each(DATABASES)('connections on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await ingestSample(room);
  });
  afterAll(() => room.close());

  const page = async (connection: (typeof CONNECTIONS)[number], args: string): Promise<Page> => {
    const own = 'own' in connection ? `, ${connection.own}` : '';
    const list = `list: ${connection.field}(${args}${own}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;
    return findList(await room.data(connection.wrap(list)));
  };

  it.each(CONNECTIONS)('gives $name forward as backward as in one page', async (connection) => {
    const whole = await page(connection, 'first: 100');
    const ids = whole.edges.map(({ node }) => node.id);
    expect(ids.length).toBeGreaterThan(1);
    expect(whole.totalCount).toBe(ids.length);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const size = Math.max(1, Math.floor(ids.length / 3));
    expect(await walk((after) => page(connection, `first: ${size}${after}`), 'forward')).toEqual(ids);
    expect(await walk((before) => page(connection, `last: ${size}${before}`), 'backward')).toEqual(ids);
  });

  it.each(['first: 0', 'first: -1', 'first: 101', 'last: 101'])('refuses a page of %s', async (args) => {
    expect((await room.ask(`{ items(${args}) { totalCount } }`)).errors).toMatchObject([
      { extensions: { code: 'PAGE_SIZE' } },
    ]);
  });

  it('refuses an order that a variable makes null, with a code', async () => {
    const within = 'issues(first: 1) { nodes { items(orderBy: $order) { totalCount } } }';
    for (const field of ['items(orderBy: $order) { totalCount }', within]) {
      const { errors } = await room.ask(`query ($order: ItemOrder) { ${field} }`, { order: null });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('says where a day stands that is none', async () => {
    const { errors } = await room.ask('{ items(where: { publishedOn: { from: "2026-02-30" } }) { totalCount } }');
    expect(errors).toMatchObject([{ locations: [{ line: 1, column: 39 }], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([
    ['in line 1, of the variable $s.', 'query ($s: String!) { source(slug: $s) { id } }', { s: 'a\ud800' }],
    ['in line 1, of the text at 1:16 of the document.', '{ source(slug: "a\\u0000") { id } }', {}],
  ])('says where a text stands that no database holds: %s', async (place, query, variables) => {
    const { errors } = await room.ask(query, variables);
    expect(errors).toMatchObject([{ message: expect.stringContaining(place) }]);
  });

  it('refuses first and last together', async () => {
    const { errors } = await room.ask('{ items(first: 1, last: 1) { totalCount } }');
    expect(errors).toMatchObject([{ path: ['items'], extensions: { code: 'PAGE_ARGUMENTS' } }]);
  });

  it('refuses cursors of another list, another order, another filter, and tampered ones', async () => {
    const { endCursor } = (await page(CONNECTIONS[1], 'first: 2')).pageInfo;
    const after = JSON.stringify(endCursor);
    const lists = [
      `issues(after: ${after})`,
      `items(after: ${after}, orderBy: OLDEST)`,
      `items(after: ${after}, where: { kind: [BRIEF] })`,
      `items(after: "${(endCursor ?? '').slice(0, -2)}AA")`,
      'items(after: "")',
      'items(before: "MTI=")',
    ];
    for (const list of lists) {
      const { errors } = await room.ask(`{ ${list} { totalCount } }`);
      expect(errors, list).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }]);
    }
  });

  it.each([
    { where: '{ kind: [INTERVIEW] }', count: 4 },
    { where: '{ kind: [] }', count: 0 },
    { where: '{ kind: null }', count: 91 },
    { where: '{ keyword: ["harbour-logistics"] }', count: 11 },
    { where: '{ keyword: ["harbour-logistics"], kind: [INTERVIEW] }', count: 0 },
    { where: '{ source: ["vpa"] }', sameAs: '{ source: ["veldermouth-port-authority"] }' },
    {
      where: '{ rubric: ["laws-and-regulations"] }',
      sameAs: '{ rubric: ["laws-and-regulations/national", "laws-and-regulations/veldermouth"] }',
    },
    {
      where: '{ publication: ["veldermouth-weekly"], publishedOn: { from: "2026-10-07", to: "2026-10-07" } }',
      count: 12,
    },
    { where: '{ publishedOn: { to: "2025-09-09" } }', count: 0 },
    { where: '{ language: ["en"] }', count: 91 },
    { where: '{ publication: ["swb"] }', count: 0 },
  ])('narrows items by $where', async ({ where, count, sameAs }) => {
    const counted = async (filter: string) =>
      findList(await room.data(`{ list: items(where: ${filter}) { totalCount } }`)).totalCount;
    const wanted = sameAs === undefined ? count : await counted(sameAs);
    expect(await counted(where)).toBe(wanted);
    if (sameAs !== undefined) expect(wanted).toBeGreaterThan(1);
  });

  it('narrows by a variable that is null or absent as if it were not there', async () => {
    const query =
      'query ($kind: [ItemKind!], $where: ItemFilter) { a: items(where: { kind: $kind }) { totalCount } b: items(where: $where) { totalCount } }';
    const all = { a: { totalCount: 91 }, b: { totalCount: 91 } };
    expect(await room.data(query)).toEqual(all);
    expect(await room.data(query, { kind: null, where: null })).toEqual(all);
    expect(await room.data(query, { kind: ['INTERVIEW'], where: { kind: [] } })).toEqual({
      a: { totalCount: 4 },
      b: { totalCount: 0 },
    });
  });

  it('tells events by day, overlap and the items that announce them', async () => {
    const filters = {
      deadline: '{ kind: [COMMENT_DEADLINE] }',
      overlapping: '{ overlaps: { from: "2026-11-20", to: "2026-11-20" } }',
      announced: '{ item: { publication: ["swb"] } }',
    };
    const fields = Object.entries(filters).map(
      ([name, where]) =>
        `${name}: events(first: 100, where: ${where}) { nodes { kind startsOn endsOn status(on: "2026-11-20") } }`,
    );
    const data = await room.data(`{ ${fields.join(' ')} }`);
    expect(data).toMatchObject({ announced: { nodes: [] } });
    for (const { kind: eventKind, startsOn } of nodesOf(data, 'deadline')) {
      expect(eventKind).toBe('COMMENT_DEADLINE');
      expect(startsOn).toBeNull();
    }
    const overlapping = nodesOf(data, 'overlapping');
    expect(overlapping.length).toBeGreaterThan(0);
    for (const { status } of overlapping) expect(status).toBe('ONGOING');
  });

  it('finds names by a part of any printed form', async () => {
    const data = await room.data('{ list: sources(where: { nameContains: "vpa" }) { nodes { name } totalCount } }');
    expect(data).toEqual({ list: { nodes: [{ name: 'Veldermouth Port Authority' }], totalCount: 1 } });
  });
});

function findList(value: unknown): Page {
  if (typeof value === 'object' && value !== null) {
    if ('list' in value) return asPage(value.list);
    for (const inner of Object.values(value)) return findList(inner);
  }
  throw new Error('There is no list in the answer.');
}

function asPage(value: unknown): Page {
  if (!isPage(value)) throw new Error('The list is no page.');
  return value;
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'totalCount' in value;
}

interface EventNode {
  readonly kind: string;
  readonly startsOn: string | null;
  readonly status: string;
}

function nodesOf(data: unknown, name: string): readonly EventNode[] {
  const lists: Record<string, { nodes: EventNode[] }> = JSON.parse(JSON.stringify(data));
  return lists[name]?.nodes ?? [];
}

/** Reads a list page by page to its end and gives its ids in the list's own order. */
async function walk(next: (cursor: string) => Promise<Page>, direction: 'forward' | 'backward'): Promise<string[]> {
  let ids: string[] = [];
  let cursor = '';
  for (;;) {
    const { edges, pageInfo } = await next(cursor);
    const found = edges.map(({ node }) => node.id);
    ids = direction === 'forward' ? [...ids, ...found] : [...found, ...ids];
    const more = direction === 'forward' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
    if (!more) return ids;
    cursor = direction === 'forward' ? `, after: "${pageInfo.endCursor}"` : `, before: "${pageInfo.startCursor}"`;
  }
}
