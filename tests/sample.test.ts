import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from './newsroom.js';
import { ingestSample } from './sample.js';

const WEEKLY = 'publication: "veldermouth-weekly"';

describe('the bundled sample', () => {
  let room: Newsroom;
  beforeAll(async () => {
    const kind = DATABASES.at(-1);
    if (kind === undefined) throw new Error('There is no database to test on.');
    room = await openNewsroom(kind);
    await ingestSample(room);
  });
  afterAll(() => room.close());

  it('has ten issues that are public, three of them older, and one that is a draft', async () => {
    expect(await room.data('{ issues { totalCount } }')).toEqual({ issues: { totalCount: 10 } });
    const preview = await room.data(
      `{ preview { issues(first: 1) { totalCount nodes { slug status } } } }`,
      {},
      { token: TOKEN },
    );
    expect(preview).toEqual({ preview: { issues: { totalCount: 11, nodes: [{ slug: '208', status: 'DRAFT' }] } } });
  });

  it('has an issue that was corrected', async () => {
    const data = await room.data(`{ issue(${WEEKLY}, slug: "204") { revision { ordinal } } }`);
    expect(data).toEqual({ issue: { revision: { ordinal: 2 } } });
  });

  it('has an article in three parts over three issues, and an interview', async () => {
    const data = await room.data(`{
      articles: items(first: 50, where: { kind: [ARTICLE] }) { nodes { title issue { slug } } }
      interviews: items(where: { kind: [INTERVIEW] }) { totalCount }
    }`);
    const parts = ['202', '203', '204'].map((slug) => ({
      title: expect.stringMatching(/^Who Owns a Tide Table\?/),
      issue: { slug },
    }));
    expect(data).toMatchObject({ articles: { nodes: expect.arrayContaining(parts) } });
    expect(data).toMatchObject({ interviews: { totalCount: 4 } });
  });

  it('has a source under several names', async () => {
    const data = await room.data('{ source(slug: "vpa") { name aliases { name } } }');
    expect(data).toMatchObject({
      source: {
        name: 'Veldermouth Port Authority',
        aliases: expect.arrayContaining([
          { name: 'VPA' },
          { name: 'VPA Newsletter' },
          { name: 'VPA Official Account' },
        ]),
      },
    });
  });

  it('has events before and after the day of its newest public issue', async () => {
    const data = await room.data('{ events(first: 100) { nodes { status(on: "2026-11-18") } } }');
    for (const status of ['PAST', 'ONGOING', 'UPCOMING']) {
      expect(data).toMatchObject({ events: { nodes: expect.arrayContaining([{ status }]) } });
    }
  });
});
