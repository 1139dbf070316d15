import { randomUUID } from 'node:crypto';
import { isStoreError } from '@broadsheet/store';
import { GraphQLError } from 'graphql';
import { PUBLIC_ERRORS, type PublicError } from './error-codes.js';

/** Where masked errors are told with all they hold, under the id that the client is given. */
export type ErrorLog = (id: string, error: unknown) => void;

/** Messages of errors that pass by themselves; the store's own would name hosts. */
const MESSAGES: Readonly<Record<string, string>> = {
  UNAVAILABLE: 'The database does not answer just now. Try again in a moment.',
  TIMEOUT: 'The request took too long and was ended. Ask for less at once.',
  OPERATION_TOO_LARGE: 'The operation is nested too deeply, or selects too much, to be run. Ask for less at once.',
  STORAGE_FULL: 'There is no room left to store this. The operator has to make some.',
};

/**
 * What a client sees of an error: a GraphQLError as it is, with a code, a store error as the table has it, anything else as INTERNAL with an
 * id that stands in the log; there is nothing in the log of a client that left. Never a stack, SQL or SQLSTATE.
 */
export function maskError(error: unknown, log: ErrorLog): GraphQLError {
  const cause = error instanceof GraphQLError && error.originalError !== undefined ? error.originalError : error;
  if (error instanceof GraphQLError && (cause === error || cause instanceof GraphQLError)) return coded(error);
  const known = publicOf(cause);
  if (isStoreError(cause) && known?.kind === 'mendable') return publicError(cause.message, known.code, error);
  if (known?.kind === 'unheard') return publicError('The client left before it was answered.', known.code, error);
  const id = randomUUID();
  log(id, cause);
  if (known !== undefined) return publicError(MESSAGES[known.code] ?? 'Try again.', known.code, error, id);
  return publicError(
    `Something went wrong here, not in the request. The log has it under ${id}.`,
    'INTERNAL',
    error,
    id,
  );
}

/**
 * graphql-js gives its own errors no code. One that was thrown with its place in the document is of what was sent: an argument that a variable
 * makes null.
 */
function coded(error: GraphQLError): GraphQLError {
  const { message, nodes = null, path = null, extensions, originalError } = error;
  const thrown = originalError instanceof GraphQLError ? originalError : error;
  if ('code' in extensions || thrown.nodes === undefined) return error;
  return new GraphQLError(message, { nodes, path, extensions: { ...extensions, code: 'BAD_USER_INPUT' } });
}

function publicOf(cause: unknown): PublicError | undefined {
  return isStoreError(cause) ? PUBLIC_ERRORS[cause.code] : undefined;
}

function publicError(message: string, code: string, error: unknown, id?: string): GraphQLError {
  const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  return new GraphQLError(message, { ...place, extensions: { code, ...(id === undefined ? {} : { id }) } });
}
