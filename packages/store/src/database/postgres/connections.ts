import type { Pool, PoolClient } from 'pg';
import { type Deadline, Deadlines } from '../deadlines.js';
import { PreparedNames } from '../prepared-names.js';
import { Wire } from './wire/wire.js';

/** Statements of different holders that are under way on a connection at most. */
const MOST_BESIDE = 3;

/** A connection that somebody holds. */
export interface Connection {
  readonly client: PoolClient;
  readonly wire: Wire;
  /** How many hold it. */
  holders: number;
  /** Whether its one holder lets nobody in beside. */
  isAlone: boolean;
  /** Whether it is not to be used again. */
  isBroken: boolean;
}

/** Whoever waits for a connection. */
interface Waiter {
  readonly isAlone: boolean;
  readonly resolve: (connection: Connection) => void;
  readonly reject: (error: unknown) => void;
  readonly deadline: Deadline;
}

/** What `Connections` are told. */
export interface ConnectionsOptions {
  /** Connections of the pool. */
  readonly most: number;
  /** Milliseconds that anyone waits for a connection that others hold. */
  readonly patience_ms: number;
  /** Statements that each keeps prepared. */
  readonly prepared: number;
}

/**
 * The connections of a pool, as many at once as it may have. Each is held alone, or by a few who each have one quick statement carried out, beside each
 * other: the server then finds the next one there when it has done one. A connection of one's own is taken first. One that comes free goes
 * straight to whoever waits longest: the pool's own way, there and back, takes longer than what is saved by a statement that is prepared.
 */
export class Connections {
  readonly #pool: Pool;
  readonly #most: number;
  readonly #prepared: number;
  readonly #patience: Deadlines;
  readonly #waiting: Waiter[] = [];
  readonly #wires = new WeakMap<PoolClient, Wire>();
  /** Those that are held. */
  readonly #held: Connection[] = [];
  #coming = 0;

  constructor(pool: Pool, { most, patience_ms, prepared }: ConnectionsOptions) {
    this.#pool = pool;
    this.#most = most;
    this.#prepared = prepared;
    this.#patience = new Deadlines(patience_ms);
  }

  /**
   * A connection, to be given back. Rejects as the pool does where there is none.
   *
   * @param isAlone whether nobody else may be let in beside
   */
  take(isAlone: boolean): Promise<Connection> {
    if (this.#pool.ending) return this.#connect(isAlone);
    if (this.#waiting.length > 0) return this.#wait(isAlone);
    if (this.#hasRoom) return this.#connect(isAlone);
    const beside = isAlone ? undefined : this.#letIn();
    return beside === undefined ? this.#wait(isAlone) : Promise.resolve(beside);
  }

  /** @param broken whether it is not to be used again */
  giveBack(connection: Connection, broken: boolean): void {
    connection.holders -= 1;
    connection.isBroken ||= broken || connection.wire.isSpent;
    if (connection.holders === 0) this.#pass(connection);
    this.#serve();
  }

  get #hasRoom(): boolean {
    return this.#held.length + this.#coming < this.#most;
  }

  /** One that nobody holds any more goes to whoever waits longest, or back to the pool. */
  #pass(connection: Connection): void {
    const next = connection.isBroken || this.#pool.ending ? undefined : this.#next();
    if (next === undefined) {
      this.#held.splice(this.#held.indexOf(connection), 1);
      connection.client.release(connection.isBroken);
      return;
    }
    connection.holders = 1;
    connection.isAlone = next.isAlone;
    next.resolve(connection);
  }

  /** Whoever waits longest goes first, as long as there is something for them. */
  #serve(): void {
    for (let [next] = this.#waiting; next !== undefined; [next] = this.#waiting) {
      const beside = this.#hasRoom || next.isAlone ? undefined : this.#letIn();
      if (beside === undefined && !this.#hasRoom) return;
      this.#next();
      if (beside === undefined) this.#connect(next.isAlone).then(next.resolve, next.reject);
      else next.resolve(beside);
    }
  }

  /** Lets one more in where the fewest are, if there is room. */
  #letIn(): Connection | undefined {
    let best: Connection | undefined;
    for (const connection of this.#held) {
      const { isAlone, isBroken, holders, wire } = connection;
      if (!isAlone && !isBroken && !wire.isSpent && holders < (best?.holders ?? MOST_BESIDE)) best = connection;
    }
    if (best !== undefined) best.holders += 1;
    return best;
  }

  async #connect(isAlone: boolean): Promise<Connection> {
    this.#coming += 1;
    // Whoever waits may be let in beside, or try for one that could not be had.
    const serve = (): void => this.#serve();
    try {
      const client = await this.#pool.connect();
      const connection: Connection = { client, wire: this.#wireOf(client), holders: 1, isAlone, isBroken: false };
      this.#held.push(connection);
      return connection;
    } finally {
      this.#coming -= 1;
      if (this.#waiting.length > 0) setImmediate(serve);
    }
  }

  /** What speaks on a connection: the same each time it is held. */
  #wireOf(client: PoolClient): Wire {
    const known = this.#wires.get(client);
    if (known !== undefined) return known;
    const wire = new Wire(client, new PreparedNames(this.#prepared));
    this.#wires.set(client, wire);
    return wire;
  }

  #wait(isAlone: boolean): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const deadline = this.#patience.begin(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new Error(NONE_FREE));
      });
      const waiter: Waiter = { isAlone, resolve, reject, deadline };
      this.#waiting.push(waiter);
    });
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
