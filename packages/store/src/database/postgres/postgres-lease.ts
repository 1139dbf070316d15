import type { PoolClient } from 'pg';
import type { Lease, Limits, Result, Statement } from '../backend.js';
import { type Deadline, Deadlines } from '../deadlines.js';
import type { GivingUp } from '../giving-up.js';
import { PreparedNames } from '../prepared-names.js';
import { statementCancelled, statementTimeout } from '../statement-error.js';
import type { StoreError } from '../store-error.js';
import { requestCancel } from './cancel-request.js';
import { failureOf } from './connection-error.js';
import { TextQuery } from './text-query.js';

/** Milliseconds that the server has to end a statement after it was asked to; then the connection is given up. */
const GRACE_MS = 2_000;

/** What a lease needs to know of the pool that it comes from. */
export interface LeaseOptions {
  /** Whether statements that are asked for together go out together, which makes a single one wait a little. */
  readonly gathers: boolean;
  readonly giveBack: (broken: boolean) => void;
}

/** Bytes of statements that are sent without waiting for more. */
const ENOUGH_BYTES = 32_768;

type Ended = 'timeout' | 'abort' | undefined;

/** A connection of a pool, held. */
export class PostgresLease implements Lease {
  readonly #client: PoolClient;
  readonly #place: string;
  readonly #gathers: boolean;
  readonly #giveBack: (broken: boolean) => void;
  #broken = false;
  #corked = false;

  constructor(client: PoolClient, place: string, { gathers, giveBack }: LeaseOptions) {
    this.#client = client;
    this.#place = place;
    this.#gathers = gathers;
    this.#giveBack = giveBack;
  }

  run(statement: Statement, limits: Limits = {}): Promise<Result> {
    return this.#guarded(limits, () => this.#query(statement));
  }

  text(statement: Statement, limits: Limits = {}): Promise<string | null> {
    // Where statements go out together, the driver takes none but its own.
    if (this.#gathers) return this.#firstText(statement, limits);
    return this.#guarded(limits, () => this.#queryText(statement));
  }

  async #firstText({ name = '', ...unnamed }: Statement, limits: Limits): Promise<string | null> {
    const isNamed = name !== '' && namesOf(this.#client).takes(name);
    const { rows } = await this.run(isNamed ? { ...unnamed, name } : unnamed, limits);
    return rows[0]?.[0] ?? null;
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

  async #query({ sql, values, name }: Statement): Promise<Result> {
    if (this.#gathers) this.#holdBack();
    const { rows, fields, command, rowCount } = await this.#client.query<(string | null)[]>({
      text: sql,
      values: [...values],
      rowMode: 'array',
      ...(name === undefined ? {} : { name }),
    });
    const columns = fields.map((field) => ({ name: field.name, type: field.dataTypeID }));
    return { columns, rows, command: command ?? '', count: rowCount };
  }

  #queryText(statement: Statement): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, text: string | null): void => (error === undefined ? resolve(text) : reject(error));
      this.#client.query(new TextQuery(statement, namesOf(this.#client), done));
    });
  }

  /**
   * Gathers what is sent until this turn of the event loop is over, so that statements asked for together go out together; but the server need not wait
   * for the last of them where there is enough to do.
   */
  #holdBack(): void {
    const { stream } = this.#client.connection;
    if (this.#corked) {
      if (stream.writableLength < ENOUGH_BYTES) return;
      stream.uncork();
      stream.cork();
      return;
    }
    this.#corked = true;
    stream.cork();
    setImmediate(() => {
      this.#corked = false;
      stream.uncork();
    });
  }

  #explain(failure: StoreError, ended: Ended, { timeout_ms }: Limits): StoreError {
    // A prepared statement that no longer fits its tables is prepared anew on another connection.
    if (failure.code === 'DATABASE_UNREACHABLE' || failure.data['sqlstate'] === '0A000') this.#broken = true;
    if (ended === 'abort') return statementCancelled(this.#place);
    if (ended === 'timeout' || failure.code === 'STATEMENT_TIMEOUT') return statementTimeout(this.#place, timeout_ms);
    return failure;
  }
}

const preparedNames = new WeakMap<PoolClient, PreparedNames>();

/** The statements that a connection holds: it is leased again and again. */
function namesOf(client: PoolClient): PreparedNames {
  const known = preparedNames.get(client);
  if (known !== undefined) return known;
  const names = new PreparedNames();
  preparedNames.set(client, names);
  return names;
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
