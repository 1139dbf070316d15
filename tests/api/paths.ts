import { type ClientRequest, createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@broadsheet/server';

/** One HTTP request for an operation. */
export interface PathRequest {
  readonly method?: string;
  /** Behind the path: `?query=…` */
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back, but for what differs from moment to moment. */
export interface PathAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A path that operations take to their execution. */
export interface Path {
  ask(request: PathRequest): Promise<PathAnswer>;
  /** Asks, and gives a function with which the client leaves without waiting for the answer. */
  begin(request: PathRequest): () => void;
  close(): Promise<void>;
}

/**
 * The paths of an app, by name, without what stands before both. `yoga` has no front before it. `front` is a socket on which each request is asked twice: what it asks is known
 * then, and the second answer is that of the front path where it takes such a request at all.
 */
export const PATHS = {
  yoga: ({ yoga }: App): Promise<Path> => listen((request, response) => void yoga(request, response)),
  front: ({ front, yoga }: App): Promise<Path> =>
    listen((request, response) => front(request, response, () => void yoga(request, response)), 2),
} as const;

/** A path that a handler answers, each request as often as is told. */
export async function listen(handle: RequestListener, times = 1): Promise<Path> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  return {
    async ask(request) {
      for (let time = 1; time < times; time += 1) await askOnce(port, request);
      return askOnce(port, request);
    },
    begin(request) {
      const sent = start(port, request);
      sent.on('error', () => {});
      return () => sent.destroy();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Headers of the connection and of the moment. */
const PASSING: readonly string[] = ['date', 'connection', 'keep-alive'];

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address;
  throw new Error('The server has no port.');
}

function askOnce(port: number, request: PathRequest): Promise<PathAnswer> {
  return new Promise((resolve, reject) => {
    start(port, request)
      .on('error', reject)
      .on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => {
          const told = Object.entries(response.headers).filter(([name]) => !PASSING.includes(name));
          const body = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(told), body });
        });
      });
  });
}

function start(port: number, { method = 'POST', search = '', headers = {}, body }: PathRequest): ClientRequest {
  const type = method === 'POST' ? { 'content-type': 'application/json' } : {};
  const sent = request({
    port,
    host: '127.0.0.1',
    path: `/graphql${search}`,
    method,
    headers: { ...type, ...headers },
  });
  return sent.end(body);
}
