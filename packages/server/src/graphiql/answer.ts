import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Example, openGraphiQL } from '@broadsheet/graphiql';
import { encodedFor } from '../http/encodings.js';
import { answerNotFound } from '../http/problem.js';
import { respond } from '../http/respond.js';
import { type ReadContents, todayInUtc } from '../start/contents.js';
import { examplesOf, WITHOUT_DATABASE } from './examples.js';

/** GraphiQL at /graphql, for a browser: a page of its own for every answer, as it opens on what the database holds now. */
export async function answerGraphiQL(
  request: IncomingMessage,
  response: ServerResponse,
  read: ReadContents,
): Promise<void> {
  const [graphiql, examples] = await Promise.all([openGraphiQL(), readExamples(read)]);
  const { html, policy } = graphiql.page(examples);
  respond(request, response, {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: html,
    // The same address answers programs with JSON.
    headers: { 'content-security-policy': policy, 'cache-control': 'no-store', vary: 'accept' },
  });
}

/** `/assets/<hash>/<name>`: another content has another address, so a browser need not ask again. */
export async function answerAsset(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const [, , hash = '', name = '', ...rest] = path.split('/');
  const asset = rest.length === 0 ? (await openGraphiQL()).asset(hash, name) : undefined;
  if (asset === undefined) return answerNotFound(request, response);
  const { body, headers } = encodedFor(request.headers['accept-encoding'], asset);
  const cached = { ...headers, 'cache-control': 'public, max-age=31536000, immutable' };
  respond(request, response, { status: 200, type: asset.type, body, headers: cached });
}

/** GraphiQL is of use while the database is away, too: to say so. */
async function readExamples(read: ReadContents): Promise<readonly Example[]> {
  const today = todayInUtc();
  try {
    return examplesOf(await read(today), today);
  } catch {
    return WITHOUT_DATABASE;
  }
}
