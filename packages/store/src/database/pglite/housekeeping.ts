import type { PGlite } from '@electric-sql/pglite';

/** Write-ahead log, in bytes, after which there is tidying to do. */
const LOG_LIMIT = 16 * 1024 * 1024;

/** Statements that write between two looks at the log. */
const WRITES_BETWEEN = 16;

const WRITING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COMMIT', 'CREATE', 'TRUNCATE']);

/**
 * What a server does in the background, and an engine of one process never: it would keep its whole log, never take back the room of old
 * rows, and plan without knowing how many there are.
 */
export class Housekeeping {
  readonly #pg: PGlite;
  #writes = 0;

  constructor(pg: PGlite) {
    this.#pg = pg;
  }

  /** To be told of each command that has run. */
  note(command: string): void {
    if (WRITING.has(command)) this.#writes += 1;
  }

  /** To be called between statements, as the owner. */
  async tidy(): Promise<void> {
    if (this.#writes < WRITES_BETWEEN || this.#pg.isInTransaction()) return;
    this.#writes = 0;
    if ((await this.#logSize()) < LOG_LIMIT) return;
    await this.#pg.exec('vacuum (analyze)');
    await this.#pg.exec('checkpoint');
  }

  async #logSize(): Promise<number> {
    const { rows } = await this.#pg.query<{ size: number }>(
      'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as size from pg_control_checkpoint()',
    );
    return rows[0]?.size ?? 0;
  }
}
