import type { Plugin } from 'graphql-yoga';
import type { OperationRequest } from '../gate/operation-request.js';
import { refuse } from '../gate/refusal.js';
import { type Runner, runOperation } from '../gate/run-operation.js';
import { hangUpOf } from '../http/hang-up.js';
import type { Keep } from '../http/keeping.js';
import { type Authorities, type Rights, rightsOf } from '../http/rights.js';
import { keepResponse } from './keep-response.js';
import { takesAnswer } from './media-types.js';
import { readOperation } from './read-operation.js';

/** What one request was found to be. */
interface Found {
  readonly rights: Rights;
  readonly operation: OperationRequest;
}

/**
 * Yoga's path through the gate: yoga keeps methods, content negotiation, server-sent events and the form of answers in HTTP; what is asked,
 * by whom, and whether and how it runs is ours.
 */
export function gated(runner: Runner, authorities: Authorities, keep: Keep): Plugin {
  const found = new WeakMap<Request, Found>();
  const clean = new WeakSet<Request>();
  return {
    onRequestParse: ({ request, setRequestParser }) => {
      if (request.method !== 'GET' && request.method !== 'POST') return;
      setRequestParser(async () => {
        if (!takesAnswer(request.headers.get('accept'))) refuseAnswer();
        const rights = await rightsOf(request.headers.get('authorization'), authorities);
        const operation = await readOperation(request, rights, runner.gate.limits);
        found.set(request, { rights, operation });
        // Yoga looks at what it is given, and there may be a hash in place of a text.
        return { query: operation.query ?? '' };
      });
    },
    onParams: ({ setParamsHandler }) => {
      setParamsHandler(async ({ request, context }) => {
        const { rights, operation } = found.get(request) ?? refuse('BAD_REQUEST', 'There is no operation.');
        const authorization = request.headers.get('authorization');
        const connection = {
          reauthorise: () => rightsOf(authorization, authorities),
          hangUp: hangUpOf(context),
        };
        const asker = { rights, method: request.method, signal: request.signal, connection };
        const answer = await runOperation(runner, operation, asker);
        if (!('errors' in answer) && !(Symbol.asyncIterator in answer)) clean.add(request);
        return answer;
      });
    },
    onResponse: async ({ request, response, setResponse, fetchAPI }) => {
      if (request.method !== 'GET' || !isSingle(response)) return;
      setResponse(await keepResponse({ request, response, fetchAPI, isClean: clean.has(request) }, keep));
    },
    onResultProcess: ({ result, resultProcessor, setResultProcessor }) => {
      if (resultProcessor !== undefined) return;
      // Nobody will read what was begun to be followed.
      const follows = result !== undefined && Symbol.asyncIterator in result;
      if (follows) void result[Symbol.asyncIterator]().return?.();
      setResultProcessor(() => {
        const message = follows ? NOT_FOLLOWED : NOT_ACCEPTABLE;
        const body = JSON.stringify({ errors: [{ message, extensions: { code: 'NOT_ACCEPTABLE' } }] });
        const headers = { 'content-type': 'application/json; charset=utf-8' };
        return new Response(`${body}\n`, { status: 406, headers });
      }, 'application/json');
    },
  };
}

const NOT_ACCEPTABLE =
  "Answers are sent as 'application/graphql-response+json', 'application/json' or 'text/event-stream'; 'accept' names none of them.";

const NOT_FOLLOWED =
  "The answers of a subscription are sent as 'text/event-stream', and 'accept' does not name it. Name it there.";

/** Whether it is one answer, none that come one after another. */
function isSingle({ headers }: Response): boolean {
  return /^application\/(?:graphql-response\+)?json/.test(headers.get('content-type') ?? '');
}

function refuseAnswer(): never {
  return refuse('NOT_ACCEPTABLE', NOT_ACCEPTABLE, { status: 406, isOfHttp: true });
}
