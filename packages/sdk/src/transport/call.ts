import type { RequestOptions } from '../client-options.js';
import { type Operation, operationOf } from '../documents/operation.js';
import type { TypedDocument } from '../documents/typed-document.js';
import { isGraphQLRequestError } from '../errors/graphql-request-error.js';
import { isHttpError } from '../errors/http-error.js';
import { dataOf } from './answer.js';
import { Deadline } from './deadline.js';
import { exchange, type Incoming } from './exchange.js';
import type { Line } from './line.js';
import { byHash, byText, type Outgoing } from './outgoing.js';
import { askedMs, backoffMs, isPassing } from './retry.js';

/** Sends an operation until it is answered, fails for good, or its time is over. */
export async function call<Data>(
  line: Line,
  document: TypedDocument<Data, never>,
  variables: object,
  { signal, timeoutMs = line.timeoutMs, idempotent }: RequestOptions = {},
): Promise<Data> {
  const operation = operationOf(document);
  const deadline = new Deadline(timeoutMs, signal);
  const attempts = (idempotent ?? operation.idempotent) ? line.retry.attempts : 1;
  try {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await ask(line, document, operation, variables, deadline);
      if ('data' in outcome) return outcome.data;
      const { error } = outcome;
      deadline.lastFailure = error;
      const wait = askedMs(error) + backoffMs(line.retry, attempt);
      if (attempt >= attempts || !isPassing(error) || wait >= deadline.leftMs) throw error;
      await deadline.pause(wait);
    }
  } finally {
    // What it changed, or may have changed, is not in an answer that was asked for before.
    if (!operation.isQuery) line.inFlight.part();
    deadline.end();
  }
}

/** What an attempt came to. */
type Outcome<Data> = { readonly data: Data } | { readonly error: unknown };

/** One attempt: by the hash where there is one, and with the text where the server does not know it. Rejects when the time is over. */
async function ask<Data>(
  line: Line,
  document: TypedDocument<Data, never>,
  operation: Operation,
  variables: object,
  deadline: Deadline,
): Promise<Outcome<Data>> {
  const headers = {
    accept: 'application/graphql-response+json, application/json',
    ...(await deadline.race(line.headers())),
  };
  const { hash = '', isQuery } = operation;
  const isKnown = line.persisted && isQuery && !line.unknownHashes.has(hash);
  const short = isKnown ? byHash(line.url, operation, variables, headers) : undefined;
  if (short !== undefined) {
    const outcome = await settle(line, document, short, deadline, true);
    if ('data' in outcome || !isUnknownHash(outcome.error)) return outcome;
    line.unknownHashes.add(hash);
  }
  return settle(line, document, byText(line.url, operation, variables, headers), deadline, isQuery);
}

async function settle<Data>(
  line: Line,
  document: TypedDocument<Data, never>,
  outgoing: Outgoing,
  deadline: Deadline,
  mayShare: boolean,
): Promise<Outcome<Data>> {
  const send = (signal: AbortSignal): Promise<Incoming> => exchange(line, outgoing, signal);
  try {
    const incoming = await deadline.race(
      mayShare ? line.inFlight.join(outgoing, deadline.signal, send) : send(deadline.signal),
    );
    return { data: dataOf(document, incoming) };
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    return { error };
  }
}

/** Codes by which servers say that they know no operation of a hash, or look for a text alone. */
const UNKNOWN = ['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED', 'BAD_REQUEST'];

function isUnknownHash(error: unknown): boolean {
  if (isHttpError(error)) return error.status === 405;
  if (!isGraphQLRequestError(error)) return false;
  return error.codes.length === 0 ? error.status === 400 : error.codes.some((code) => UNKNOWN.includes(code));
}
