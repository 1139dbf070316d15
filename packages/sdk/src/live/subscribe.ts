import type { Client } from '../client.js';
import type { TypedDocument } from '../documents/typed-document.js';
import { NetworkError } from '../errors/network-error.js';
import { dataOf } from '../transport/answer.js';
import { isLimit } from '../transport/deadline.js';
import { headOf } from '../transport/exchange.js';
import { serverEvents } from './event-stream.js';

/** Options of one subscription. */
export interface SubscribeOptions {
  /** Ends the subscription; what waits for the next event then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds without any sign of life after which the connection is given up: 45,000 where it is left out, never where it is 0. */
  readonly silenceMs?: number;
}

/**
 * The events of a subscription over one connection, typed by the document. Ends when the server completes it; rejects with NetworkError where
 * it breaks off, and with what the server says otherwise. `follow` goes on where it broke off.
 */
export async function* subscribe<Data>(
  client: Client,
  document: TypedDocument<Data, never>,
  variables: object,
  { signal, silenceMs = 45_000 }: SubscribeOptions = {},
): AsyncGenerator<Data, void> {
  signal?.throwIfAborted();
  // Its own, so that leaving the loop ends the connection too.
  const leaving = new AbortController();
  const leave = (): void => leaving.abort(signal?.reason);
  signal?.addEventListener('abort', leave, { once: true });
  try {
    const giveUp = (): void => leaving.abort(new Error(`Nothing came for ${silenceMs} ms.`));
    const silent = isLimit(silenceMs) ? setTimeout(giveUp, silenceMs) : undefined;
    const response = await client.connect(document, variables, leaving.signal).finally(() => clearTimeout(silent));
    for await (const event of serverEvents(response, silenceMs)) {
      if (event?.name === 'complete') return;
      if (event?.name === 'next')
        yield dataOf(document, { ...headOf(response), type: 'application/json', text: event.data });
    }
    throw new NetworkError(response.url, new Error('The stream ended before it was complete.'));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', leave);
    leaving.abort();
  }
}
