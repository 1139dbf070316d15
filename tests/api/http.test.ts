import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';

describe.each(DATABASES)('the server on $kind', (kind) => {
  let room: Newsroom;
  let server: Server;
  let address: string;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    server = createServer(room.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await room.close();
  });

  it('says that it lives and that it is ready', async () => {
    for (const path of ['/livez', '/readyz']) {
      const response = await fetch(address + path);
      expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
    }
  });

  it('is not ready without its database, and hides why', async () => {
    const other = await openNewsroom(kind);
    await other.close();
    const closed = createServer(other.app);
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const bound = closed.address();
    const base = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
    expect((await fetch(`${base}/readyz`)).status).toBe(503);
    expect((await fetch(`${base}/livez`)).status).toBe(200);
    const response = await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ publications { slug } }"}',
    });
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: expect.stringMatching(/^(INTERNAL|UNAVAILABLE)$/), id: expect.any(String) } }],
    });
    closed.closeAllConnections();
    closed.close();
  });

  it('refuses operations that are too deep, fragments followed', async () => {
    const nest = (depth: number): string => (depth === 0 ? 'id' : `previous { ${nest(depth - 1)} }`);
    const within = await room.ask(`{ issue(publication: "x", slug: "y") { ${nest(13)} } }`);
    expect(within.errors).toBeUndefined();
    const { errors } = await room.ask(
      `query { issue(publication: "x", slug: "y") { ...Deep } } fragment Deep on Issue { ${nest(14)} }`,
    );
    expect(errors).toMatchObject([
      { message: expect.stringContaining('at most 15'), extensions: { code: 'DEPTH_LIMIT' } },
    ]);
  });

  it('answers the standard introspection query', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await room.ask(getIntrospectionQuery())).errors).toBeUndefined();
  });

  it.each([
    ['{ nope }', /Cannot query field/],
    ['{ items(where: { publishedOn: { from: "2026-02-30" } }) { totalCount } }', /a day that exists/],
    ['{', /Syntax Error/],
  ])('says what is wrong with %s', async (query, message) => {
    expect((await room.ask(query)).errors).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(room.masked).toEqual([]);
  });

  it('refuses batches', async () => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '[{"query":"{ publications { slug } }"}]',
    });
    expect(response.status).toBe(400);
  });

  it('serves GraphiQL whole, without another host', async () => {
    const response = await fetch(`${address}/graphql`, { headers: { accept: 'text/html' } });
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="https?:/);
  });
});
