import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** Why the gate lets a request not through. Each stands in docs/limits.md. */
export type RefusalCode =
  | 'BAD_REQUEST'
  | 'BODY_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'NOT_ACCEPTABLE'
  | 'NESTING_LIMIT'
  | 'TOKEN_LIMIT'
  | 'DEPTH_LIMIT'
  | 'FIELD_LIMIT'
  | 'ALIAS_LIMIT'
  | 'DIRECTIVE_LIMIT'
  | 'COST_LIMIT'
  | 'RATE_LIMITED'
  | 'TIMEOUT'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'METHOD_NOT_ALLOWED'
  | 'BAD_USER_INPUT'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'UNTRUSTED_DOCUMENT';

/** A request that the gate does not let through: every error that it is answered with. */
export class GateRefusal extends AggregateError {
  override readonly name = 'GateRefusal';
  declare readonly errors: GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(errors, errors.map(({ message }) => message).join('\n'));
  }
}

/** What an error of the gate holds beside its message. */
export interface RefusalOptions extends Pick<GraphQLErrorOptions, 'nodes' | 'source' | 'positions'> {
  /** Beside the code in `extensions`. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Of the HTTP answer, 400 where it is left out. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the status holds for `application/json` too, where an error of GraphQL is answered with 200. So it does for BAD_REQUEST. */
  readonly isOfHttp?: boolean;
}

/** An error of the gate: the code in `extensions.code`, what HTTP makes of it in `extensions.http`, which no client is shown. */
export function refusal(code: RefusalCode, message: string, options: RefusalOptions = {}): GraphQLError {
  const { data = {}, status = 400, headers, isOfHttp = code === 'BAD_REQUEST', ...place } = options;
  const http = { status, spec: !isOfHttp, ...(headers === undefined ? {} : { headers }) };
  return new GraphQLError(message, { ...place, extensions: { code, ...data, http } });
}

/** Throws the one error. */
export function refuse(code: RefusalCode, message: string, options?: RefusalOptions): never {
  throw new GateRefusal([refusal(code, message, options)]);
}
