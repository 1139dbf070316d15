import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a faulty server does with a request, by name. `serve` answers as a sound one. */
export const FAULTS = {
  serve: (_: IncomingMessage, response: ServerResponse, answer: string) => json(response, answer),
  'reset before the answer': (request: IncomingMessage) => request.socket.resetAndDestroy(),
  'reset in the answer': (_: IncomingMessage, response: ServerResponse, answer: string) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.write(answer.slice(0, answer.length / 2), () => response.socket?.resetAndDestroy());
  },
  'half an answer': (_: IncomingMessage, response: ServerResponse, answer: string) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.write(answer.slice(0, answer.length / 2), () => response.destroy());
  },
  'half an answer that ends well': (_: IncomingMessage, response: ServerResponse, answer: string) =>
    json(response, answer.slice(0, answer.length / 2)),
  'a burst of 503': (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '0' }).end('busy');
  },
  'too many requests': (_: IncomingMessage, response: ServerResponse) => {
    const errors = [{ message: 'Slow down.', extensions: { code: 'RATE_LIMITED' } }];
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '0' }).end(JSON.stringify({ errors }));
  },
  'a page of HTML': (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>Bad gateway</h1></html>');
  },
  'a page of HTML that says 200': (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to the network</html>');
  },
  'a slow drip': (_: IncomingMessage, response: ServerResponse, answer: string) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    let at = 0;
    const timer = setInterval(() => response.write(answer.charAt(at++ % answer.length)), 20);
    response.on('close', () => clearInterval(timer));
  },
  silence: () => {},
  'another content type': (_: IncomingMessage, response: ServerResponse, answer: string) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(answer);
  },
  'no JSON': (_: IncomingMessage, response: ServerResponse) => json(response, '{"data": oops'),
  'JSON that is no answer': (_: IncomingMessage, response: ServerResponse) => json(response, '[null]'),
  'nothing at all': (_: IncomingMessage, response: ServerResponse) => json(response, ''),
  'errors in place of data': (_: IncomingMessage, response: ServerResponse) =>
    json(
      response,
      JSON.stringify({ errors: [{ message: 'No.', path: ['a', 0], extensions: { code: 'NO' } }], data: null }),
    ),
} as const;

export type Fault = keyof typeof FAULTS;

/** A server that does with each request what is chosen for it, and then counts what it carried out. */
export interface FaultyServer {
  readonly url: string;
  /** How often each mutation was carried out, by the id that it was sent with. */
  readonly done: ReadonlyMap<string, number>;
  close(): void;
}

/**
 * Starts one on a free port of the loopback address. A mutation is carried out *before* the fault, which is the worst case: the client hears
 * of a failure and it was done all the same.
 */
export async function startFaultyServer(choose: () => Fault): Promise<FaultyServer> {
  const done = new Map<string, number>();
  const server = createServer((request, response) => {
    void text(request)
      .then((body) => {
        const id = /"id":"([^"]+)"/.exec(body)?.[1];
        if (id !== undefined) done.set(id, (done.get(id) ?? 0) + 1);
        FAULTS[choose()](request, response, JSON.stringify({ data: { echo: 'x'.repeat(400), id: id ?? null } }));
      })
      .catch(() => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${Object(server.address()).port}/graphql`,
    done,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function json(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}
