/** One error of a GraphQL answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** The answer holds errors. `data` is what came with them, null where nothing did. */
export class GraphQLRequestError extends Error {
  override readonly name = 'GraphQLRequestError';
  readonly errors: readonly AnswerError[];
  readonly data: unknown;
  readonly status: number;

  constructor(errors: readonly AnswerError[], data: unknown, status: number) {
    super(errors.map(({ message }) => message).join(' '));
    this.errors = errors;
    this.data = data;
    this.status = status;
  }

  /** The stable codes of the errors, in their order. */
  get codes(): readonly string[] {
    return this.errors.flatMap(({ extensions }) => extensions?.code ?? []);
  }
}

/** The answer is no GraphQL: a proxy's page, a server of another kind. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  /** The beginning of what came. */
  readonly body: string;

  constructor(status: number, body: string) {
    super(`The server answered HTTP ${status} with something that is no GraphQL. Is the address that of its /graphql?`);
    this.status = status;
    this.body = body.slice(0, 1_000);
  }
}

/** No answer came. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';

  constructor(url: string, cause: unknown) {
    super(`${url} does not answer.`, { cause });
  }
}
