import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { briefIssue } from '../live/served-room.js';
import { DATABASES, type Newsroom, onDatabase, openNewsroom, TOKEN } from '../newsroom.js';
import { listen, PATHS, type Path, type PathAnswer, type PathRequest } from './paths.js';

const TITLES = '{ issues { nodes { title } } }';
const VARY = 'accept, authorization, origin';
const get = (query: string, headers: Readonly<Record<string, string>> = {}): PathRequest => ({
  method: 'GET',
  search: `?${new URLSearchParams({ query })}`,
  headers,
});
const tagOf = ({ headers }: PathAnswer): string => String(headers['etag']);
const control = ({ headers }: PathAnswer) => headers['cache-control'];

describe.each(DATABASES)('HTTP caches on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind, { limits: {} });
    await room.ingest({ document: briefIssue(1, 'small'), publish: true });
  });
  afterAll(() => room.close());

  describe.each(['yoga', 'front'] as const)('by the path %s', (name) => {
    let path: Path;
    beforeAll(async () => {
      path = await PATHS[name](room.app);
    });
    afterAll(() => path.close());

    it('keep what anyone may read, and are told by 304 that it stands, until it changes', async () => {
      const first = await path.ask(get(TITLES));
      expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache', vary: VARY } });
      expect(tagOf(first)).toMatch(/^"[\w-]{22}"$/);
      const again = await path.ask(get(TITLES, { 'if-none-match': tagOf(first) }));
      expect(again).toEqual({
        status: 304,
        headers: { 'cache-control': 'no-cache', etag: tagOf(first), vary: VARY },
        body: '',
      });
      await room.ingest({ document: briefIssue(name === 'yoga' ? 2 : 3, 'small'), publish: true });
      const changed = await path.ask(get(TITLES, { 'if-none-match': tagOf(first) }));
      expect(changed.status).toBe(200);
      expect(tagOf(changed)).not.toBe(tagOf(first));
    });

    it.each([
      ['one of several', (tag: string) => `"other", ${tag}`, 304],
      ['weak', (tag: string) => `W/${tag}`, 304],
      ['any', () => '*', 304],
      ['another', () => '"other"', 200],
      ['its beginning', (tag: string) => tag.slice(0, 8), 200],
    ] as const)('may hold a tag that is %s', async (_, tag, status) => {
      const held = tagOf(await path.ask(get(TITLES)));
      expect((await path.ask(get(TITLES, { 'if-none-match': tag(held) }))).status).toBe(status);
    });

    it('tell both media types apart', async () => {
      const [plain, spec] = [await path.ask(get(TITLES)), await path.ask(get(TITLES, { accept: SPEC }))];
      expect(spec.body).toBe(plain.body);
      expect(tagOf(spec)).not.toBe(tagOf(plain));
    });

    it('keep nothing that was asked with a token', async () => {
      const own = await path.ask(get(TITLES, { authorization: `Bearer ${TOKEN}`, 'if-none-match': '*' }));
      expect(own).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } });
      expect(own.headers).not.toHaveProperty('etag');
      const unknown = await path.ask(get(TITLES, { authorization: 'Bearer nobody' }));
      expect(control(unknown)).toBe('private, no-store');
    });

    it.each([
      ['a document that is none', '{'],
      ['a field that is not there', '{ nope }'],
      ['a page that is too large', '{ issues(first: 1000) { totalCount } }'],
      ['a part that failed', '{ issues { totalCount } preview { issues { totalCount } } }'],
      ['a mutation', 'mutation { createPublication(input: { slug: "x", title: "X" }) { errors { code } } }'],
    ])('keep no answer with errors: %s', async (_, query) => {
      const answer = await path.ask(get(query, { 'if-none-match': '*' }));
      expect(answer.body).toContain('"errors"');
      expect(control(answer)).toBe('no-store');
      expect(answer.headers).not.toHaveProperty('etag');
    });

    it('are told nothing of POST', async () => {
      const answer = await path.ask({ body: JSON.stringify({ query: TITLES }), headers: { 'if-none-match': '*' } });
      expect(answer.status).toBe(200);
      for (const told of ['cache-control', 'etag', 'vary']) expect(answer.headers).not.toHaveProperty(told);
    });
  });

  it('may give an answer by themselves for as long as the server is told, if many share them', async () => {
    const shared = onDatabase(room.database, { sharedMaxAgeS: 60, origins: ['https://desk.example'] });
    for (const name of ['yoga', 'front'] as const) {
      const path = await PATHS[name](shared.app);
      expect(control(await path.ask(get(TITLES)))).toBe('public, max-age=0, s-maxage=60');
      expect(control(await path.ask(get('{ nope }')))).toBe('no-store');
      await path.close();
    }
    const path = await listen(shared.app);
    const answer = await path.ask(get(TITLES, { origin: 'https://desk.example' }));
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': 'https://desk.example', vary: VARY });
    await path.close();
  });
});

const SPEC = 'application/graphql-response+json';
