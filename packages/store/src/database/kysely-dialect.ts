import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Backend, Lease, Result, Statement, Use } from './backend.js';
import { assertOutsideTransaction } from './nested-use.js';
import { encodeParameters } from './parameters.js';
import { StatementNames } from './statement-names.js';
import { StoreError } from './store-error.js';
import { readRows } from './values.js';

/** Kysely over either backend; every connection is a lease of the given use. */
export function dialect(backend: Backend, use: Use): Dialect {
  return {
    createDriver: () => new LeaseDriver(backend, use),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

/** Queries whose rows are wanted as the database prints them. */
const unparsed = new WeakSet<CompiledQuery>();

/** Marks a query so that its rows are `{ text }`: the first column, unparsed. */
export function asText(query: CompiledQuery): CompiledQuery {
  unparsed.add(query);
  return query;
}

class LeaseDriver implements Driver {
  readonly #backend: Backend;
  readonly #use: Use;
  /** Migrations and the like run once, and change what a prepared statement was prepared for. */
  readonly #names: StatementNames | undefined;

  constructor(backend: Backend, use: Use) {
    this.#backend = backend;
    this.#use = use;
    this.#names = backend.keepsNames && use === 'owner' ? new StatementNames() : undefined;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LeaseConnection> {
    assertOutsideTransaction(this.#backend);
    return new LeaseConnection(await this.#backend.lease(this.#use));
  }

  async beginTransaction(connection: LeaseConnection, settings: TransactionSettings): Promise<void> {
    const { isolationLevel, accessMode } = settings;
    const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    connection.begin(`begin${isolation}${accessMode === undefined ? '' : ` ${accessMode}`}`, this.#names);
  }

  async commitTransaction(connection: LeaseConnection): Promise<void> {
    const tag = await connection.end('commit');
    if (tag === 'ROLLBACK') {
      throw new StoreError(
        'STATEMENT_FAILED',
        'A transaction was rolled back where it was to be committed, because one of its statements had failed and the failure was not passed on.',
        { sqlstate: '25P02' },
      );
    }
  }

  async rollbackTransaction(connection: LeaseConnection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(connection: LeaseConnection): Promise<void> {
    connection.release();
  }

  /** The backend is closed by the database, which may have several Kysely instances on it. */
  async destroy(): Promise<void> {}
}

class LeaseConnection implements DatabaseConnection {
  readonly #lease: Lease;
  #broken = false;
  #begun: Promise<unknown> | undefined;
  #ended = false;
  /** Names for what a transaction runs; statements outside of one seldom recur. */
  #names: StatementNames | undefined;

  constructor(lease: Lease) {
    this.#lease = lease;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#ended) throw new Error('A statement was asked for behind the end of its transaction.');
    const name = this.#names?.nameOf(query.sql);
    const values = encodeParameters(query.parameters);
    const result = await this.#run({ sql: query.sql, values, ...(name === undefined ? {} : { name }) });
    const rows: unknown[] = unparsed.has(query) ? result.rows.map(([text]) => ({ text })) : readRows(result);
    const counts = result.command !== 'SELECT' && result.count !== null;
    return { rows: trusted<R>(rows), ...(counts ? { numAffectedRows: BigInt(result.count) } : {}) };
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for a generator, and there is nothing to give.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new StoreError(
      'STATEMENT_FAILED',
      'Rows cannot be streamed: the embedded database gives them all at once. Read pages by a key.',
    );
  }

  /** Begins a transaction: the command goes to the database together with the first statement, and is answered before it. */
  begin(sql: string, names: StatementNames | undefined): void {
    this.#names = names;
    this.#begun = this.#lease.run({ sql, values: [] });
    // Its failure is the first statement's failure, which may come later.
    this.#begun.catch(() => {});
  }

  /**
   * Ends a transaction; returns the first word of the command's tag. What is asked for from now on is refused: Kysely does so when the answer is
   * there, and until then a statement would stand for itself, or in whatever comes next on this connection.
   */
  async end(sql: string): Promise<string> {
    this.#ended = true;
    this.#names = undefined;
    return (await this.#run({ sql, values: [] })).command;
  }

  async rollback(): Promise<void> {
    try {
      await this.end('rollback');
    } catch {
      // The failure that led here is the one to tell; a connection in an unknown state is not used again.
      this.#broken = true;
    }
  }

  release(): void {
    this.#lease.release(this.#broken);
  }

  async #run(statement: Statement): Promise<Result> {
    const begun = this.#begun;
    this.#begun = undefined;
    const [result] = await Promise.all([this.#lease.run(statement), begun]);
    return result;
  }
}

/** Kysely's word for the type of rows that SQL gives stands without proof: no compiler knows what a statement returns. */
function trusted<R>(rows: unknown[]): R[];
function trusted(rows: unknown[]): unknown[] {
  return rows;
}
