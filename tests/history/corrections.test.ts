import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { type IssueModel, type ItemModel, printIssue } from '../sequences/document.js';
import { PLAIN } from '../sequences/items.js';

const brief = (title: string, ...body: string[]): ItemModel => ({
  ...PLAIN,
  title,
  keywords: ['Quays'],
  body,
  sources: ['Harbour Desk'],
});

const QUAY = brief('The old quay is mended at last', 'Masons mended the quay in a day.');
const FERRY = brief('Fog keeps the ferry in its berth', 'It stayed where it was.', 'At noon it left for the islands.');
const TOLL = brief('Tolls at the lock go up in spring', 'A barge pays more from March on.');

let number = 0;

const issue = (national: ItemModel[], local: ItemModel[] = []): IssueModel => ({
  number,
  headline: 'The week',
  // A week each: issues of one day with most items alike are one issue.
  date: new Date(Date.UTC(2026, 0, 7 * number)).toISOString().slice(0, 10),
  sections: [
    { heading: 'National', under: 'Laws and Regulations', items: national },
    { heading: 'Lanternport', under: 'Laws and Regulations', items: local },
  ],
});

interface Item {
  readonly id: string;
  readonly title: string;
  readonly position: number;
  readonly section: { readonly heading: string };
}

describe.each(DATABASES)('an item’s id on $kind', (kind) => {
  let room: Newsroom | undefined;
  let before: readonly Item[] = [];

  beforeEach(async () => {
    number += 1;
    before = await publish([QUAY, FERRY, TOLL]);
  });
  afterAll(() => room?.close());

  async function publish(national: ItemModel[], local: ItemModel[] = []): Promise<readonly Item[]> {
    room ??= await openNewsroom(kind);
    await room.ingest({ document: printIssue(issue(national, local)), publish: true });
    const query = `query ($slug: String!) { issue(publication: "swb", slug: $slug) { items { nodes { id title position section { heading } } } } }`;
    const data: { issue: { items: { nodes: Item[] } } } = JSON.parse(
      JSON.stringify(await room.data(query, { slug: String(number) })),
    );
    return data.issue.items.nodes;
  }

  const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);

  async function node(id: string) {
    const { data, errors } =
      (await room?.ask('query ($id: ID!) { node(id: $id) { id ... on Item { title } } }', { id })) ?? {};
    return { data, codes: errors?.map(({ extensions }) => extensions?.code) ?? [] };
  }

  it('outlives a typo in its title', async () => {
    const after = await publish([{ ...QUAY, title: 'The old quay is meended at last' }, FERRY, TOLL]);
    expect(ids(after)).toEqual(ids(before));
    expect(await node(ids(before)[0] ?? '')).toEqual({
      data: { node: { id: ids(before)[0], title: 'The old quay is meended at last' } },
      codes: [],
    });
  });

  it('goes with it to another section', async () => {
    const after = await publish([QUAY, TOLL], [FERRY]);
    const [quay, ferry, toll] = ids(before);
    expect(ids(after)).toEqual([quay, toll, ferry]);
    expect(after.at(-1)).toMatchObject({ id: ferry, position: 3, section: { heading: 'Lanternport' } });
  });

  it('stays where another is put before it', async () => {
    const after = await publish([brief('A crane falls over', 'Nobody was hurt.'), QUAY, FERRY, TOLL]);
    expect(ids(after).slice(1)).toEqual(ids(before));
    expect(ids(before)).not.toContain(after[0]?.id);
  });

  it('stays with the part that keeps its title where it is split in two', async () => {
    const [first = '', second = ''] = FERRY.body;
    const parts = [{ ...FERRY, body: [first] }, brief('The islands have their ferry back', second)];
    const after = await publish([QUAY, ...parts, TOLL]);
    const [quay, ferry, toll] = ids(before);
    expect([after[0], after[1], after[3]].map((item) => item?.id)).toEqual([quay, ferry, toll]);
    expect(ids(before)).not.toContain(after[2]?.id);
  });

  it('leaves a tombstone where it goes, is read in its own past, and comes back with it', async () => {
    const [, ferry = ''] = ids(before);
    const { changes }: { changes: { nodes: { at: string }[] } } = JSON.parse(
      JSON.stringify(await room?.data('{ changes(last: 1) { nodes { at } } }')),
    );
    await publish([QUAY, TOLL]);
    expect(await node(ferry)).toEqual({ data: { node: null }, codes: ['GONE'] });
    const query = `query ($at: DateTime!, $slug: String!) { asOf(at: $at) { issue(publication: "swb", slug: $slug) { items { nodes { id title } } } } }`;
    const past = JSON.stringify(await room?.data(query, { at: changes.nodes[0]?.at, slug: String(number) }));
    const then = new RegExp(`"(${ferry}~\\d+)","title":"([^"]+)"`).exec(past);
    expect(then?.[2]).toBe(FERRY.title);
    expect(await node(then?.[1] ?? '')).toEqual({ data: { node: { id: then?.[1], title: FERRY.title } }, codes: [] });
    expect(ids(await publish([QUAY, FERRY, TOLL]))).toEqual(ids(before));
    expect((await node(ferry)).codes).toEqual([]);
  });
});
