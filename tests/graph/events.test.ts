import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';

const document = (number: number, title: string, ...lines: string[]): string =>
  [`Lamps (Issue ${number}) (2032.01.${10 + number})`, 'Laws and Regulations', `1. ${title}`, ...lines, ''].join('\n');
const SHOW = 'The exhibition "Lamps" will be on display from February 14, 2032 to March 31, 2032.';
const EVENTS =
  '{ events(first: 20) { nodes { title startsOn item { issue { slug } } mentions { item { issue { slug } } } } } }';

describe.each(DATABASES)('an event over issues on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  it('is one node with all its mentions, told by the newest, in whatever order they come', async () => {
    for (const number of [2, 3, 1])
      await room.ingest({ document: document(number, 'Lamps of the North', SHOW), publish: true });
    await room.ingest({ document: document(4, 'Lamps of the North', SHOW.replace('14', '15')), publish: true });
    const slugs = (...numbers: string[]) => numbers.map((slug) => ({ item: { issue: { slug } } }));
    expect(await room.data(EVENTS)).toMatchObject({
      events: {
        nodes: [
          { startsOn: '2032-02-14', item: { issue: { slug: '3' } }, mentions: slugs('3', '2', '1') },
          { startsOn: '2032-02-15', item: { issue: { slug: '4' } }, mentions: slugs('4') },
        ],
      },
    });
  });
});
