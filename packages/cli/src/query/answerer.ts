import { randomBytes } from 'node:crypto';
import { findServer } from '@broadsheet/store';
import { UsageError } from '../command-error.js';
import { answers, post } from '../desk/running-server.js';
import type { DatabaseSettings } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { openExisting } from '../transfer/open-existing.js';
import type { Answerer } from './answer.js';

/** Whom to ask: a server by its address, or whatever has the database. */
export interface Whom {
  readonly url: string | undefined;
  /** For the server at `url`. */
  readonly token: string | undefined;
  readonly settings: DatabaseSettings;
}

/**
 * Whoever answers: the server at the address that is given, else the server that holds the data directory, else the database itself. The last
 * two are asked with an operator's rights: who may open the database may read its drafts. The caller closes it.
 */
export async function openAnswerer({ url, token, settings }: Whom, terminal: Terminal): Promise<Answerer> {
  if (url !== undefined) return serverAnswerer(endpointOf(url), token);
  const server = settings.databaseUrl === undefined ? findServer(settings.directory) : undefined;
  if (server !== undefined && (await answers(server))) return serverAnswerer(`${server.address}/graphql`, server.token);
  return databaseAnswerer(settings, terminal);
}

function serverAnswerer(endpoint: string, token: string | undefined): Answerer {
  return { ask: (request) => post(endpoint, token, request), close: async () => {} };
}

/** A bare address means the place where a server of ours answers. */
function endpointOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UsageError(
      'BAD_URL',
      `'${text}' is no address of a server. Write it as in http://127.0.0.1:4000/graphql.`,
    );
  }
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}

async function databaseAnswerer(settings: DatabaseSettings, { error }: Terminal): Promise<Answerer> {
  // The server is much to load, and the other commands do without.
  const [{ createApp }, database] = await Promise.all([import('@broadsheet/server'), openExisting(settings)]);
  const token = randomBytes(32).toString('base64url');
  const log = (id: string, failure: unknown): void =>
    error(`${id} ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`);
  const { yoga } = createApp({ database, tokens: () => [token], log });
  return {
    ask: async (request) => {
      const response = await yoga.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify(request),
      });
      return response.json();
    },
    close: () => database.close(),
  };
}
