import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { KnownOperation } from '../gate/known-document.js';
import { Leave } from '../gate/leave.js';
import type { Limits } from '../gate/limits.js';
import type { OperationRequest } from '../gate/operation-request.js';
import { type Answered, type Runner, runKnown } from '../gate/run-operation.js';
import type { Keep } from '../http/keeping.js';
import { ANONYMOUS, type Authorities, type Rights, rightsOf } from '../http/rights.js';
import { type AnswerType, answerTypeOf } from './answer-type.js';
import { gatherBody } from './gather-body.js';
import { formHttp, type HttpForm } from './http-form.js';
import { keptForm } from './kept-form.js';
import { readBuffered } from './read-buffered.js';

/**
 * Answers a request for an operation, or has `pass` answer it. `headers` are further ones of an answer that is not passed on: a name and its value
 * by turns.
 */
export type AnswerOperation = (
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => void,
  headers?: readonly string[],
) => void;

/**
 * The path of operations that were asked before: from the socket through the gate to the engine and back, with nothing between. It takes what it
 * knows to be in order, and passes on all else as it came: documents that are new, mutations, what asks for another form of answer, and whatever
 * the gate refuses before it runs. docs/adr/0025-front-path.md
 */
export function frontPath(runner: Runner, authorities: Authorities, keep: Keep): AnswerOperation {
  return (request, response, pass, headers = []) => {
    const type = answerTypeOf(request.headers.accept);
    if (type === undefined || !isPlain(request, runner.gate.limits)) {
      pass();
      return;
    }
    const asked: Asked = { runner, authorities, keep, request, response, type, headers, pass };
    if (request.method === 'GET') identify(asked, undefined);
    else gatherBody(request, lengthOf(request), (body) => identify(asked, body));
  };
}

/** One request under way. */
interface Asked {
  readonly runner: Runner;
  readonly authorities: Authorities;
  readonly keep: Keep;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly type: AnswerType;
  readonly headers: readonly string[];
  readonly pass: () => void;
}

/** Finds out who asks: at once where there is no token. */
function identify(asked: Asked, body: Buffer | undefined): void {
  const { authorization } = asked.request.headers;
  if (authorization === undefined) {
    answer(asked, body, ANONYMOUS);
    return;
  }
  rightsOf(authorization, asked.authorities).then(
    (rights) => answer(asked, body, rights),
    () => passOn(asked, body),
  );
}

function answer(asked: Asked, body: Buffer | undefined, rights: Rights): void {
  const { runner, request, response } = asked;
  const known = findKnown(asked, body);
  if (known === undefined) {
    passOn(asked, body);
    return;
  }
  const asker = {
    rights,
    method: request.method ?? 'GET',
    signal: leaveOf(response),
    // What follows anything is passed on.
    connection: { reauthorise: async () => {}, hangUp: () => response.destroy() },
  };
  void runKnown(runner, known.operation, known.asked, asker).then((result) => sendResult(asked, result));
}

function sendResult({ keep, request, response, type, headers }: Asked, result: Answered): void {
  // Only subscriptions are answered by several.
  if (Symbol.asyncIterator in result) return;
  const form = formHttp(result, type);
  send(response, request.method === 'GET' ? keptForm(form, result, request.headers, keep) : form, headers);
}

/** What is wrong with a request is found again, and told, by whom it is passed on to. */
function passOn({ request, pass }: Asked, body: Buffer | undefined): void {
  // There it finds the body where a framework that has read it would leave it.
  if (body !== undefined) Object.assign(request, { body: Readable.from([body]) });
  pass();
}

/** An operation that is known, and what is asked of it. */
interface Known {
  readonly operation: KnownOperation;
  readonly asked: OperationRequest;
}

/** What the request asks, if it is a query that the gate remembers. */
function findKnown({ runner: { gate }, request }: Asked, body: Buffer | undefined): Known | undefined {
  try {
    const asked = readBuffered(request, body, gate.limits);
    const document = gate.remembered(gate.textOf(asked));
    if (document === undefined) return undefined;
    const operation = gate.operation(document, asked.operationName);
    return operation.kind === 'query' ? { operation, asked } : undefined;
  } catch {
    return undefined;
  }
}

/** GET, or POST with JSON of a length that is told and that anyone may send; nothing that a page of another site has sent. */
function isPlain({ method, headers }: IncomingMessage, { bodyBytes }: Limits): boolean {
  if (headers.origin !== undefined) return false;
  if (method === 'GET') return true;
  return (
    method === 'POST' &&
    headers['content-type'] !== undefined &&
    JSON_TYPE.test(headers['content-type']) &&
    lengthOf({ headers }) > 0 &&
    lengthOf({ headers }) <= bodyBytes &&
    headers['content-encoding'] === undefined
  );
}

function lengthOf({ headers }: Pick<IncomingMessage, 'headers'>): number {
  return Number(headers['content-length']);
}

const JSON_TYPE = /^application\/json(?:;\s*charset=utf-8)?$/i;

function leaveOf(response: ServerResponse): Leave {
  const leave = new Leave();
  response.on('close', () => {
    if (!response.writableFinished) leave.abort();
  });
  return leave;
}

function send(response: ServerResponse, { status, headers, body }: HttpForm, others: readonly string[]): void {
  // Whom a statement was cancelled for has left.
  if (response.destroyed) return;
  const bytes = Buffer.byteLength(body);
  const length = status === 304 ? [] : ['content-length', String(bytes)];
  response.writeHead(status, [...others, ...Object.entries(headers).flat(), ...length]);
  // As a text it goes out together with the head, by one write; one of ASCII alone as it is, without being encoded.
  response.end(body, bytes === body.length ? 'latin1' : 'utf8');
}
