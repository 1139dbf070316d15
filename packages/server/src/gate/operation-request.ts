import { refuse } from './refusal.js';

/** What a client asks, in whatever way it came: every part has the type that it must have. */
export interface OperationRequest {
  readonly query: string | undefined;
  /** `sha256:<hex>`: the hash of a document's text, in place of the text. */
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
}

const NAMES = ['query', 'documentId', 'operationName', 'variables', 'extensions'];

/** Reads the parts of a request out of parsed JSON, or out of the parameters of an address. Throws GateRefusal BAD_REQUEST. */
export function readRequest(given: unknown): OperationRequest {
  if (Array.isArray(given)) {
    return refuse('BAD_REQUEST', 'Operations are sent one a request, as an object; this is a list.');
  }
  if (!isObject(given)) return refuse('BAD_REQUEST', "The request is no object with 'query' or 'documentId'.");
  const unknown = Object.keys(given).find((name) => !NAMES.includes(name) && given[name] !== null);
  if (unknown !== undefined) {
    refuse('BAD_REQUEST', `'${unknown.slice(0, 80)}' is no part of a request: it takes ${NAMES.join(', ')}.`);
  }
  const extensions = objectOf(given, 'extensions') ?? {};
  const documentId = textOf(given, 'documentId') ?? hashOf(extensions);
  const request = {
    query: textOf(given, 'query'),
    documentId,
    operationName: textOf(given, 'operationName') || undefined,
    variables: objectOf(given, 'variables'),
    extensions,
  };
  if (request.query === undefined && documentId === undefined) {
    refuse('BAD_REQUEST', "There is nothing to run: send a document as 'query', or the hash of one as 'documentId'.");
  }
  return request;
}

/** The hash of Apollo's automatic persisted queries. */
function hashOf({ persistedQuery }: Readonly<Record<string, unknown>>): string | undefined {
  const hash = isObject(persistedQuery) ? persistedQuery['sha256Hash'] : undefined;
  return typeof hash === 'string' ? hash : undefined;
}

function textOf(given: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : refuse('BAD_REQUEST', `'${name}' is no text.`);
}

function objectOf(
  given: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  return isObject(value) ? value : refuse('BAD_REQUEST', `'${name}' is no object.`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
