import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contents, ReadContents } from '../start/contents.js';
import { setSafeHeaders } from './safe-headers.js';
import { site } from './site.js';

const NOTHING: Contents = {
  publications: [],
  issues: { totalCount: 0, nodes: [] },
  items: { totalCount: 0 },
  sources: { totalCount: 0, nodes: [] },
  keywords: { totalCount: 0, nodes: [] },
  events: { totalCount: 0, nodes: [] },
  upcoming: { totalCount: 0, nodes: [] },
};

describe('the pages of a server', () => {
  let server: Server;
  let url: string;
  let read: ReadContents;
  const logged: unknown[] = [];

  beforeAll(async () => {
    const answerSite = site({ read: (today) => read(today), log: (_, error) => logged.push(error), isOpen: true });
    server = createServer((request, response) => {
      setSafeHeaders(response);
      if (!answerSite(request, response)) response.end('an operation');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    read = async () => NOTHING;
    logged.length = 0;
  });

  const HTML = { accept: 'text/html,application/xhtml+xml' };

  it.each(['/', '/graphql', '/nowhere'])(
    '%s has a strict policy and says nothing of where a reader comes from',
    async (path) => {
      const { headers } = await fetch(url + path, { headers: HTML });
      const policy = headers.get('content-security-policy');
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy?.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it('leaves operations to GraphQL, and a browser that asks for JSON too', async () => {
    const asked = await Promise.all([
      fetch(`${url}/graphql`, { method: 'POST', headers: HTML }),
      fetch(`${url}/graphql?query={__typename}`, { headers: { accept: 'application/json' } }),
    ]);
    expect(await Promise.all(asked.map((response) => response.text()))).toEqual(['an operation', 'an operation']);
  });

  it.each([
    { path: '/nowhere?a=1', message: "There is nothing at '/nowhere'." },
    { path: '/assets/abc/graphiql.js', message: "There is nothing at '/assets/abc/graphiql.js'." },
    { path: '/assets/../package.json', message: "There is nothing at '/package.json'." },
  ])('answers $path with NOT_FOUND', async ({ path, message }) => {
    const response = await fetch(url + path);
    expect(response.status).toBe(404);
    const [error] = (await response.json()).errors;
    expect(error).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(error.message).toContain(message);
  });

  it('names what is not there in a page as text', async () => {
    const response = await fetch(`${url}/%3Cb%3E"<b>`, { headers: HTML });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('<b>"');
  });

  it.each([
    { path: '/nowhere?a=/b/c', root: './' },
    { path: '/graphql/', root: '../' },
    { path: '/assets/abc/graphiql.js', root: '../../' },
  ])('leads from $path to the start page by $root, below whatever folder a proxy serves it', async ({ path, root }) => {
    const page = await (await fetch(url + path, { headers: HTML })).text();
    const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual([`${root}icon.svg`, root, root, `${root}graphql`]);
  });

  it('says how its pages may be asked for', async () => {
    const response = await fetch(url, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const [got, asked] = [
      await fetch(`${url}/schema.graphql`),
      await fetch(`${url}/schema.graphql`, { method: 'HEAD' }),
    ];
    expect(asked.headers.get('etag')).toBe(got.headers.get('etag'));
    expect(await asked.text()).toBe('');
  });

  it('gives the schema as text, compressed, and only when it has changed', async () => {
    const response = await fetch(`${url}/schema.graphql`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await response.text()).toContain('type Query {');
    const again = await fetch(`${url}/schema.graphql`, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('serves the files of GraphiQL under the address that its page names, to be cached for ever', async () => {
    const page = await (await fetch(`${url}/graphql`, { headers: HTML })).text();
    const path = /assets\/[0-9a-f]+\/graphiql\.js/.exec(page)?.[0];
    const script = await fetch(`${url}/${path}`, { headers: { 'accept-encoding': 'gzip' } });
    expect(script.status).toBe(200);
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await script.text()).length).toBeGreaterThan(100_000);
  });

  it('says that the database is away, on the start page with 503 and in GraphiQL', async () => {
    const failure = new Error('the database is away');
    read = () => Promise.reject(failure);
    const start = await fetch(url, { headers: HTML });
    expect(start.status).toBe(503);
    expect(await start.text()).toContain('The database does not answer just now');
    expect(logged).toEqual([failure]);
    const graphiql = await fetch(`${url}/graphql`, { headers: HTML });
    expect(graphiql.status).toBe(200);
    expect(await graphiql.text()).toContain('The database does not answer just now');
  });
});
