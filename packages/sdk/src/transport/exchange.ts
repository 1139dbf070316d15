import type { RequestEvent, ResponseEvent } from '../client-options.js';
import { NetworkError } from '../errors/network-error.js';
import type { Outgoing } from './outgoing.js';
import { retryAfterMs } from './retry.js';

/** One HTTP answer, read to its end. */
export interface Incoming {
  readonly status: number;
  /** Value of `content-type`, empty where there is none. */
  readonly type: string;
  /** Milliseconds after which the server wants to be asked again, where it says so. */
  readonly retryAfterMs: number | undefined;
  readonly text: string;
}

/** What an exchange needs of a client. */
export interface Wire {
  readonly fetch: typeof fetch;
  readonly onRequest: ((event: RequestEvent) => void | Promise<void>) | undefined;
  readonly onResponse: ((event: ResponseEvent) => void | Promise<void>) | undefined;
}

/** Sends a request and reads its answer. Rejects with NetworkError, or with what a hook throws. */
export async function exchange(wire: Wire, outgoing: Outgoing, signal: AbortSignal): Promise<Incoming> {
  const begun = Date.now();
  const response = await open(wire, outgoing, signal);
  const text = await response.text().catch((cause: unknown) => {
    throw new NetworkError(outgoing.url, cause);
  });
  await told(wire, outgoing, response, begun);
  return { ...headOf(response), text };
}

/** Sends a request and gives its answer as soon as it begins. Rejects with NetworkError, or with what a hook throws. */
export async function open(wire: Wire, outgoing: Outgoing, signal: AbortSignal): Promise<Response> {
  await wire.onRequest?.(facts(outgoing));
  const { url, ...init } = outgoing;
  try {
    return await wire.fetch(url, { ...init, signal });
  } catch (cause) {
    throw new NetworkError(url, cause);
  }
}

/** Tells the hook of an answer. */
export async function told(
  wire: Wire,
  outgoing: Outgoing,
  { status, headers }: Response,
  begun: number,
): Promise<void> {
  await wire.onResponse?.({ ...facts(outgoing), status, responseHeaders: headers, durationMs: Date.now() - begun });
}

/** What an answer's first lines say. */
export function headOf({ status, headers }: Response): Omit<Incoming, 'text'> {
  const retryAfter = retryAfterMs(headers.get('retry-after'), Date.now());
  return { status, type: headers.get('content-type') ?? '', retryAfterMs: retryAfter };
}

function facts({ method, url, headers }: Outgoing): RequestEvent {
  return { method, url, headers };
}
