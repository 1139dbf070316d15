import type { GivingUp } from './giving-up.js';
/** A statement whose values have their form in SQL already. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly (string | null)[];
  /** Name under which the connection keeps the statement prepared. */
  readonly name?: string;
}

/** How long a statement may run, and who may give it up. */
export interface Limits {
  readonly timeout_ms?: number;
  readonly signal?: GivingUp;
}

/** A column of a result; `type` is the oid of its type. */
export interface ResultColumn {
  readonly name: string;
  readonly type: number;
}

/** What a statement gave, every value as the database prints it. */
export interface Result {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** First word of the command tag: `SELECT`, `INSERT`, `COMMIT`. */
  readonly command: string;
  /** Rows that the command tag counts; null where it counts none. */
  readonly count: number | null;
}

/** A connection, held until it is released. */
export interface Lease {
  /** @throws {StoreError} with a code of a statement or of reaching the database. */
  run(statement: Statement, limits?: Limits): Promise<Result>;
  /** Gives the connection back; one that is `broken` is not used again. */
  release(broken?: boolean): void;
}

/** Which connection is wanted: with the owner's rights, with a reader's, or the owner's with no pooler between. */
export type Use = 'owner' | 'reader' | 'direct';

/** One of the two databases, as far as they differ. */
export interface Backend {
  readonly kind: 'postgres' | 'pglite';
  /** False where statement names may not be used. */
  readonly keepsNames: boolean;
  /** Waits for a connection in the order of the calls. */
  lease(use: Use): Promise<Lease>;
  /**
   * The first column of the first row of one statement that stands for itself; null where there is none. A reader's may run beside others on a
   * connection. Throws as `Lease.run` does.
   */
  text(use: Use, statement: Statement, limits: Limits): Promise<string | null>;
  /**
   * Calls `onNews` when another process has committed a change, and whenever it may have missed that; returns how to end it. Left out
   * where no other process writes.
   */
  readonly watch?: (onNews: () => void) => () => void;
  close(): Promise<void>;
}
