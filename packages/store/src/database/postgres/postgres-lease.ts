import type { PoolClient } from 'pg';
import type { Lease, Limits, Result, Statement } from '../backend.js';
import { type Deadline, Deadlines } from '../deadlines.js';
import type { GivingUp } from '../giving-up.js';
import { statementCancelled, statementTimeout } from '../statement-error.js';
import type { StoreError } from '../store-error.js';
import { requestCancel } from './cancel-request.js';
import { failureOf } from './connection-error.js';
import type { Wire } from './wire/wire.js';

/** Milliseconds that the server has to end a statement after it was asked to; then the connection is given up. */
const GRACE_MS = 2_000;

/** What a lease needs to know of the pool that it comes from. */
export interface LeaseOptions {
  /** Whether statements that are asked for together go out together, which makes a single one wait a little. */
  readonly gathers: boolean;
  readonly giveBack: (broken: boolean) => void;
}

type Ended = 'timeout' | 'abort' | undefined;

/** A connection of a pool, held. */
export class PostgresLease implements Lease {
  readonly #client: PoolClient;
  readonly #wire: Wire;
  readonly #place: string;
  readonly #gathers: boolean;
  readonly #giveBack: (broken: boolean) => void;
  #broken = false;

  constructor(client: PoolClient, wire: Wire, place: string, { gathers, giveBack }: LeaseOptions) {
    this.#client = client;
    this.#wire = wire;
    this.#place = place;
    this.#gathers = gathers;
    this.#giveBack = giveBack;
  }

  run(statement: Statement, limits: Limits = {}): Promise<Result> {
    return this.#guarded(limits, () => this.#wire.run(statement, this.#gathers));
  }

  text(statement: Statement, limits: Limits = {}): Promise<string | null> {
    return this.#guarded(limits, () => this.#wire.text(statement, this.#gathers));
  }

  async #guarded<T>(limits: Limits, query: () => Promise<T>): Promise<T> {
    if (limits.signal?.aborted === true) throw statementCancelled(this.#place);
    const guard = new Guard(this.#client, limits);
    try {
      return await query();
    } catch (error) {
      throw this.#explain(failureOf(error, this.#place), guard.ended, limits);
    } finally {
      guard.release();
    }
  }

  release(broken = false): void {
    this.#giveBack(broken || this.#broken);
  }

  #explain(failure: StoreError, ended: Ended, { timeout_ms }: Limits): StoreError {
    // A prepared statement that no longer fits its tables is prepared anew on another connection.
    if (failure.code === 'DATABASE_UNREACHABLE' || failure.data['sqlstate'] === '0A000') this.#broken = true;
    if (ended === 'abort') return statementCancelled(this.#place);
    if (ended === 'timeout' || failure.code === 'STATEMENT_TIMEOUT') return statementTimeout(this.#place, timeout_ms);
    return failure;
  }
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

/** Ends a statement that takes too long or is given up: by asking, then by force. */
class Guard {
  readonly #client: PoolClient;
  readonly #signal: GivingUp | undefined;
  readonly #deadlines: Deadlines | undefined;
  readonly #deadline: Deadline | undefined;
  #force: NodeJS.Timeout | undefined;
  ended: Ended;

  constructor(client: PoolClient, { timeout_ms, signal }: Limits) {
    this.#client = client;
    this.#signal = signal;
    this.#deadlines = timeout_ms === undefined ? undefined : deadlinesOf(timeout_ms);
    this.#deadline = this.#deadlines?.begin(() => this.#end('timeout'));
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  release(): void {
    if (this.#deadline !== undefined) this.#deadlines?.end(this.#deadline);
    clearTimeout(this.#force);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (): void => this.#end('abort');

  #end(why: 'timeout' | 'abort'): void {
    if (this.ended !== undefined) return;
    this.ended = why;
    requestCancel(this.#client);
    this.#force = setTimeout(() => this.#client.connection.stream.destroy(), GRACE_MS);
  }
}
