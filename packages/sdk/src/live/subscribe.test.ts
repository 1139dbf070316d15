import { describe, expect, it } from 'vitest';
import { createClient } from '../client.js';
import type { ClientOptions } from '../client-options.js';
import { TypedDocumentString } from '../documents/typed-document.js';
import { isHttpError } from '../errors/http-error.js';
import { isNetworkError } from '../errors/network-error.js';
import { follow } from './follow.js';
import { subscribe } from './subscribe.js';

interface Told {
  readonly told: { readonly cursor: string };
}

const Tell = new TypedDocumentString<Told, { after?: string | null }>(
  'subscription Tell($after: String) { told(after: $after) { cursor } }',
  {},
);

const against = (fetch: NonNullable<ClientOptions['fetch']>) =>
  createClient({ url: 'http://server.test/graphql', fetch });
const ignoring = () => new Promise<Response>(() => {});
const obeying: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });
const failed = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (error) => error,
  );

describe.each([
  { name: 'a fetch that obeys its signal', fetch: obeying },
  { name: 'a fetch that ignores it', fetch: ignoring },
])('a subscription that is never answered, by $name', ({ fetch }) => {
  it('is given up when nothing came for too long', async () => {
    const error = await failed(subscribe(against(fetch), Tell, {}, { silenceMs: 20 }).next());
    expect(isNetworkError(error)).toBe(true);
    expect(error).toMatchObject({ cause: { message: 'Nothing came for 20 ms.' } });
  });

  it('ends with the reason of the caller', async () => {
    const controller = new AbortController();
    const next = failed(subscribe(against(fetch), Tell, {}, { signal: controller.signal }).next());
    controller.abort(new Error('left'));
    expect(await next).toMatchObject({ message: 'left' });
  });

  it('is tried again by one who follows, until it is answered', async () => {
    let tries = 0;
    const client = against((address, init) => {
      tries += 1;
      if (tries < 3) return fetch(address, init);
      const text = 'event: next\ndata: {"data":{"told":{"cursor":"c1"}}}\n\nevent: complete\ndata:\n\n';
      return Promise.resolve(new Response(text, { headers: { 'content-type': 'text/event-stream' } }));
    });
    const lost: unknown[] = [];
    const options = { silenceMs: 20, backoff: { baseMs: 1, maxMs: 1 }, onLost: (error: unknown) => lost.push(error) };
    const events = follow(client, Tell, {}, ({ told }) => told, options);
    expect((await events.next()).value).toEqual({ cursor: 'c1' });
    await events.return();
    expect(lost.map(isNetworkError)).toEqual([true, true]);
  });
});

describe('one who follows', () => {
  const stream = (text: string) => new Response(text, { headers: { 'content-type': 'text/event-stream' } });

  it('comes back after the page of a gateway', async () => {
    let tries = 0;
    const client = against(async () => {
      tries += 1;
      if (tries === 1) return new Response('<html>', { status: 502 });
      return stream('event: next\ndata: {"data":{"told":{"cursor":"c1"}}}\n\n');
    });
    const events = follow(client, Tell, {}, ({ told }) => told, { backoff: { baseMs: 1, maxMs: 1 } });
    expect((await events.next()).value).toEqual({ cursor: 'c1' });
    await events.return();
  });

  it('is done at once when the signal ends it on being told of a loss', async () => {
    const controller = new AbortController();
    const client = against(async () => new Response('busy', { status: 503, headers: { 'retry-after': '3' } }));
    const options = { signal: controller.signal, onLost: () => controller.abort(new Error('enough')) };
    const begun = performance.now();
    expect(await failed(follow(client, Tell, {}, ({ told }) => told, options).next())).toMatchObject({
      message: 'enough',
    });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('waits for ever where no silence is too long', async () => {
    const client = against(async () => stream('event: next\ndata: {"data":{"told":{"cursor":"c1"}}}\n\n'));
    const events = subscribe(client, Tell, {}, { silenceMs: 0 });
    expect((await events.next()).value).toEqual({ told: { cursor: 'c1' } });
    await events.return();
  });
});

describe('an answer that is no stream', () => {
  const said = (body: BodyInit) => () => Promise.resolve(new Response(body, { status: 502 }));

  it('is an HttpError', async () => {
    expect(isHttpError(await failed(subscribe(against(said('<html>')), Tell, {}).next()))).toBe(true);
  });

  it('is a NetworkError where it breaks off', async () => {
    const half = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    expect(isNetworkError(await failed(subscribe(against(said(half)), Tell, {}).next()))).toBe(true);
  });
});
