import { withdrawIssue } from '@broadsheet/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsUnder } from '../leaks/found.js';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { type Brief, paper } from './paper.js';

const BRIEFS: readonly Brief[] = [
  {
    title: 'Döhler Opens a Mill',
    body: 'The mill grinds oats for the harbours of the north.',
    keywords: ['Mills', 'Oats'],
    source: 'Quay Office',
  },
  {
    title: 'Ferries Run Later',
    body: 'From May on the last ferry leaves at midnight, the mayor’s office says.',
    keywords: ['Ferries', 'Harbour'],
    source: 'Quay Office',
  },
  {
    title: 'Harbour Pilots Train',
    body: 'Pilots of the harbour learn to read fog signals. A mill is in sight.',
    keywords: ['Pilots', 'Harbour'],
  },
  {
    title: 'Night Lights',
    body: '灯塔管理处宣布今年冬天更换所有灯塔的灯。東京の港でも同じです。',
    keywords: ['Lights'],
  },
  {
    title: 'Sci-tech Fair & <b>More</b>',
    body: 'Engines, "smart" ropes & tide clocks are shown.',
    keywords: ['Fairs'],
  },
];

describe.each(DATABASES)('search on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await room.ingest({ document: paper(1, '2031-05-01', BRIEFS), publish: true });
  });
  afterAll(() => room.close());

  const titles = async (query: string, rest = ''): Promise<string[]> => {
    const data = await room.data(`query S($query: String!) { search(query: $query${rest}) { nodes { title } } }`, {
      query,
    });
    return [...textsUnder(data, ['title'])];
  };

  it.each([
    ['dohler', ['Döhler Opens a Mill']],
    ['DÖHLER', ['Döhler Opens a Mill']],
    ['mills', ['Döhler Opens a Mill', 'Harbour Pilots Train']],
    ['mill -fog', ['Döhler Opens a Mill']],
    ['mill -"fog signals"', ['Döhler Opens a Mill']],
    ['"fog signals"', ['Harbour Pilots Train']],
    ['"signals fog"', []],
    ['oats OR engines', ['Döhler Opens a Mill', 'Sci-tech Fair & <b>More</b>']],
    ['eng*', ['Sci-tech Fair & <b>More</b>']],
    ['navigat*', []],
    ['signalling*', ['Harbour Pilots Train']],
    ['ferry*', ['Ferries Run Later']],
    ['pilots', ['Harbour Pilots Train']],
    ['mayor', ['Ferries Run Later']],
    ['quay office', ['Döhler Opens a Mill', 'Ferries Run Later']],
    ['灯塔', ['Night Lights']],
    ['更换所有灯塔', ['Night Lights']],
    ['塔灯', []],
    ['港', ['Night Lights']],
    ['東京の港', ['Night Lights']],
    ['sci-tech', ['Sci-tech Fair & <b>More</b>']],
    ['the of and', []],
    ['-mill', []],
    ['"', []],
  ])('finds for %s what it means', async (query, expected) => {
    expect((await titles(query)).sort()).toEqual([...expected].sort());
  });

  it('puts a word of the title before one of the body', async () => {
    expect((await titles('harbour'))[0]).toBe('Harbour Pilots Train');
  });

  it('finds what has some of the words where nothing has all', async () => {
    expect(await titles('oats submarine')).toEqual(['Döhler Opens a Mill']);
  });

  it('narrows as items does', async () => {
    expect(await titles('mill', ', where: { keyword: ["pilots"] }')).toEqual(['Harbour Pilots Train']);
    expect(await titles('mill', ', where: { publishedOn: { from: "2031-05-02" } }')).toEqual([]);
    expect(
      await titles(
        'mill',
        ', where: { publishedOn: { from: "2031-05-01", to: "2031-05-01" }, source: ["quay-office"] }',
      ),
    ).toEqual(['Döhler Opens a Mill']);
  });

  it('marks in escaped snippets what was found', async () => {
    const query = '{ search(query: "more ropes") { edges { rank snippets { field text html } } } }';
    expect(await room.data(query)).toEqual({
      search: {
        edges: [
          {
            rank: expect.any(Number),
            snippets: [
              {
                field: 'body',
                text: 'Engines, "smart" ropes & tide clocks are shown.',
                html: 'Engines, &quot;smart&quot; <mark>ropes</mark> &amp; tide clocks are shown.',
              },
            ],
          },
        ],
      },
    });
    const sign = await room.data('{ search(query: "灯塔") { edges { snippets { html } } } }');
    expect(JSON.stringify(sign)).toContain('<mark>灯塔</mark>管理处');
  });

  it('proposes a spelling of printed words where little is found, and none where enough is', async () => {
    const spelling = async (query: string) =>
      room.data('query D($query: String!) { search(query: $query) { didYouMean } }', { query });
    expect(await spelling('harbuor')).toEqual({ search: { didYouMean: 'harbour' } });
    expect(await spelling('read fog sginals')).toEqual({ search: { didYouMean: 'read fog signals' } });
    expect(await spelling('harbour')).toEqual({ search: { didYouMean: null } });
    expect(await spelling('xyzzyx')).toEqual({ search: { didYouMean: null } });
  });

  it('answers with counts, facets and pages in one statement', async () => {
    room.statements.length = 0;
    const data = await room.data(`{ search(query: "harbour OR mill", first: 1) {
      totalCount rankedWithin pageInfo { hasNextPage hasPreviousPage }
      facets(by: KEYWORD, first: 2) { value label count } kinds: facets(by: KIND) { value count } months: facets(by: MONTH) { value label count } } }`);
    expect(room.statements).toHaveLength(1);
    expect(data).toEqual({
      search: {
        totalCount: 3,
        rankedWithin: null,
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
        facets: [
          { value: 'harbour', label: 'Harbour', count: 2 },
          { value: 'ferries', label: 'Ferries', count: 1 },
        ],
        kinds: [{ value: 'BRIEF', count: 3 }],
        months: [{ value: '2031-05', label: 'May 2031', count: 3 }],
      },
    });
  });

  it.each([
    ['x'.repeat(257), 'QUERY_TOO_LONG'],
    [Array.from({ length: 33 }, (_, index) => `w${index}`).join(' '), 'QUERY_TOO_LONG'],
    ['a\u0000b', 'NUL_CHARACTER'],
    ['a\ud800b', 'LONE_SURROGATE'],
  ])('refuses %j with a code', async (query, code) => {
    const answer = await room.ask('query S($query: String!) { search(query: $query) { totalCount } }', { query });
    expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
  });

  it('keeps its pages while issues come and go, and forgets what is withdrawn', async () => {
    const briefs = Array.from({ length: 12 }, (_, index) => ({
      title: `Buoy ${index}${index % 3 === 0 ? ' of the buoys' : ''}`,
      body: 'A buoy is laid out.',
    }));
    await room.ingest({ document: paper(2, '2031-05-08', briefs), publish: true });
    const page = async (after?: string) => {
      const data = await room.data(
        'query P($after: String) { search(query: "buoy", first: 5, after: $after) { pageInfo { endCursor hasNextPage } nodes { title } } }',
        { after },
      );
      const [cursor = ''] = textsUnder(data, ['endCursor']);
      return { titles: [...textsUnder(data, ['title'])], cursor };
    };
    const first = await page();
    const more = [
      { title: 'Buoy anew', body: 'One more buoy.' },
      { title: 'The buoy', body: 'A buoy, a buoy.' },
    ];
    const { issueId } = await room.ingest({ document: paper(3, '2031-05-15', more), publish: true });
    const second = await page(first.cursor);
    const third = await page(second.cursor);
    expect([...first.titles, ...second.titles, ...third.titles].sort()).toEqual(
      briefs.map(({ title }) => title).sort(),
    );
    expect(await titles('anew')).toEqual(['Buoy anew']);
    await withdrawIssue(room.database, { id: issueId });
    expect(await titles('anew')).toEqual([]);
    expect(JSON.stringify(await room.data('{ search(query: "anev") { didYouMean } }'))).toContain('null');
  });
});
