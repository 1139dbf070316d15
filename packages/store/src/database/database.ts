import type { Kysely, Transaction } from 'kysely';
import type { GivingUp } from './giving-up.js';

/** A PostgreSQL server, 15 or later. */
export interface PostgresOptions {
  readonly kind: 'postgres';
  /** `postgres://user:password@host:port/database`, a login that owns the schemas. */
  readonly url: string;
  /** A login that may read what is public and nothing else. Without it readers' connections SET ROLE. */
  readonly readUrl?: string;
  /** An address that no pooler stands before, for migrations and LISTEN; `url` where it is left out. */
  readonly directUrl?: string;
  /** A pooler that gives a connection to each transaction: statement names and SET ROLE are off. */
  readonly pooler?: 'transaction';
  /** Connections in each of the two pools; where it is left out, 10 for the owner, and for readers two a processor and one more. */
  readonly max?: number;
}

/** The embedded database on a data directory, which this process then holds. */
export interface PgliteOptions {
  readonly kind: 'pglite';
  readonly directory: string;
}

/** The embedded database in memory; what it holds ends with it. */
export interface PgliteMemoryOptions {
  readonly kind: 'pglite-memory';
}

export type DatabaseOptions = PostgresOptions | PgliteOptions | PgliteMemoryOptions;

/** Whose rights a statement has. */
export type StatementRole = 'owner' | 'reader';

export interface TextOptions {
  /** `reader` where it is left out. */
  readonly as?: StatementRole;
  /** Name of a prepared statement, at most 63 bytes, always with the same SQL. Each connection keeps the hundred that were used last. */
  readonly name?: string;
  /** Milliseconds; 5,000 for a reader where it is left out, and at most 60,000. An owner's statement has no limit unless one is given. */
  readonly timeout_ms?: number;
  readonly signal?: GivingUp;
}

/**
 * One database, PostgreSQL or PGlite, behind one executor: the same values come out of both and go into both.
 *
 * Out: int8 and numeric as number (VALUE_OUT_OF_RANGE past 2^53), date as `YYYY-MM-DD`, timestamptz as RFC 3339 in UTC with microseconds,
 * json parsed, arrays as arrays. In: text, number, boolean, bigint, null, arrays of them as SQL arrays, bytes, and plain objects as JSON.
 * A JSON array goes through `jsonParameter`.
 */
export interface Database<Tables = unknown> {
  readonly kind: 'postgres' | 'pglite';
  /** As the owner. */
  readonly kysely: Kysely<Tables>;
  /** As the owner, with no pooler between and without types: for migrations. */
  readonly direct: Kysely<unknown>;
  /**
   * One transaction on one connection; rolled back when `fn` throws. Inside it the database itself may not be used: on PGlite, which has
   * one connection, that would wait for ever. NESTED_DATABASE_USE says so on both.
   */
  transaction<T>(fn: (trx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** One statement; the first column of its first row as the database prints it, null where there is none. */
  text(sql: string, parameters: readonly unknown[], options?: TextOptions): Promise<string | null>;
  /**
   * Calls `onNews` when the change log may have grown: after each transaction of this process, and on PostgreSQL after each change of any
   * other. It says neither what nor how much, and may be called for nothing. Returns how to end it.
   */
  watch(onNews: () => void): () => void;
  close(): Promise<void>;
}
