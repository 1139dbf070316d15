import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';

const issueOf = (number: number, ...headings: readonly string[]): string =>
  [
    `Week (Issue ${number})`,
    'One Week in Lanternport',
    'Latest News',
    `1. News of week ${number}`,
    'Told.',
    'Source: Westquay Today',
    ...headings.flatMap((heading) => [heading, `1. Story ${number}`, 'Told.', 'Source: Westquay Today']),
    '',
  ].join('\n');

const RUBRICS = '{ issue(publication: "swb", slug: "1") { sections { heading rubric { slug } } } }';
const rubricsOf = (last: unknown) => ({
  issue: {
    sections: [
      { heading: 'One Week in Lanternport', rubric: { slug: 'one-week-in-lanternport' } },
      { heading: 'Latest News', rubric: { slug: 'one-week-in-lanternport/latest-news' } },
      { heading: 'Gossip of the Quays', rubric: last },
    ],
  },
});

describe.each(DATABASES)('layouts of the bulletin on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  it('give a heading that does not recur no rubric, and one when it does', async () => {
    await room.ingest({ document: issueOf(1, 'Gossip of the Quays'), publish: true });
    expect(await room.data(RUBRICS)).toEqual(rubricsOf(null));
    await room.ingest({ document: issueOf(2, 'Gossip of the Quays'), publish: true });
    expect(await room.data(RUBRICS)).toEqual(rubricsOf({ slug: 'one-week-in-lanternport/gossip-of-the-quays' }));
  });

  it('give an issue that is counted within its month an address, and find it by its printed number', async () => {
    const file = new URL('../../packages/parser/src/fixtures/month-counted.txt', import.meta.url);
    await room.ingest({ document: readFileSync(file, 'utf8'), publish: true });
    const { data } = await room.ask(`{
      issue(publication: "swb", slug: "2031-09-2") { number publishedOn }
      issues(where: { number: 2 }) { nodes { slug } }
    }`);
    expect(data).toEqual({
      issue: { number: 2, publishedOn: '2031-09-10' },
      issues: { nodes: [{ slug: '2031-09-2' }, { slug: '2' }] },
    });
  });
});
