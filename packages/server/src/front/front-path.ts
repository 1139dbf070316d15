import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Leave } from '../gate/leave.js';
import type { Limits } from '../gate/limits.js';
import type { OperationRequest } from '../gate/operation-request.js';
import { type Runner, runOperation } from '../gate/run-operation.js';
import type { Keep } from '../http/keeping.js';
import { type Authorities, type Rights, rightsOf } from '../http/rights.js';
import { type AnswerType, answerTypeOf } from './answer-type.js';
import { gatherBody } from './gather-body.js';
import { formHttp, type HttpForm } from './http-form.js';
import { keptForm } from './kept-form.js';
import { readBuffered } from './read-buffered.js';

/** Answers a request for an operation, or has `pass` answer it. */
export type AnswerOperation = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

/**
 * The path of operations that were asked before: from the socket through the gate to the engine and back, with nothing between. It takes what it
 * knows to be in order, and passes on all else as it came: documents that are new, mutations, what asks for another form of answer, and whatever
 * the gate refuses before it runs. docs/adr/0025-front-path.md
 */
export function frontPath(runner: Runner, authorities: Authorities, keep: Keep): AnswerOperation {
  return (request, response, pass) => {
    const type = answerTypeOf(request.headers.accept);
    if (type === undefined || !isPlain(request, runner.gate.limits)) {
      pass();
      return;
    }
    void answer({ runner, authorities, keep, request, response, type }, pass);
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
}

/** An operation that is known, and who asks for it. */
interface Known {
  readonly operation: OperationRequest;
  readonly rights: Rights;
}

async function answer(asked: Asked, pass: () => void): Promise<void> {
  const { runner, keep, request, response, type } = asked;
  const body = request.method === 'POST' ? await gatherBody(request) : undefined;
  // A client that left in the middle of its body is owed nothing.
  if (request.method === 'POST' && body === undefined) return;
  const known = await findKnown(asked, body);
  if (known === undefined) {
    // Whoever answers finds the body where a framework that has read it would leave it.
    if (body !== undefined) Object.assign(request, { body: Readable.from([body]) });
    pass();
    return;
  }
  const { operation, rights } = known;
  const result = await runOperation(runner, operation, {
    rights,
    method: request.method ?? 'GET',
    signal: leaveOf(response),
    // What follows anything is passed on.
    connection: { reauthorise: async () => {}, hangUp: () => response.destroy() },
  });
  // Only subscriptions are answered by several.
  if (Symbol.asyncIterator in result) return;
  const form = formHttp(result, type);
  send(response, request.method === 'GET' ? keptForm(form, result, request.headers, keep) : form);
}

/** What the request asks, if it is a query that the gate remembers. */
async function findKnown({ runner: { gate }, authorities, request }: Asked, body: Buffer | undefined) {
  try {
    const rights = await rightsOf(request.headers.authorization ?? null, authorities);
    const operation = readBuffered(request, body, gate.limits);
    const document = gate.remembered(gate.textOf(operation));
    const isQuery = document !== undefined && gate.operation(document, operation.operationName).kind === 'query';
    return isQuery ? ({ operation, rights } satisfies Known) : undefined;
  } catch {
    // What is wrong with it is found again, and told, by whom it is passed on to.
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
    Number(headers['content-length']) <= bodyBytes &&
    headers['content-encoding'] === undefined
  );
}

const JSON_TYPE = /^application\/json(?:;\s*charset=utf-8)?$/i;

function leaveOf(response: ServerResponse): Leave {
  const leave = new Leave();
  response.once('close', () => {
    if (!response.writableFinished) leave.abort();
  });
  return leave;
}

function send(response: ServerResponse, { status, headers, body }: HttpForm): void {
  // Whom a statement was cancelled for has left.
  if (response.destroyed) return;
  response.writeHead(status, status === 304 ? headers : { ...headers, 'content-length': Buffer.byteLength(body) });
  // As a text it goes out together with the head, by one write and without a copy.
  response.end(body);
}
