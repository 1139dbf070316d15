import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';

const document = (number: number, ...keywords: string[]): string =>
  [
    `Fog (Issue ${number}) (2032.01.${10 + number})`,
    'Laws and Regulations',
    ...keywords.flatMap((keyword, index) => [`${index + 1}. Fog ${keyword}`, `[Keywords: ${keyword}]`, 'Fog.']),
    '',
  ].join('\n');
const KEYWORD = `query ($slug: String!) { keyword(slug: $slug) { id slug name itemCount aliases { name method } } }`;

describe.each(DATABASES)('the forms of a keyword on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  const ingest = (number: number, ...keywords: string[]) =>
    room.ingest({ document: document(number, ...keywords), publish: true });
  const find = (slug: string) => room.data(KEYWORD, { slug });

  it('are called as they are printed, until the singular is', async () => {
    await ingest(1, 'AI agents', 'AI Agents', 'Policies');
    expect(await find('ai-agents')).toMatchObject({
      keyword: {
        slug: 'ai-agents',
        name: 'AI Agents',
        itemCount: 2,
        aliases: [{ name: 'AI agents', method: 'PRINTED' }],
      },
    });
    expect(await find('ai-agent')).toEqual({ keyword: null });
    const before = await find('ai-agents');
    await ingest(2, 'AI agent');
    const after = await find('ai-agent');
    expect(after).toMatchObject({
      keyword: {
        slug: 'ai-agent',
        name: 'AI agent',
        itemCount: 3,
        aliases: [{ name: 'AI Agents' }, { name: 'AI agents' }],
      },
    });
    expect(await find('ai-agents')).toEqual(after);
    expect(idIn(after)).toBe(idIn(before));
  });

  it('find the items of all of them, by any of their slugs', async () => {
    await ingest(3, 'Start-up', 'Startups', 'startup');
    for (const slug of ['start-up', 'startups', 'startup']) {
      const data = await room.data(
        'query ($slug: String!) { items(where: { keyword: [$slug] }) { totalCount nodes { keywords { slug } } } }',
        { slug },
      );
      expect(data).toEqual({ items: { totalCount: 3, nodes: Array(3).fill({ keywords: [{ slug: 'startup' }] }) } });
    }
  });

  it.each([
    ['News', 'New'],
    ['Glasses', 'Glass'],
    ['Customs', 'Custom'],
    ['Sports', 'Sport'],
    ['Analytics', 'Analytic'],
  ])('leave %s and %s two', async (a, b) => {
    await ingest(4, a, b);
    const [one, other] = [await find(a.toLowerCase()), await find(b.toLowerCase())];
    expect([one, other]).toMatchObject([{ keyword: { name: a, aliases: [] } }, { keyword: { name: b, aliases: [] } }]);
  });

  it('are found by the id of any slug that was theirs', async () => {
    const data = await room.data('{ keyword(slug: "policies") { id } }');
    await ingest(5, 'Policy');
    const node = await room.data('query ($id: ID!) { node(id: $id) { ... on Keyword { slug } } }', { id: idIn(data) });
    expect(node).toEqual({ node: { slug: 'policy' } });
  });
});

function idIn(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('keyword' in data)) return undefined;
  const { keyword } = data;
  return typeof keyword === 'object' && keyword !== null && 'id' in keyword ? keyword.id : undefined;
}
