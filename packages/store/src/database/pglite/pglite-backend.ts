import type { Backend, Lease, Limits, Result, Statement, Use } from '../backend.js';
import { capital } from '../capital.js';
import type { StatementRole } from '../database.js';
import type { GivingUp } from '../giving-up.js';
import { statementCancelled } from '../statement-error.js';
import { StoreError } from '../store-error.js';
import { FifoLock, type Release } from './fifo-lock.js';
import type { PgliteProcess } from './pglite-process.js';

/** Milliseconds after which an owner's statement is ended, and a wait for the one connection. */
export const OWNER_TIMEOUT_MS = 120_000;
const WAIT_MS = 60_000;

/** Where the worker of an embedded database comes from. */
export interface PgliteSource {
  /** For messages: `the embedded database in ./data`. */
  readonly place: string;
  /** True where a new worker finds what the last one had committed. */
  readonly lasting: boolean;
  start(): Promise<PgliteProcess>;
  /** Called once, after the last worker has ended. */
  close(): Promise<void>;
}

/** The embedded database: one connection, given to one at a time. */
export class PgliteBackend implements Backend {
  readonly kind = 'pglite';
  readonly keepsNames = true;
  readonly #source: PgliteSource;
  readonly #lock = new FifoLock();
  #process: PgliteProcess;
  #closed = false;

  constructor(source: PgliteSource, started: PgliteProcess) {
    this.#source = source;
    this.#process = started;
  }

  lease(use: Use): Promise<Lease> {
    return this.#lease(use);
  }

  async text(use: Use, statement: Statement, limits: Limits): Promise<string | null> {
    const lease = await this.#lease(use, limits.signal);
    try {
      const { rows } = await lease.run(statement, limits);
      return rows[0]?.[0] ?? null;
    } finally {
      lease.release();
    }
  }

  async #lease(use: Use, signal?: GivingUp): Promise<PgliteLease> {
    const release = await this.#lock.acquire(WAIT_MS, signal, (why) =>
      why === 'abort' ? statementCancelled(this.#place) : this.#busy(),
    );
    try {
      return new PgliteLease(await this.#running(), use === 'reader' ? 'reader' : 'owner', this.#place, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    const release = await this.#lock.acquire(WAIT_MS, undefined, () => this.#busy());
    this.#closed = true;
    try {
      await this.#process.close();
      await this.#source.close();
    } finally {
      release();
    }
  }

  get #place(): string {
    return this.#source.place;
  }

  async #running(): Promise<PgliteProcess> {
    if (this.#closed) throw new StoreError('DATABASE_CLOSED', `${capital(this.#place)} was closed.`);
    if (this.#process.alive) return this.#process;
    if (!this.#source.lasting) {
      throw new StoreError(
        'DATABASE_LOST',
        `${capital(this.#place)} had to be ended, and what it held is gone. Open another, or use a data directory.`,
      );
    }
    this.#process = await this.#source.start();
    return this.#process;
  }

  #busy(): StoreError {
    return new StoreError(
      'DATABASE_BUSY',
      `${capital(this.#place)} was busy for ${WAIT_MS} ms. It has one connection: wait for what runs, or use PostgreSQL.`,
      { wait_ms: WAIT_MS },
    );
  }
}

class PgliteLease implements Lease {
  readonly #process: PgliteProcess;
  readonly #role: StatementRole;
  readonly #place: string;
  readonly #free: Release;
  #inTransaction = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(process: PgliteProcess, role: StatementRole, place: string, free: Release) {
    this.#process = process;
    this.#role = role;
    this.#place = place;
    this.#free = free;
  }

  async run(statement: Statement, { timeout_ms = OWNER_TIMEOUT_MS, signal }: Limits = {}): Promise<Result> {
    if (signal?.aborted === true) throw statementCancelled(this.#place);
    if (!this.#process.alive) throw this.#lost();
    const answer = this.#process.run(statement, this.#role, timeout_ms);
    this.#last = answer.catch(() => {});
    const result = await (signal === undefined ? answer : orCancelled(answer, signal, this.#place));
    this.#track(result.command);
    return result;
  }

  /** The connection is free when what runs on it has ended, even if nobody waits for that any more. */
  release(): void {
    void this.#last.then(() => this.#rollbackLeftOver()).finally(this.#free);
  }

  #track(command: string): void {
    if (command === 'BEGIN' || command === 'START') this.#inTransaction = true;
    if (command === 'COMMIT' || command === 'ROLLBACK') this.#inTransaction = false;
  }

  async #rollbackLeftOver(): Promise<void> {
    if (!this.#inTransaction || !this.#process.alive) return;
    await this.#process.run({ sql: 'rollback', values: [] }, this.#role, OWNER_TIMEOUT_MS).catch(() => {});
  }

  #lost(): StoreError {
    return new StoreError(
      'TRANSACTION_LOST',
      `${capital(this.#place)} was ended in the middle of a transaction, and nothing of it was stored. Do it again.`,
    );
  }
}

/** The engine cannot be told to stop: the caller goes on at once, the statement runs to its end. */
function orCancelled(answer: Promise<Result>, signal: GivingUp, place: string): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(statementCancelled(place));
    signal.addEventListener('abort', onAbort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
