import type { ClientOptions, HeadersByName, RequestOptions } from './client-options.js';
import { operationOf } from './documents/operation.js';
import type { TypedDocument } from './documents/typed-document.js';
import { call } from './transport/call.js';
import { connect } from './transport/connect.js';
import { InFlight } from './transport/in-flight.js';
import type { Line } from './transport/line.js';
import { retrySettings } from './transport/retry.js';

/** A client of one Broadsheet server. A call is one request, save that it is repeated where that may help. */
export interface Client {
  /**
   * Sends an operation and gives back its data, typed by the document.
   * Rejects with NetworkError, HttpError, GraphQLRequestError, TimeoutError, or the reason of the caller's signal.
   */
  request<Data, Variables>(document: TypedDocument<Data, Variables>, ...rest: VariablesOf<Variables>): Promise<Data>;
  /** The same with variables that are not checked against the document: for what makes them itself. */
  send<Data>(document: TypedDocument<Data, never>, variables: object, options?: RequestOptions): Promise<Data>;
  /**
   * Sends a subscription and gives back the answer when it begins, as server-sent events. One connection: `subscribe` reads it, `follow`
   * keeps it up. Rejects as `request` does, without being repeated.
   */
  connect(document: TypedDocument<unknown, never>, variables: object, signal: AbortSignal): Promise<Response>;
}

/** Variables may be left out where the operation has none that is required. */
export type VariablesOf<Variables> = Record<string, never> extends Variables
  ? [variables?: Variables, options?: RequestOptions]
  : [variables: Variables, options?: RequestOptions];

/** Makes a client. */
export function createClient(options: ClientOptions): Client {
  const line = lineOf(options);
  const send: Client['send'] = (document, variables, callOptions) => call(line, document, variables, callOptions);
  return {
    send,
    request: (document, ...[variables, callOptions]) => send(document, variables ?? {}, callOptions),
    connect: (document, variables, signal) => connect(line, document, operationOf(document), variables, signal),
  };
}

function lineOf(options: ClientOptions): Line {
  const { url, headers = {}, timeoutMs = 30_000, persisted = true, onRequest, onResponse } = options;
  return {
    url,
    headers: async () => lowered(typeof headers === 'function' ? await headers() : headers),
    // The global is looked up at each call, so that one that is put in later is used; called by itself it would lose its this.
    fetch: options.fetch ?? ((...args) => fetch(...args)),
    timeoutMs,
    retry: retrySettings(options.retry),
    persisted,
    unknownHashes: new Set(),
    inFlight: new InFlight(),
    onRequest,
    onResponse,
  };
}

/** A header may be given in any case; in one case the SDK's own defaults can be replaced. */
function lowered(headers: HeadersByName): HeadersByName {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
