import type { Pool, PoolClient } from 'pg';
import { type Deadline, Deadlines } from '../deadlines.js';

/** Whoever waits for a connection. */
interface Waiter {
  readonly resolve: (client: PoolClient) => void;
  readonly reject: (error: unknown) => void;
  readonly deadline: Deadline;
}

/**
 * The connections of a pool, as many at once as it may have. One that is given back goes straight to whoever waits longest: the pool's own way,
 * there and back, takes longer than what is saved by a statement that is prepared.
 */
export class Handover {
  readonly #pool: Pool;
  readonly #most: number;
  readonly #patience: Deadlines;
  readonly #waiting: Waiter[] = [];
  #held = 0;

  /**
   * @param most connections of the pool
   * @param patience_ms how long anyone waits for a connection that others hold
   */
  constructor(pool: Pool, most: number, patience_ms: number) {
    this.#pool = pool;
    this.#most = most;
    this.#patience = new Deadlines(patience_ms);
  }

  /** A connection, to be given back. Rejects as the pool does where there is none. */
  take(): Promise<PoolClient> {
    return this.#held < this.#most ? this.#connect() : this.#wait();
  }

  /** @param broken whether it is not to be used again */
  giveBack(client: PoolClient, broken: boolean): void {
    const next = this.#next();
    if (next !== undefined && !broken && !this.#pool.ending) {
      next.resolve(client);
      return;
    }
    this.#held -= 1;
    client.release(broken);
    if (next !== undefined) this.#connect().then(next.resolve, next.reject);
  }

  async #connect(): Promise<PoolClient> {
    this.#held += 1;
    try {
      return await this.#pool.connect();
    } catch (error) {
      this.#held -= 1;
      this.#letNextTry();
      throw error;
    }
  }

  #wait(): Promise<PoolClient> {
    return new Promise((resolve, reject) => {
      const deadline = this.#patience.begin(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new Error(NONE_FREE));
      });
      const waiter: Waiter = { resolve, reject, deadline };
      this.#waiting.push(waiter);
    });
  }

  /** A connection that could not be had leaves room for another try. */
  #letNextTry(): void {
    const next = this.#held < this.#most ? this.#next() : undefined;
    if (next !== undefined) this.#connect().then(next.resolve, next.reject);
  }

  /** Whoever waits longest, who waits no more. */
  #next(): Waiter | undefined {
    const next = this.#waiting.shift();
    if (next !== undefined) this.#patience.end(next.deadline);
    return next;
  }
}

/** As the pool itself says it. */
const NONE_FREE = 'timeout exceeded when trying to connect';
