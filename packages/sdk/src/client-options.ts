import type { RetrySettings } from './transport/retry.js';

/** Headers by their names. */
export type HeadersByName = Readonly<Record<string, string>>;

/** How a client reaches a server. */
export interface ClientOptions {
  /** Address of the GraphQL endpoint, as in 'http://localhost:4000/graphql'. */
  readonly url: string;
  /** Headers of every request, such as `authorization`; a function is asked anew for each attempt. */
  readonly headers?: HeadersByName | (() => HeadersByName | Promise<HeadersByName>);
  /** Used in place of the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Milliseconds that a call has, all its attempts together: 30,000 where it is left out, no limit where it is 0. */
  readonly timeoutMs?: number;
  /** How often and how soon a request that may be repeated is sent again after a failure that may pass; false: never. */
  readonly retry?: Partial<RetrySettings> | false;
  /** Whether operations that the server knows by their hash are asked by it with GET, so that HTTP caches can keep the answers. True where it is left out. */
  readonly persisted?: boolean;
  /** Told each HTTP request before it is sent. What it throws ends the call. */
  readonly onRequest?: (event: RequestEvent) => void | Promise<void>;
  /** Told each HTTP answer when it was read. What it throws ends the call. */
  readonly onResponse?: (event: ResponseEvent) => void | Promise<void>;
}

/** Options of one call. */
export interface RequestOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** In place of the client's. */
  readonly timeoutMs?: number;
  /** True for a mutation of your own that may be sent again after a failure: doing it twice is doing it once. */
  readonly idempotent?: boolean;
}

/** One HTTP request. */
export interface RequestEvent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: HeadersByName;
}

/** One HTTP answer. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  /** The request's; the answer's stand in `responseHeaders`. */
  readonly responseHeaders: Headers;
  /** Milliseconds from sending to the last byte. */
  readonly durationMs: number;
}
