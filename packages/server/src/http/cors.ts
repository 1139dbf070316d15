import type { IncomingMessage, ServerResponse } from 'node:http';

/** Pages of which other origins may read answers: those that are named, or `*` for any. Nobody's, where there are none. */
export type AllowedOrigins = readonly string[];

/** What a page of another origin may read beside the body. */
const EXPOSED = 'etag, retry-after, ratelimit, ratelimit-policy';

/** How long a browser may remember that it may ask. */
const REMEMBERED_S = 3_600;

/**
 * Lets pages of the allowed origins read the answer, and answers their browsers' question before: true where that was the request.
 * Credentials are never allowed: a token is sent by the page itself.
 */
export function answerCors(request: IncomingMessage, response: ServerResponse, allowed: AllowedOrigins): boolean {
  if (allowed.length === 0) return false;
  response.setHeader('vary', 'origin');
  const { origin } = request.headers;
  if (origin === undefined || !(allowed.includes('*') || allowed.includes(origin))) return false;
  response.setHeader('access-control-allow-origin', allowed.includes('*') ? '*' : origin);
  response.setHeader('access-control-expose-headers', EXPOSED);
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false;
  const asked = request.headers['access-control-request-headers'];
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-max-age': String(REMEMBERED_S),
    ...(asked === undefined ? {} : { 'access-control-allow-headers': asked }),
  });
  response.end();
  return true;
}
