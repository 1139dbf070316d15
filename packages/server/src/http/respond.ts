import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  /** Value of `content-type`. */
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends the answer; to HEAD without its body. */
export function respond(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body);
  const kept = answer.status === 304 ? {} : { 'content-type': answer.type, 'content-length': body.byteLength };
  response.writeHead(answer.status, { ...kept, ...answer.headers, ...varyOf(response, answer) });
  if (request.method === 'HEAD' || answer.status === 304) response.end();
  else response.end(body);
}

/** What was set before an answer is said beside what the answer says itself: it varies by both. */
function varyOf(response: ServerResponse, { headers }: Answer): { readonly vary?: string } {
  const parts = [response.getHeader('vary'), headers?.['vary']].filter((part) => part !== undefined);
  return parts.length === 0 ? {} : { vary: parts.join(', ') };
}
