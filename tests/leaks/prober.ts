import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Newsroom } from '../newsroom.js';

/** Asks a server over HTTP and looks for what must not be seen, in every byte of what comes back. */
export interface Prober {
  /** How many answers were searched. */
  readonly count: number;
  /** What was seen, and where. */
  readonly hits: readonly string[];
  /**
   * Status, headers but the date, and body, as one text. What the request itself held is left out of the search: an error may say what it
   * was asked.
   */
  send(name: string, request: ProbeRequest): Promise<string>;
  /** Searches a text that came from elsewhere. */
  search(name: string, text: string): void;
  close(): Promise<void>;
}

export interface ProbeRequest {
  readonly path: string;
  readonly token?: string | undefined;
  /** GraphQL, sent as JSON; without it a GET. */
  readonly query?: string;
  readonly accept?: string;
}

/** Starts a server on the newsroom's database. */
export async function startProber({ app }: Newsroom, secrets: readonly string[]): Promise<Prober> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${portOf(server.address())}`;
  const hits: string[] = [];
  let count = 0;
  const search = (name: string, text: string, sent = ''): void => {
    count += 1;
    const seen = text.toLowerCase();
    for (const secret of secrets) {
      if (seen.includes(secret) && !sent.toLowerCase().includes(secret)) hits.push(`${name}: ${secret}`);
    }
  };
  return {
    get count() {
      return count;
    },
    hits,
    search,
    async send(name, { path, token, query, accept = 'application/json' }) {
      const response = await fetch(`${address}${path}`, {
        headers: {
          accept,
          ...(query === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(query === undefined ? {} : { method: 'POST', body: JSON.stringify({ query }) }),
      });
      const headers = [...response.headers].filter(([key]) => key !== 'date').map((header) => header.join(': '));
      const text = [response.status, ...headers, await response.text()].join('\n');
      search(name, text, `${path} ${query ?? ''}`);
      return text;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
