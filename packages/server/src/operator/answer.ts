import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Database, isStoreError } from '@broadsheet/store';
import { PUBLIC_ERRORS } from '../errors/error-codes.js';
import type { ErrorLog } from '../errors/mask-error.js';
import { answerNotFound, answerProblem } from '../http/problem.js';
import { respond } from '../http/respond.js';
import { bearerOf, sameText } from '../http/rights.js';
import { readBody } from './read-body.js';
import { TASKS, type TaskInput } from './tasks.js';

/** What `/operator` needs of the server. */
export interface OperatorOptions {
  readonly database: Database;
  /** The token that stands in the data directory; undefined: there is no such address. */
  readonly local: () => string | undefined;
  readonly log: ErrorLog;
}

/** Answers a request to `/operator`; false for any other. */
export type AnswerOperator = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * `POST /operator` with `{"task":"listTokens","input":{}}` is answered with `{"data":…}`. It is for the command, which finds address and token
 * in a file that only the user of the server can read: who can open the data directory may do what is done on the database itself. To
 * everybody else, the operator's own token over the network too, the address is not there.
 */
export function operator(options: OperatorOptions): AnswerOperator {
  return (request, response) => {
    if (request.url?.split('?')[0] !== '/operator') return false;
    if (request.method !== 'POST' || !isLocal(request, options.local())) answerNotFound(request, response);
    else void answerTask(request, response, options);
    return true;
  };
}

function isLocal({ headers }: IncomingMessage, local: string | undefined): boolean {
  const token = headers.authorization === undefined ? undefined : bearerOf(headers.authorization);
  return local !== undefined && token !== undefined && sameText(local, token);
}

async function answerTask(
  request: IncomingMessage,
  response: ServerResponse,
  { database, log }: OperatorOptions,
): Promise<void> {
  try {
    const { task, input } = readRequest(await readBody(request));
    const run = TASKS.get(task);
    if (run === undefined) {
      const message = `There is no task '${task.slice(0, 80)}': command and server are of different versions.`;
      answerProblem(request, response, { status: 400, code: 'UNKNOWN_TASK', message });
      return;
    }
    const body = `${JSON.stringify({ data: await run(database, input) })}\n`;
    const headers = { 'cache-control': 'no-store' };
    respond(request, response, { status: 200, type: 'application/json; charset=utf-8', body, headers });
  } catch (error) {
    answerFailure(request, response, error, log);
  }
}

/** A body that is none asks for a task without a name. */
function readRequest(body: string): { readonly task: string; readonly input: TaskInput } {
  const value = parsed(body);
  const task = isObject(value) && typeof value['task'] === 'string' ? value['task'] : '';
  const input = isObject(value) && isObject(value['input']) ? value['input'] : {};
  return { task, input };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is TaskInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function answerFailure(request: IncomingMessage, response: ServerResponse, error: unknown, log: ErrorLog): void {
  const known = isStoreError(error) ? PUBLIC_ERRORS[error.code] : undefined;
  if (isStoreError(error) && known?.kind === 'mendable') {
    answerProblem(request, response, { status: 400, code: known.code, message: error.message });
    return;
  }
  log('/operator', error);
  const message = 'This could not be done. The log of the server says why.';
  answerProblem(request, response, { status: 500, code: known?.code ?? 'INTERNAL', message });
}
