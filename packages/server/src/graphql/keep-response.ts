import type { FetchAPI } from 'graphql-yoga';
import type { Keep } from '../http/keeping.js';

/** An answer of yoga's by GET. */
export interface Responded {
  readonly request: Request;
  readonly response: Response;
  readonly fetchAPI: Pick<FetchAPI, 'Response'>;
  /** Whether it came without errors. */
  readonly isClean: boolean;
}

/** The answer with what caches are told of it; 304 without a body for who has the same already. */
export async function keepResponse({ request, response, fetchAPI, isClean }: Responded, keep: Keep): Promise<Response> {
  const body = await response.text();
  const headers = new Headers(response.headers);
  const { isHeld, headers: told } = keep({
    authorization: request.headers.get('authorization'),
    ifNoneMatch: request.headers.get('if-none-match'),
    isClean,
    type: headers.get('content-type') ?? '',
    body,
  });
  for (const [name, value] of Object.entries(told)) headers.set(name, value);
  if (!isHeld) return new fetchAPI.Response(body, { status: response.status, headers });
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  return new fetchAPI.Response(null, { status: 304, headers });
}
