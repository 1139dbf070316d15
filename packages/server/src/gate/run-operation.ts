import type { Answer, AnswerArgs, Engine } from '@broadsheet/pothos-kysely';
import type { Database, GivingUp } from '@broadsheet/store';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import type { ErrorLog } from '../errors/mask-error.js';
import { HandedOn } from '../http/handed-on.js';
import type { RefusalTally } from '../http/refusal-tally.js';
import type { Rights } from '../http/rights.js';
import type { Connection, Subscribe } from '../live/subscriber.js';
import { readCostWish } from './cost-wish.js';
import { type RequestTime, withDeadline } from './deadline.js';
import { formAnswer, formErrors } from './form-answer.js';
import type { Gate } from './gate.js';
import type { KnownOperation } from './known-document.js';
import { Leave } from './leave.js';
import { locateText } from './locate-text.js';
import type { OperationRequest } from './operation-request.js';

/** What operations are run with. */
export interface Runner {
  readonly schema: GraphQLSchema;
  readonly gate: Gate;
  readonly engine: Engine;
  readonly subscribe: Subscribe;
  readonly database: Database;
  readonly time: RequestTime;
  readonly refusals: RefusalTally;
  readonly log: ErrorLog;
}

/** Who asks, and how. */
export interface Asker {
  readonly method: string;
  readonly rights: Rights;
  /** Ends when the client leaves. */
  readonly signal: GivingUp | undefined;
  /** On which answers go out that come one after another. */
  readonly connection: Connection;
}

/** An answer; of a subscription the answers, one an event. */
export type Answered = ExecutionResult | AsyncIterable<ExecutionResult>;

/** The way of every operation: through the gate, run, its answer in the form that clients get. Never rejects. */
export async function runOperation(runner: Runner, request: OperationRequest, asker: Asker): Promise<Answered> {
  const { gate, log } = runner;
  try {
    const known = gate.document(gate.textOf(request), asker.rights.actor);
    return await runKnown(runner, gate.operation(known, request.operationName), request, asker);
  } catch (error) {
    return { errors: formErrors(error, log) };
  }
}

/** The rest of that way, where it is known already which operation is meant. Never rejects. */
export async function runKnown(
  runner: Runner,
  operation: KnownOperation,
  request: OperationRequest,
  asker: Asker,
): Promise<Answered> {
  const { gate, log, refusals } = runner;
  const { rights, method } = asker;
  try {
    const { price, variables } = gate.admit(operation, { variables: request.variables, method, actor: rights.actor });
    const wish = readCostWish(request.extensions);
    const cost = wish === 'none' ? undefined : { price, limit: gate.limits.price };
    if (wish === 'dryRun') return formAnswer({ data: null }, log, cost);
    const run = (signal: GivingUp | undefined) =>
      execute(runner, operation.kind, asker, {
        schema: runner.schema,
        document: operation.known.document,
        operationName: request.operationName ?? null,
        variableValues: request.variables ?? {},
        coercedVariables: variables,
        contextValue: { database: runner.database, rights, signal } satisfies Context,
      });
    // What changes something is not left half known: it takes the time that it takes, and no statement of it is cancelled.
    const answer = operation.kind === 'query' ? await runInTime(runner, asker, run) : await run(asker.signal);
    switch (answer.kind) {
      case 'events':
        return formEach(answer.events, log);
      case 'text':
        return new HandedOn(answer.data, cost && { cost });
      case 'result':
        refusals.look(rights, answer.result);
        return formAnswer(answer.result, log, cost);
      default:
        return answer satisfies never;
    }
  } catch (error) {
    return { errors: formErrors(locateText(error, operation.known.document, request.variables), log) };
  }
}

function runInTime({ time }: Runner, { signal }: Asker, run: (signal: GivingUp) => Promise<Given>): Promise<Given> {
  const leave = signal instanceof Leave ? signal : Leave.with(signal);
  return withDeadline(time, leave, () => run(leave));
}

/** What an operation gives before it has the form that clients get. */
type Given = Answer | { readonly kind: 'events'; readonly events: AsyncIterable<ExecutionResult> };

async function execute(
  { engine, subscribe }: Runner,
  kind: 'query' | 'mutation' | 'subscription',
  { connection }: Asker,
  args: AnswerArgs & { readonly contextValue: Context },
): Promise<Given> {
  if (kind !== 'subscription') return engine.answer(args);
  const events = await subscribe(args, args.contextValue, connection);
  return Symbol.asyncIterator in events ? { kind: 'events', events } : { kind: 'result', result: events };
}

/** No generator: one that was never begun would not pass on that it is left. */
function formEach(answers: AsyncIterable<ExecutionResult>, log: ErrorLog): AsyncIterableIterator<ExecutionResult> {
  const iterator = answers[Symbol.asyncIterator]();
  return {
    next: async () => {
      const { done, value } = await iterator.next();
      return done === true ? { done, value } : { done: false, value: formAnswer(value, log) };
    },
    return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
