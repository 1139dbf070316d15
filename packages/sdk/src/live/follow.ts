import type { Client } from '../client.js';
import type { TypedDocument } from '../documents/typed-document.js';
import { isGraphQLRequestError } from '../errors/graphql-request-error.js';
import { askedMs, backoffMs, isPassing, type RetrySettings } from '../transport/retry.js';
import { type SubscribeOptions, subscribe } from './subscribe.js';

/** Options of following. */
export interface FollowOptions extends SubscribeOptions {
  /** How soon it connects again; it never gives up where a failure may pass. */
  readonly backoff?: Pick<RetrySettings, 'baseMs' | 'maxMs'>;
  /** Told each time that the connection was lost and will be made again. */
  readonly onLost?: (error: unknown) => void;
}

/** Variables of a subscription that can be gone on with. */
export interface CursorVariables {
  /** The cursor of the last event that is known. */
  readonly after?: string | null | undefined;
}

const BACKOFF = { baseMs: 500, maxMs: 30_000 };

/**
 * The events of a subscription with `after`, kept up: what breaks off is connected again after a while, and goes on after the cursor of the
 * last event. Rejects with what does not pass by itself, and with the signal's reason.
 */
export async function* follow<Data, Variables extends CursorVariables, Event extends { readonly cursor: string }>(
  client: Client,
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  select: (data: Data) => Event,
  { backoff, onLost, ...options }: FollowOptions = {},
): AsyncGenerator<Event, void> {
  let after = variables.after ?? null;
  for (let failures = 0; ; ) {
    let asked = 0;
    try {
      for await (const data of subscribe(client, document, { ...variables, after }, options)) {
        failures = 0;
        const event = select(data);
        after = event.cursor;
        yield event;
      }
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!isPassing(error) && !isGraphQLRequestError(error, 'TOO_SLOW')) throw error;
      asked = askedMs(error);
      onLost?.(error);
    }
    failures += 1;
    await pause(asked + backoffMs({ ...BACKOFF, ...backoff }, failures), options.signal);
  }
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      if (signal?.aborted === true) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
