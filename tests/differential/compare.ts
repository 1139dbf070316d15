import type { ExecutionResult, GraphQLError } from 'graphql';
import { plainCursor } from './plain/page.js';

/** Errors that are found before anything is read: all else of the answer is then null. */
const BEFORE_SQL: readonly unknown[] = ['FORBIDDEN', 'PAGE_SIZE', 'PAGE_ARGUMENTS', 'BAD_CURSOR', 'TOO_MANY_IDS'];

/** An answer as both ways through the compiler print it: data and errors whole, keys in their order. */
export function printWhole(answer: ExecutionResult): string {
  return JSON.stringify({ data: answer.data, errors: answer.errors });
}

/**
 * An answer as it can be told without the compiler: of cursors the keys, of errors the code, the path and the place in the document. The plain
 * path finds what is refused when it comes to it, so of a refused operation only that, and what for, is compared.
 */
export function printPlain({ data, errors = [] }: ExecutionResult): string {
  const refused = errors.filter(({ extensions }) => BEFORE_SQL.includes(extensions['code']));
  if (refused.length > 0) return JSON.stringify({ data: null, refused: refused.slice(0, 1).map(refusal) });
  return JSON.stringify({ data, errors: errors.map(shortError).sort() }, withoutChecks);
}

/** Of several places that may not be read, each path comes to another one first. */
function refusal(error: GraphQLError): string {
  return error.extensions['code'] === 'FORBIDDEN' ? 'FORBIDDEN' : shortError(error);
}

function shortError({ extensions, path, locations }: GraphQLError): string {
  return JSON.stringify([extensions['code'], path, locations]);
}

/** Fields that hold a cursor. They are never asked for under another name. */
export const CURSORS: readonly string[] = ['cursor', 'startCursor', 'endCursor'];

/** Only the compiled paths print a check into cursors. */
function withoutChecks(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || value.startsWith('[')) return value;
  return CURSORS.includes(key) ? (plainCursor(value) ?? value) : value;
}
