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
import type { Backend, Lease, Use } from './backend.js';
import { assertOutsideTransaction } from './nested-use.js';
import { encodeParameters } from './parameters.js';
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

  constructor(backend: Backend, use: Use) {
    this.#backend = backend;
    this.#use = use;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LeaseConnection> {
    assertOutsideTransaction(this.#backend);
    return new LeaseConnection(await this.#backend.lease(this.#use));
  }

  async beginTransaction(connection: LeaseConnection, settings: TransactionSettings): Promise<void> {
    const { isolationLevel, accessMode } = settings;
    const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    await connection.command(`begin${isolation}${accessMode === undefined ? '' : ` ${accessMode}`}`);
  }

  async commitTransaction(connection: LeaseConnection): Promise<void> {
    const tag = await connection.command('commit');
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

  constructor(lease: Lease) {
    this.#lease = lease;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#lease.run({ sql: query.sql, values: encodeParameters(query.parameters) });
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

  /** Runs a command without values; returns the first word of its tag. */
  async command(sql: string): Promise<string> {
    return (await this.#lease.run({ sql, values: [] })).command;
  }

  async rollback(): Promise<void> {
    try {
      await this.command('rollback');
    } catch {
      // The failure that led here is the one to tell; a connection in an unknown state is not used again.
      this.#broken = true;
    }
  }

  release(): void {
    this.#lease.release(this.#broken);
  }
}

/** Kysely's word for the type of rows that SQL gives stands without proof: no compiler knows what a statement returns. */
function trusted<R>(rows: unknown[]): R[];
function trusted(rows: unknown[]): unknown[] {
  return rows;
}
