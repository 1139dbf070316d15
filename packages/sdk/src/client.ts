import { GraphQLRequestError, HttpError, NetworkError } from './errors.js';
import type { TypedDocument } from './typed-document.js';

/** How a client reaches a server. */
export interface ClientOptions {
  /** Address of the GraphQL endpoint, as in 'http://localhost:4000/graphql'. */
  readonly url: string;
  /** Headers of every request, such as `authorization`; a function is asked anew for each. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** Used in place of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** Options of one request. */
export interface RequestOptions {
  /** Ends the request; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A client of one Broadsheet server. It holds no state: a call is one request. */
export interface Client {
  /**
   * Sends an operation and gives back its data, typed by the document.
   * Rejects with NetworkError (no answer), HttpError (an answer that is no GraphQL) or GraphQLRequestError (errors in the answer).
   */
  request<Data, Variables>(document: TypedDocument<Data, Variables>, ...rest: VariablesOf<Variables>): Promise<Data>;
}

/** Variables may be left out where the operation has none that is required. */
export type VariablesOf<Variables> = Record<string, never> extends Variables
  ? [variables?: Variables, options?: RequestOptions]
  : [variables: Variables, options?: RequestOptions];

/** Makes a client. */
export function createClient(options: ClientOptions): Client {
  return {
    request: async (document, ...[variables, { signal } = {}]) => {
      const response = await send(options, String(document), variables, signal);
      return dataOf(document, response, await response.text());
    },
  };
}

async function send(
  { url, headers, fetch: given = fetch }: ClientOptions,
  query: string,
  variables: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const own = typeof headers === 'function' ? headers() : headers;
  try {
    return await given(url, {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        ...own,
      },
      body: JSON.stringify({ query, variables }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw signal.reason;
    throw new NetworkError(url, cause);
  }
}

function dataOf<Data, Variables>(_: TypedDocument<Data, Variables>, response: Response, body: string): Data {
  const answer = parsed<Data>(body);
  if (answer === undefined) throw new HttpError(response.status, body);
  if (answer.errors !== undefined && answer.errors.length > 0) {
    throw new GraphQLRequestError(answer.errors, answer.data ?? null, response.status);
  }
  if (answer.data === undefined || answer.data === null) throw new HttpError(response.status, body);
  return answer.data;
}

/** An answer as GraphQL over HTTP has it. */
interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
}

function parsed<Data>(body: string): Answer<Data> | undefined {
  try {
    const answer: Answer<Data> | null = JSON.parse(body);
    return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)
      ? answer
      : undefined;
  } catch {
    return undefined;
  }
}
