import { SdkError } from './sdk-error.js';

/** One error of a GraphQL answer. */
export interface AnswerError {
  readonly message: string;
  /** The way to the field that failed, by response keys and places in lists. */
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  /** `code` is the server's stable name for the kind of error. */
  readonly extensions?: { readonly code?: string; readonly [key: string]: unknown };
}

/** The answer holds errors. */
export class GraphQLRequestError extends SdkError {
  override readonly name = 'GraphQLRequestError';
  readonly code = 'GRAPHQL';
  readonly errors: readonly AnswerError[];
  /** What came with the errors: fields that failed are null in it. Null where nothing came. */
  readonly data: unknown;
  readonly status: number;
  /** Milliseconds after which the server wants to be asked again, where it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(errors: readonly AnswerError[], data: unknown, status: number, retryAfterMs?: number) {
    super(errors.map(({ message }) => message).join(' '));
    this.errors = errors;
    this.data = data;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }

  /** The stable codes of the errors, in their order. */
  get codes(): readonly string[] {
    return this.errors.flatMap(({ extensions }) => extensions?.code ?? []);
  }

  /** Where the errors are, in their order, as in 'issue.items.nodes.3'; empty for one of the whole request. */
  get paths(): readonly string[] {
    return this.errors.map(({ path = [] }) => path.join('.'));
  }
}

/** Whether an error is a GraphQLRequestError; with a code, one that has an error of that code. */
export function isGraphQLRequestError(error: unknown, code?: string): error is GraphQLRequestError {
  return error instanceof GraphQLRequestError && (code === undefined || error.codes.includes(code));
}
