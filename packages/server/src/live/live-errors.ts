import { GraphQLError } from 'graphql';

/** TOO_MANY_FOLLOWERS, answered as HTTP 503. */
export function tooManyFollowers(limit: number): GraphQLError {
  return refused(`${limit} follow already, as many as this server takes.`, limit);
}

/** The same, where they follow by too many operations. */
export function tooManyOperations(limit: number): GraphQLError {
  const message = `${limit} different operations follow already, as many as this server takes. Send what differs in 'after' as a variable: it does not count.`;
  return refused(message, limit);
}

function refused(message: string, limit: number): GraphQLError {
  const http = { status: 503, headers: { 'retry-after': '30' } };
  return new GraphQLError(`${message} Try again later, or read Query.changes from time to time.`, {
    extensions: { code: 'TOO_MANY_FOLLOWERS', limit, http },
  });
}

/** TOO_SLOW: the last answer to who did not read for too long. */
export function tooSlow(stallMs: number): GraphQLError {
  const message = `What was sent was not read for ${stallMs} ms, and more waits. Connect again with the cursor of the last change that was read as 'after': nothing is lost.`;
  return new GraphQLError(message, { extensions: { code: 'TOO_SLOW', limit: stallMs } });
}
