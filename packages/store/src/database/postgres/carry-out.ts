import type { Limits, Statement } from '../backend.js';
import { type Deadline, Deadlines } from '../deadlines.js';
import { statementCancelled, statementTimeout } from '../statement-error.js';
import type { StoreError } from '../store-error.js';
import { failureOf } from './connection-error.js';
import type { Exchange } from './wire/exchange.js';
import type { Wire } from './wire/wire.js';

/** A kind of exchange. */
export type ExchangeOf<T> = new (
  statement: Statement,
  isRepeatable: boolean,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
) => Exchange;

/** A statement and what stands around it. */
export interface Carrying<T> {
  readonly statement: Statement;
  readonly limits: Limits;
  readonly exchange: ExchangeOf<T>;
  /** Whether it may be carried out twice, and stands for itself. */
  readonly isRepeatable: boolean;
  /** For messages. */
  readonly place: string;
}

/** Carries a statement out within its limits; `onEnd` is told how many milliseconds the server was at it, where it has answered. */
export function carryOut<T>(wire: Wire, carrying: Carrying<T>, onEnd?: (took_ms: number) => void): Promise<T> {
  const { statement, limits, exchange: Kind, isRepeatable, place } = carrying;
  if (limits.signal?.aborted === true) return Promise.reject(statementCancelled(place));
  return new Promise((resolve, reject) => {
    const end = (): void => {
      guard.release();
      if (exchange.took_ms > 0) onEnd?.(exchange.took_ms);
    };
    const succeed = (value: T): void => {
      end();
      resolve(value);
    };
    const fail = (error: unknown): void => {
      end();
      reject(explain(failureOf(error, place), guard.ended, limits, place));
    };
    const exchange = new Kind(statement, isRepeatable, succeed, fail);
    const guard = new Guard(limits, () => wire.giveUp(exchange));
    try {
      wire.ask(exchange);
    } catch (error) {
      guard.release();
      throw error;
    }
  });
}

type Ended = 'timeout' | 'abort' | undefined;

function explain(failure: StoreError, ended: Ended, { timeout_ms }: Limits, place: string): StoreError {
  if (ended === 'abort') return statementCancelled(place);
  if (ended === 'timeout' || failure.code === 'STATEMENT_TIMEOUT') return statementTimeout(place, timeout_ms);
  return failure;
}

/** Deadlines of statements, by how long they may take: lengths come from settings, and are few. */
const deadlines = new Map<number, Deadlines>();

function deadlinesOf(timeout_ms: number): Deadlines {
  const known = deadlines.get(timeout_ms);
  if (known !== undefined) return known;
  const made = new Deadlines(timeout_ms);
  deadlines.set(timeout_ms, made);
  return made;
}

/** Watches over a statement, and has it given up when it takes too long or nobody wants it any more. */
class Guard {
  readonly #signal: Limits['signal'];
  readonly #deadlines: Deadlines | undefined;
  readonly #deadline: Deadline | undefined;
  readonly #giveUp: () => void;
  ended: Ended;

  constructor({ timeout_ms, signal }: Limits, giveUp: () => void) {
    this.#signal = signal;
    this.#giveUp = giveUp;
    this.#deadlines = timeout_ms === undefined ? undefined : deadlinesOf(timeout_ms);
    this.#deadline = this.#deadlines?.begin(() => this.#end('timeout'));
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  release(): void {
    if (this.#deadline !== undefined) this.#deadlines?.end(this.#deadline);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (): void => this.#end('abort');

  #end(why: 'timeout' | 'abort'): void {
    if (this.ended !== undefined) return;
    this.ended = why;
    this.#giveUp();
  }
}
