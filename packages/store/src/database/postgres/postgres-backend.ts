import { availableParallelism } from 'node:os';
import type { Backend, Lease, Limits, Statement, Use } from '../backend.js';
import type { PostgresOptions } from '../database.js';
import { StoreError } from '../store-error.js';
import { listenForChanges } from './listen-for-changes.js';
import { placeOf } from './place.js';
import { PostgresPool, type SessionSettings } from './postgres-pool.js';

const OLDEST = 15;

/**
 * Connects to PostgreSQL; a pool for each use.
 *
 * @throws {StoreError} where no connection can be had, and DATABASE_UNSUITABLE for a server before 15 or a database that is not in UTF-8.
 */
export async function openPostgres(options: PostgresOptions): Promise<Backend> {
  const backend = new PostgresBackend(options);
  try {
    await assertSuitable(backend, placeOf(options.url, 'DATABASE_URL'));
  } catch (error) {
    await backend.close();
    throw error;
  }
  return backend;
}

class PostgresBackend implements Backend {
  readonly kind = 'postgres';
  readonly keepsNames: boolean;
  readonly watch: NonNullable<Backend['watch']>;
  readonly #pools: Readonly<Record<Use, PostgresPool>>;

  constructor(options: PostgresOptions) {
    const { url, directUrl, pooler, max = 10 } = options;
    const readers = options.max ?? readersOn(availableParallelism());
    this.keepsNames = pooler === undefined;
    this.watch = (onNews) => listenForChanges(directUrl ?? url, onNews);
    const owner = writerPool(url, 'DATABASE_URL', pooler === undefined ? 'owner' : 'none', max);
    this.#pools = {
      owner,
      reader: readerPool(options, readers),
      direct: directUrl === undefined ? owner : writerPool(directUrl, 'DATABASE_DIRECT_URL', 'owner', 2),
    };
  }

  lease(use: Use): Promise<Lease> {
    return this.#pools[use].lease();
  }

  text(use: Use, statement: Statement, limits: Limits): Promise<string | null> {
    return this.#pools[use].text(statement, limits);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.#pools).map((pool) => pool.close()));
  }
}

/** Connections for readers on so many processors: enough that none of them waits, few enough that statements do not fight for them. */
function readersOn(processors: number): number {
  return Math.min(20, 2 * processors + 1);
}

function writerPool(url: string, setting: string, session: SessionSettings, max: number): PostgresPool {
  return new PostgresPool(url, setting, { session, reads: false, max });
}

function readerPool({ url, readUrl, pooler }: PostgresOptions, max: number): PostgresPool {
  if (readUrl !== undefined) {
    const session = pooler === undefined ? 'reader' : 'none';
    return new PostgresPool(readUrl, 'DATABASE_READ_URL', { session, reads: true, max });
  }
  const session = pooler === undefined ? 'reader with role' : 'none';
  return new PostgresPool(url, 'DATABASE_URL', { session, reads: true, max });
}

async function assertSuitable(backend: Backend, place: string): Promise<void> {
  const lease = await backend.lease('owner');
  try {
    const { rows } = await lease.run({
      sql: "select current_setting('server_version'), current_setting('server_encoding')",
      values: [],
    });
    const [version, encoding] = rows[0] ?? [];
    if (Number.parseInt(version ?? '', 10) < OLDEST) {
      throw unsuitable(`The server of ${place} is PostgreSQL ${version}. Version ${OLDEST} or later is needed.`);
    }
    if (encoding !== 'UTF8') {
      throw unsuitable(`${place} is encoded in ${encoding}. Create one with ENCODING 'UTF8' TEMPLATE template0.`);
    }
  } finally {
    lease.release();
  }
}

function unsuitable(message: string): StoreError {
  return new StoreError('DATABASE_UNSUITABLE', message);
}
