import { request as httpRequest } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { type Listening, listening } from './listening.js';

const ORIGIN = 'https://desk.example';
const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = '{"query":"{ publications { slug } }"}';

// What HTTP lets through is the same on every database.
describe.each(DATABASES.slice(0, 1))('the surface of a server on $kind', (kind) => {
  let room: Newsroom;
  let server: Listening;
  beforeAll(async () => {
    room = await openNewsroom(kind, { limits: {}, origins: [ORIGIN] });
    server = await listening(room.app);
  });
  afterAll(async () => {
    await server.close();
    await room.close();
  });
  const ask = (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer> = QUERY): Promise<Response> =>
    fetch(`${server.address}/graphql`, { method: 'POST', headers, body });
  const codeOf = async (response: Response): Promise<unknown> => {
    const { errors }: { errors?: { extensions: { code: string } }[] } = await response.json();
    return errors?.[0]?.extensions.code;
  };

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json; charset=utf-16',
  ])('takes no operation as %s, which is said in a body', async (type) => {
    const response = await ask({ 'content-type': type }, type.includes('form-url') ? 'query={__typename}' : QUERY);
    expect([response.status, await codeOf(response)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('takes no operation without a type, and none that is compressed', async () => {
    const untyped = await ask({}, new TextEncoder().encode(QUERY));
    expect([untyped.status, await codeOf(untyped)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    const compressed = await ask({ ...JSON_TYPE, 'content-encoding': 'gzip' });
    expect([compressed.status, await codeOf(compressed)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('says in a body that it has no answer in a form', async () => {
    const response = await ask({ ...JSON_TYPE, accept: 'application/xml' });
    expect([response.status, await codeOf(response)]).toEqual([406, 'NOT_ACCEPTABLE']);
  });

  it('changes nothing by GET', async () => {
    const query = encodeURIComponent('mutation { publishIssue(input: { id: "x", revision: 1 }) { issue { id } } }');
    const response = await fetch(`${server.address}/graphql?query=${query}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect([response.status, response.headers.get('allow'), await codeOf(response)]).toEqual([
      405,
      'POST',
      'METHOD_NOT_ALLOWED',
    ]);
  });

  it('takes more in a body with a token than without, and reads no further', async () => {
    const large = JSON.stringify({ query: '{ publications { slug } }', variables: { text: 'x'.repeat(300_000) } });
    const refused = await ask(JSON_TYPE, large);
    expect([refused.status, await codeOf(refused)]).toEqual([413, 'BODY_TOO_LARGE']);
    expect((await ask({ ...JSON_TYPE, authorization: `Bearer ${TOKEN}` }, large)).status).toBe(200);
    const unknown = await ask({ ...JSON_TYPE, authorization: 'Bearer nobody' }, large);
    expect([unknown.status, await codeOf(unknown)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('ends a body that does not tell its length where it is too large', async () => {
    const request = httpRequest(`${server.address}/graphql`, { method: 'POST', headers: JSON_TYPE });
    // The server ends the connection while more is sent.
    request.on('error', () => {});
    let isAnswered = false;
    const answered = new Promise<number | undefined>((resolve) =>
      request.once('response', ({ statusCode }) => {
        isAnswered = true;
        resolve(statusCode);
      }),
    );
    let sent = 0;
    for (; sent < 1_000 && !isAnswered; sent++) {
      request.write(Buffer.alloc(64 * 1024, ' '));
      await setImmediate();
    }
    expect(await answered).toBe(413);
    request.destroy();
    expect(sent).toBeLessThan(1_000);
  });

  it.each([
    '/',
    '/graphql?query={__typename}',
    '/schema.graphql',
    '/livez',
    '/readyz',
    '/nowhere',
    '/operator',
    '/icon.svg',
  ])('answers %s with headers that keep browsers from harm', async (path) => {
    const { headers } = await fetch(server.address + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('lets pages of an origin that is allowed read answers, without credentials, and no others', async () => {
    const preflight = (origin: string): Promise<Response> =>
      fetch(`${server.address}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type, authorization',
        },
      });
    const allowed = await preflight(ORIGIN);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, ORIGIN]);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const answered = await ask({ ...JSON_TYPE, origin: ORIGIN });
    expect([answered.headers.get('access-control-allow-origin'), answered.headers.get('vary')]).toEqual([
      ORIGIN,
      'origin',
    ]);
    expect(
      (await ask({ ...JSON_TYPE, origin: 'https://evil.example' })).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });

  it('tells the price beside the answer, or in place of it', async () => {
    const query = '{ issues(first: 10) { nodes { title items(first: 20) { nodes { title } } } } }';
    const priced = async (cost: string): Promise<unknown> =>
      (await ask(JSON_TYPE, JSON.stringify({ query, extensions: { cost } }))).json();
    const cost = { price: 210, limit: 50_000 };
    expect(await priced('report')).toEqual({ data: { issues: { nodes: [] } }, extensions: { cost } });
    room.statements.length = 0;
    expect(await priced('dryRun')).toEqual({ data: null, extensions: { cost } });
    expect(room.statements).toEqual([]);
    expect(await priced('cheap')).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe.each(DATABASES.slice(0, 1))('a server on $kind that counts requests', (kind) => {
  let room: Newsroom;
  let server: Listening;
  beforeAll(async () => {
    room = await openNewsroom(kind, { rate: { requests: 3, seconds: 60, proxies: 0 } });
    server = await listening(room.app);
  });
  afterAll(async () => {
    await server.close();
    await room.close();
  });

  it('refuses what is too much, says how much is left, counts tokens apart, and never the health', async () => {
    const ask = (headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`${server.address}/graphql?query={__typename}`, { headers });
    const left = async (headers?: Record<string, string>) => {
      const response = await ask(headers);
      return [response.status, /r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]];
    };
    expect([await left(), await left(), await left()]).toEqual([
      [200, '2'],
      [200, '1'],
      [200, '0'],
    ]);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit-policy')).toBe('"requests";q=3;w=60');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(await left({ authorization: `Bearer ${TOKEN}` })).toEqual([200, '2']);
    // A token that is guessed does not open an account of its own.
    expect((await ask({ authorization: 'Bearer guessed' })).status).toBe(429);
    expect((await ask({ 'x-forwarded-for': '203.0.113.1' })).status).toBe(429);
    expect((await fetch(`${server.address}/livez`)).status).toBe(200);
  });
});
