import { GraphQLError } from 'graphql';

/** What a client can ask wrongly. Each is answered before any SQL, under the path of the field. */
export type RequestErrorCode = 'PAGE_SIZE' | 'PAGE_ARGUMENTS' | 'BAD_CURSOR' | 'TOO_MANY_IDS';

/** An error that the client can mend: `code` is stable, the message names the place, the limit and the fix. */
export function requestError(
  code: RequestErrorCode,
  message: string,
  data: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...data } });
}
