import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { paper } from './paper.js';

const ONE = paper(1, '2031-05-01', [
  { title: 'Mill', body: 'Oats are ground.', keywords: ['Mills', 'Oats'] },
  { title: 'Ferry', body: 'It runs late. See https://quay.example/issues/2 for more.', keywords: ['Ferries', 'Oats'] },
  { title: 'Lamp', body: 'A heliograph flashes.', keywords: ['Lamps'] },
]);
const TWO = paper(2, '2031-05-08', [
  { title: 'Second Mill', body: 'Wheat is ground.', keywords: ['Mills', 'Oats', 'Wheat'] },
  { title: 'Signals', body: 'The heliograph is back.', keywords: ['Flags'] },
]);
const DRAFT = paper(3, '2031-05-15', [{ title: 'Third Mill', body: 'Rye is ground.', keywords: ['Mills'] }]);

const RELATED = '{ items { nodes { title related { title } } } }';

describe.each(DATABASES)('what is connected on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await room.ingest({ document: ONE, url: 'https://quay.example/issues/1', publish: true });
    await room.ingest({ document: TWO, url: 'https://quay.example/issues/2', publish: true });
    await room.ingest({ document: DRAFT });
  });
  afterAll(() => room.close());

  it('is what shares the rarest keywords and words, in one statement', async () => {
    room.statements.length = 0;
    expect(await room.data(RELATED)).toEqual({
      items: {
        nodes: [
          { title: 'Second Mill', related: [{ title: 'Mill' }, { title: 'Ferry' }] },
          { title: 'Signals', related: [{ title: 'Lamp' }] },
          { title: 'Mill', related: [{ title: 'Second Mill' }, { title: 'Ferry' }] },
          { title: 'Ferry', related: [{ title: 'Second Mill' }, { title: 'Mill' }] },
          { title: 'Lamp', related: [{ title: 'Signals' }] },
        ],
      },
    });
    expect(room.statements).toHaveLength(1);
  });

  it('is what a state shows', async () => {
    const first = await room.data('{ changes(first: 1) { nodes { at } } }');
    const [at] = /2\d{3}-[^"]+/.exec(JSON.stringify(first)) ?? [];
    const past = await room.data(`query P($at: DateTime!) { asOf(at: $at) ${RELATED} }`, { at });
    expect(JSON.stringify(past)).not.toContain('Second Mill');
    const preview = await room.data(`{ preview ${RELATED} }`, {}, { token: TOKEN });
    expect(JSON.stringify(preview)).toContain('"title":"Third Mill","related":[{"title":"Second Mill"}');
  });

  it('counts the keywords of the same items', async () => {
    expect(await room.data('{ keyword(slug: "oats") { related { itemCount keyword { name } } } }')).toEqual({
      keyword: {
        related: [
          { itemCount: 2, keyword: { name: 'Mills' } },
          { itemCount: 1, keyword: { name: expect.stringMatching(/Ferries|Wheat/) } },
          { itemCount: 1, keyword: { name: expect.stringMatching(/Ferries|Wheat/) } },
        ],
      },
    });
  });

  it('is linked both ways', async () => {
    expect(
      await room.data('{ issues { nodes { slug linksTo { slug } linkedFrom { totalCount nodes { title } } } } }'),
    ).toEqual({
      issues: {
        nodes: [
          { slug: '2', linksTo: [], linkedFrom: { totalCount: 1, nodes: [{ title: 'Ferry' }] } },
          { slug: '1', linksTo: [{ slug: '2' }], linkedFrom: { totalCount: 0, nodes: [] } },
        ],
      },
    });
  });

  it('follows a correction', async () => {
    const changed = ONE.replace('[Keywords: Mills, Oats]', '[Keywords: Mills]').replace(
      'heliograph flashes',
      'lamp burns',
    );
    await room.ingest({ document: changed, publish: true });
    const related = JSON.stringify(
      await room.data('{ keyword(slug: "oats") { related { itemCount keyword { slug } } } }'),
    );
    expect(related).toContain('{"itemCount":1,"keyword":{"slug":"mills"}}');
    expect(await room.data('{ search(query: "heliograph") { totalCount } }')).toEqual({ search: { totalCount: 1 } });
  });

  it.each([
    'items { nodes { related(first: 0) { id } } }',
    'keywords { nodes { related(first: 101) { itemCount } } }',
    'items { facets(by: KIND, first: 0) { count } }',
  ])('refuses a list of no size: %s', async (field) => {
    const { errors } = await room.ask(`{ ${field} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'PAGE_SIZE', limit: 100 } }]);
  });
});
