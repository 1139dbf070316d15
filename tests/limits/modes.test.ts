import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { type Listening, listening } from './listening.js';

const TEXT = 'query Titles { publications { title } }';
const HEX = createHash('sha256').update(TEXT).digest('hex');
const HASH = `sha256:${HEX}`;
const DATA = { publications: [{ title: 'Shanghai Weekly Bulletin' }] };
const OTHER = '{ publications { slug } }';

// What runs is decided before any database is asked.
describe.each(DATABASES.slice(0, 1))('persisted documents on $kind', (kind) => {
  let room: Newsroom;
  let server: Listening;
  const open = async (mode: 'open' | 'development' | 'locked'): Promise<void> => {
    room = await openNewsroom(kind, { mode, documents: new Map([[HASH, TEXT]]) });
    server = await listening(room.app);
  };
  const post = async (body: object, headers: object = {}): Promise<Answer> => {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const codes = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions?.code);
  const close = async (): Promise<void> => {
    await server.close();
    await room.close();
  };

  describe('of a server that is open', () => {
    beforeAll(() => open('open'));
    afterAll(close);

    it.each([
      ['documentId', { documentId: HASH }],
      ['documentId without its prefix', { documentId: HEX }],
      ["the extension of Apollo's", { extensions: { persistedQuery: { version: 1, sha256Hash: HEX } } }],
    ])('are found by %s, by POST and by GET', async (_, body) => {
      expect(await post(body)).toEqual({ data: DATA });
      const parameters = new URLSearchParams(
        Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
      );
      expect(await (await fetch(`${server.address}/graphql?${parameters}`)).json()).toEqual({ data: DATA });
    });

    it('are learnt from a client that sends the text with its hash', async () => {
      const documentId = createHash('sha256').update(OTHER).digest('hex');
      expect(codes(await post({ documentId }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
      const extensions = { persistedQuery: { version: 1, sha256Hash: documentId } };
      expect(await post({ query: OTHER, extensions })).toEqual({ data: { publications: [{ slug: 'swb' }] } });
      expect(await post({ documentId })).toEqual({ data: { publications: [{ slug: 'swb' }] } });
    });

    it.each([
      ['a hash of another text', { query: OTHER, documentId: HASH }, 'BAD_REQUEST'],
      ['what is no hash', { documentId: '../../etc/passwd' }, 'BAD_REQUEST'],
      ['neither text nor hash', {}, 'BAD_REQUEST'],
      ['a part that is not known', { query: OTHER, queries: [] }, 'BAD_REQUEST'],
      ['a text that is none', { query: 7 }, 'BAD_REQUEST'],
      ['variables that are a list', { query: OTHER, variables: [] }, 'BAD_REQUEST'],
    ])('refuse %s', async (_, body, code) => {
      expect(codes(await post(body))).toEqual([code]);
    });

    it('suggest names, and tell the schema', async () => {
      expect(JSON.stringify(await post({ query: '{ publication }' }))).toContain('Did you mean');
      expect((await fetch(`${server.address}/schema.graphql`)).status).toBe(200);
    });
  });

  describe('of a server in development', () => {
    beforeAll(() => open('development'));
    afterAll(close);

    it('run beside others, which are told in the log once', async () => {
      await post({ query: TEXT });
      expect(room.masked).toEqual([]);
      await post({ query: OTHER });
      await post({ query: OTHER });
      expect(room.masked).toEqual([OTHER]);
    });
  });

  describe('of a server that is locked', () => {
    beforeAll(() => open('locked'));
    afterAll(close);

    it('run by their hash and by their text', async () => {
      expect(await post({ documentId: HASH })).toEqual({ data: DATA });
      expect(await post({ query: TEXT })).toEqual({ data: DATA });
    });

    it.each([
      ['another operation', OTHER],
      ['introspection', '{ __schema { queryType { name } } }'],
      ['a mutation', 'mutation { publishIssue(input: { id: "x" }) { issue { id } } }'],
      ['what is wrong', '{ nothing }'],
      ['what cannot be read', '{'],
    ])('are all that runs: %s does not', async (_, query) => {
      const answer = await post({ query });
      expect(codes(answer)).toEqual(['UNTRUSTED_DOCUMENT']);
      expect(JSON.stringify(answer)).not.toContain('Did you mean');
    });

    it('are not learnt', async () => {
      const documentId = createHash('sha256').update(OTHER).digest('hex');
      expect(codes(await post({ query: OTHER, documentId }))).toEqual(['UNTRUSTED_DOCUMENT']);
      expect(codes(await post({ documentId }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    });

    it('are not all that the operator runs, whose command asks what it likes', async () => {
      const authorization = `Bearer ${TOKEN}`;
      expect(await post({ query: OTHER }, { authorization })).toEqual({ data: { publications: [{ slug: 'swb' }] } });
      const reader = `Bearer ${await room.token('ingest', 'publish', 'curate', 'read-drafts')}`;
      expect(codes(await post({ query: OTHER }, { authorization: reader }))).toEqual(['UNTRUSTED_DOCUMENT']);
    });

    it.each(['/graphql', '/schema.graphql', '/assets/0/graphiql.js'])(
      'leave nothing to explore at %s',
      async (path) => {
        const response = await fetch(server.address + path, { headers: { accept: 'text/html' } });
        expect(response.status).toBe(404);
      },
    );

    it('leave a start page that tells nothing', async () => {
      const page = await (await fetch(server.address, { headers: { accept: 'text/html' } })).text();
      expect(page).toContain('answers the operations that it knows');
      expect(page).not.toContain('Shanghai');
    });
  });
});
