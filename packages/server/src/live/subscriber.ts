import type { Engine } from '@broadsheet/pothos-kysely';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Context } from '../context.js';
import { Answers } from './answers.js';
import { type ChangeHead, isChangeHead } from './change-head.js';
import type { Live } from './live.js';
import type { LiveLimits } from './live-limits.js';
import { operationKey } from './operation-key.js';
import { Renderings } from './renderings.js';

/** The connection on which answers go out. */
export interface Connection {
  /** Rejects where the sender may no longer ask: a token that was revoked, or has expired. */
  readonly reauthorise: () => Promise<unknown>;
  /** Cuts it. */
  readonly hangUp: () => void;
}

/** Executes a subscription: its errors, or the answers as they come. */
export type Subscribe = (
  args: ExecutionArgs,
  context: Context,
  connection: Connection,
) => Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>>;

/** In place of graphql-js' subscribe: each event is answered once for all who follow by the same operation with the same rights. */
export function subscriber(
  engine: Engine,
  live: Live,
  { operations, stallMs }: Omit<LiveLimits, 'followers'>,
): Subscribe {
  const renderings = new Renderings(operations);
  return async (args, context, { reauthorise, hangUp }) => {
    const key = operationKey(args, context);
    const leave = renderings.enter(key);
    const events = await createSourceEventStream({ ...args, rootValue: live, contextValue: context });
    if (!(Symbol.asyncIterator in events)) {
      leave();
      return events;
    }
    // The one who happens to be first may leave while the others wait.
    const contextValue: Context = { ...context, signal: undefined };
    const answers = new Answers({
      events: events[Symbol.asyncIterator](),
      stallMs,
      hangUp,
      onEnded: leave,
      render: async (event) => {
        await reauthorise();
        return renderings.render(key, seqOf(event), () => engine.execute({ ...args, rootValue: event, contextValue }));
      },
    });
    endWith(answers, context.signal);
    return answers;
  };
}

/** Ends answers with the connection: where it breaks off early, nobody asks for one of them, and nobody says that he leaves. */
function endWith(answers: Answers, signal: Context['signal']): void {
  const end = (): void => void answers.return();
  if (signal?.aborted === true) end();
  else signal?.addEventListener('abort', end, { once: true });
}

function seqOf(event: unknown): ChangeHead['seq'] {
  if (isChangeHead(event)) return event.seq;
  throw new TypeError('What is followed is the change log alone.');
}
