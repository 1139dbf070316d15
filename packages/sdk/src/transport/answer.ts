import type { TypedDocument } from '../documents/typed-document.js';
import { type AnswerError, GraphQLRequestError } from '../errors/graphql-request-error.js';
import { HttpError } from '../errors/http-error.js';
import type { Incoming } from './exchange.js';

/** An answer as GraphQL over HTTP has it. */
interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly AnswerError[];
}

/** The data of an answer to a document. Throws GraphQLRequestError and HttpError. */
export function dataOf<Data>(_: TypedDocument<Data, never>, { status, type, text, retryAfterMs }: Incoming): Data {
  // What is not called JSON is no answer, whatever it looks like.
  const { data, errors = [] } = (/json/i.test(type) ? readAnswer<Data>(text) : undefined) ?? {};
  if (errors.length > 0) throw new GraphQLRequestError(errors, data ?? null, status, retryAfterMs);
  if (data === undefined || data === null) throw new HttpError(status, text, retryAfterMs);
  return data;
}

/** Reads a text as an answer; undefined where it is none. */
function readAnswer<Data>(text: string): Answer<Data> | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return isAnswer<Data>(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** The server answers with the types of its schema; that it is an answer at all is looked at. */
function isAnswer<Data>(value: unknown): value is Answer<Data> {
  if (typeof value !== 'object' || value === null) return false;
  if ('errors' in value) return Array.isArray(value.errors) && value.errors.every(isAnswerError);
  return 'data' in value && typeof value.data === 'object';
}

function isAnswerError(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}
