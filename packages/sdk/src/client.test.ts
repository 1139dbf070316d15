import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createClient } from './client.js';
import type { ClientOptions } from './client-options.js';
import { TypedDocumentString } from './documents/typed-document.js';
import { isGraphQLRequestError } from './errors/graphql-request-error.js';
import { isHttpError } from './errors/http-error.js';
import { isNetworkError } from './errors/network-error.js';
import { isSdkError } from './errors/sdk-error.js';
import { isTimeoutError } from './errors/timeout-error.js';

const Hello = new TypedDocumentString<{ hello: string }, { name?: string }>('query Hello { hello }', {});
const Known = new TypedDocumentString<{ hello: string }, object>('query Hello { hello }', { hash: 'sha256:aa' });
const Say = new TypedDocumentString<{ say: string }, object>('mutation Say { say }', {});
const Put = new TypedDocumentString<{ put: string }, object>('mutation Put { put }', { idempotent: true });

const FAST = { baseMs: 1, maxMs: 2 } as const;

/** A client of a server that gives these answers, the last one again and again, and what it was sent. */
function against(answers: readonly (() => Response | Promise<Response>)[], options: Partial<ClientOptions> = {}) {
  const sent: Request[] = [];
  const client = createClient({
    url: 'http://server.test/graphql',
    retry: FAST,
    fetch: async (address, init) => {
      sent.push(new Request(String(address), init));
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      return answer === undefined ? new Response() : answer();
    },
    ...options,
  });
  return { client, sent };
}

const hello = () => Response.json({ data: { hello: 'you', say: 'it', put: 'it' } });
const reset = () => Promise.reject(new TypeError('fetch failed'));
const busy = (headers: Record<string, string> = {}) => new Response('busy', { status: 503, headers });
const failed = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (error) => error,
  );

describe('a failure', () => {
  it.each([
    { name: 'a reset connection', answer: reset, guard: isNetworkError },
    { name: 'half an answer', answer: () => new Response(halfABody()), guard: isNetworkError },
    { name: 'a page of HTML', answer: () => new Response('<html>', { status: 502 }), guard: isHttpError },
    { name: 'JSON under another name', answer: () => new Response('{"data":{"hello":"x"}}'), guard: isHttpError },
    { name: 'no JSON', answer: () => new Response('{"da', { headers: JSON_TYPE }), guard: isHttpError },
    { name: 'JSON that is no answer', answer: () => Response.json([1]), guard: isHttpError },
    { name: 'no data', answer: () => Response.json({ data: null }), guard: isHttpError },
    { name: 'errors', answer: () => Response.json({ errors: [{ message: 'No.' }] }), guard: isGraphQLRequestError },
  ])('is typed: $name', async ({ answer, guard }) => {
    const error = await failed(against([answer], { retry: false }).client.request(Hello));
    expect(isSdkError(error)).toBe(true);
    expect(guard(error)).toBe(true);
  });

  it('keeps codes, paths and the data that came with them', async () => {
    const errors = [{ message: 'Gone.', path: ['node', 2], extensions: { code: 'GONE' } }];
    const { client } = against([() => Response.json({ errors, data: { hello: 'x' } })]);
    const error = await failed(client.request(Hello));
    expect(error).toMatchObject({ codes: ['GONE'], paths: ['node.2'], data: { hello: 'x' }, status: 200 });
    expect(isGraphQLRequestError(error, 'GONE')).toBe(true);
    expect(isGraphQLRequestError(error, 'OTHER')).toBe(false);
  });

  it('is a TimeoutError when the time is over, also where fetch does not listen, with the last failure as its cause', async () => {
    const { client } = against([busy, () => new Promise<never>(() => {})], { timeoutMs: 50 });
    const error = await failed(client.request(Hello));
    expect(isTimeoutError(error)).toBe(true);
    expect(error).toMatchObject({ timeoutMs: 50, cause: { status: 503 } });
  });

  it("is the signal's reason where the caller gives up", async () => {
    const controller = new AbortController();
    const { client } = against([() => new Promise<never>(() => {})]);
    const asked = client.request(Hello, {}, { signal: controller.signal });
    controller.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
    await expect(client.request(Hello, {}, { signal: controller.signal })).rejects.toThrow('left');
  });
});

describe('a request that failed', () => {
  it('is sent again after what may pass, a contract’s mutation too', async () => {
    const { client, sent } = against([reset, busy, () => new Response('', { status: 429 }), hello]);
    expect(await client.request(Put)).toMatchObject({ put: 'it' });
    expect(sent).toHaveLength(4);
  });

  it.each([
    { name: 'a mutation of your own', document: Say, times: 1 },
    { name: 'a mutation of your own that may be repeated', document: Say, idempotent: true, times: 4 },
    { name: 'a query', document: Hello, times: 4 },
    { name: 'a query that is told not to be', document: Hello, idempotent: false, times: 1 },
  ])('is sent $times times in all: $name', async ({ document, idempotent, times }) => {
    const { client, sent } = against([reset]);
    await failed(client.send<unknown>(document, {}, idempotent === undefined ? {} : { idempotent }));
    expect(sent).toHaveLength(times);
  });

  it.each([502, 504])('is sent again after a gateway said %i', async (status) => {
    const { client, sent } = against([() => new Response('<html>', { status }), hello]);
    expect(await client.request(Hello)).toMatchObject({ hello: 'you' });
    expect(sent).toHaveLength(2);
  });

  it('is not sent again after the 504 of a server that ended it', async () => {
    const slow = () =>
      Response.json({ errors: [{ message: 'No.', extensions: { code: 'TIMEOUT' } }] }, { status: 504 });
    const { client, sent } = against([slow]);
    await failed(client.request(Hello));
    expect(sent).toHaveLength(1);
  });

  it('has the attempts that it has by itself where they are given as undefined', async () => {
    // @ts-expect-error: not every project's types tell undefined from what is left out
    const { client, sent } = against([() => busy()], { retry: { attempts: undefined, baseMs: 1 } });
    await failed(client.request(Hello));
    expect(sent).toHaveLength(4);
  });

  it('waits for a Retry-After that no timer can count', async () => {
    const { client, sent } = against([() => busy({ 'retry-after': '99999999' })], { timeoutMs: 0 });
    const given = AbortSignal.timeout(30);
    await failed(client.request(Hello, {}, { signal: given }));
    expect(sent).toHaveLength(1);
  });

  it('is not sent again after what does not pass', async () => {
    const { client, sent } = against([() => new Response('no', { status: 500 })]);
    await failed(client.request(Hello));
    expect(sent).toHaveLength(1);
  });

  it('waits as long as it is asked to, and not at all where that is longer than the time it has', async () => {
    const begun = performance.now();
    const { client } = against([() => busy({ 'retry-after': '1' }), hello]);
    await client.request(Hello);
    expect(performance.now() - begun).toBeGreaterThan(950);
    const late = against([() => busy({ 'retry-after': '60' })], { timeoutMs: 5_000 });
    expect(await failed(late.client.request(Hello))).toMatchObject({ status: 503, retryAfterMs: 60_000 });
    expect(late.sent).toHaveLength(1);
  });
});

describe('a request', () => {
  it('asks by the hash with GET, and with the text where the server does not know it, then and later', async () => {
    const unknown = () =>
      Response.json({ errors: [{ message: 'No.', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    const { client, sent } = against([hello, unknown, hello]);
    for (const name of ['a', 'b', 'c']) await client.send(Known, { name });
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'POST']);
    expect(new URL(sent[0]?.url ?? '').searchParams.get('documentId')).toBe('sha256:aa');
    expect(JSON.parse(new URL(sent[0]?.url ?? '').searchParams.get('variables') ?? '')).toEqual({ name: 'a' });
    expect(await sent[2]?.json()).toEqual({ query: 'query Hello { hello }', variables: { name: 'b' } });
  });

  it('goes by POST where its address would be too long, or hashes are off', async () => {
    const { client, sent } = against([hello]);
    await client.send(Known, { name: 'x'.repeat(2_000) });
    await against([hello], { persisted: false }).client.request(Known);
    expect(sent.map(({ method }) => method)).toEqual(['POST']);
  });

  it('is shared with the same one on its way, each caller getting an answer of his own', async () => {
    const { client, sent } = against([hello]);
    const [a, b, other] = await Promise.all([
      client.request(Hello),
      client.request(Hello),
      client.send(Hello, { x: 1 }),
    ]);
    expect(sent).toHaveLength(2);
    expect(a).toEqual(b);
    expect(a).not.toBe(b);
    expect(other).toEqual(a);
    await client.request(Hello);
    expect(sent).toHaveLength(3);
  });

  it('is not shared any more when a mutation is through', async () => {
    const { client, sent } = against([() => new Promise<never>(() => {}), hello], { timeoutMs: 0 });
    void failed(client.request(Hello));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await client.request(Put);
    expect(await client.request(Hello)).toMatchObject({ hello: 'you' });
    expect(sent).toHaveLength(3);
  });

  it('is not shared by who asks with other headers, and a mutation never is', async () => {
    let turn = 0;
    const { client, sent } = against([hello], { headers: async () => ({ 'X-Turn': String(++turn) }) });
    await Promise.all([client.request(Hello), client.request(Hello)]);
    expect(sent.map(({ headers }) => headers.get('x-turn')).sort()).toEqual(['1', '2']);
    const same = against([hello]);
    await Promise.all([same.client.request(Put), same.client.request(Put)]);
    expect(same.sent).toHaveLength(2);
  });

  it('goes on for the others when one who shares it leaves, and ends with the last', async () => {
    const controllers = [new AbortController(), new AbortController()];
    let ended: AbortSignal | undefined;
    const client = createClient({
      url: 'http://server.test/graphql',
      fetch: (_, init) => {
        ended = init?.signal ?? undefined;
        return new Promise<never>(() => {});
      },
    });
    const asked = controllers.map(({ signal }) => failed(client.request(Hello, {}, { signal })));
    await vi.waitFor(() => expect(ended).toBeDefined());
    controllers[0]?.abort('first');
    expect(await asked[0]).toBe('first');
    expect(ended?.aborted).toBe(false);
    controllers[1]?.abort('second');
    expect(await asked[1]).toBe('second');
    expect(ended?.aborted).toBe(true);
  });

  it('tells hooks of what is sent and of what comes', async () => {
    const told: unknown[] = [];
    const { client } = against([hello], {
      headers: { authorization: 'Bearer x' },
      onRequest: ({ method, url, headers }) => void told.push([method, url, headers['authorization']]),
      onResponse: ({ status, durationMs }) => void told.push([status, durationMs >= 0]),
    });
    await client.request(Hello);
    expect(told).toEqual([
      ['POST', 'http://server.test/graphql', 'Bearer x'],
      [200, true],
    ]);
  });

  it('is typed by its document, whether that is a text or a tree', () => {
    const { client } = against([hello]);
    expectTypeOf(() => client.request(Hello, { name: 'x' })).returns.resolves.toEqualTypeOf<{ hello: string }>();
    // @ts-expect-error: there is no such variable
    void (() => client.request(Hello, { nme: 'x' }));
    type Tree = { readonly kind: 'Document'; readonly __apiType?: (variables: { id: string }) => { node: number } };
    expectTypeOf((tree: Tree) => client.request(tree, { id: '1' })).returns.resolves.toEqualTypeOf<{ node: number }>();
    // @ts-expect-error: the variable is required
    void ((tree: Tree) => client.request(tree));
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };

/** A body that breaks off. */
function halfABody(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"data":'));
      controller.error(new TypeError('terminated'));
    },
  });
}
