import type { Operation } from '../documents/operation.js';
import type { TypedDocument } from '../documents/typed-document.js';
import { HttpError } from '../errors/http-error.js';
import { NetworkError } from '../errors/network-error.js';
import { dataOf } from './answer.js';
import { Deadline } from './deadline.js';
import { headOf, open, told } from './exchange.js';
import type { Line } from './line.js';
import { byText } from './outgoing.js';

/**
 * Opens a stream of server-sent events; what is refused may be told in one too. Rejects where the answer is none, and with NetworkError as soon
 * as the signal aborts, also where fetch ignores it.
 */
export async function connect(
  line: Line,
  document: TypedDocument<unknown, never>,
  operation: Operation,
  variables: object,
  signal: AbortSignal,
): Promise<Response> {
  const untilAborted = new Deadline(0, signal);
  try {
    return await untilAborted.race(streamOf(line, document, operation, variables, signal));
  } catch (error) {
    throw signal.aborted ? new NetworkError(line.url, signal.reason) : error;
  } finally {
    untilAborted.end();
  }
}

async function streamOf(
  line: Line,
  document: TypedDocument<unknown, never>,
  operation: Operation,
  variables: object,
  signal: AbortSignal,
): Promise<Response> {
  const begun = Date.now();
  const headers = { accept: 'text/event-stream', ...(await line.headers()) };
  const outgoing = byText(line.url, operation, variables, headers);
  const response = await open(line, outgoing, signal);
  await told(line, outgoing, response, begun);
  const head = headOf(response);
  if (/text\/event-stream/i.test(head.type)) return response;
  const text = await response.text().catch((cause: unknown) => {
    throw new NetworkError(line.url, cause);
  });
  dataOf(document, { ...head, text });
  throw new HttpError(head.status, text, head.retryAfterMs);
}
