import { type ClientBase, Pool } from 'pg';
import type { Lease, Limits, Statement } from '../backend.js';
import { MOST_PREPARED } from '../prepared-names.js';
import { isReportedError, type ReportedError, statementCancelled } from '../statement-error.js';
import { StoreError } from '../store-error.js';
import { addressFor } from './address.js';
import { carryOut } from './carry-out.js';
import { connectionError } from './connection-error.js';
import { type Connection, Connections } from './connections.js';
import { Paces } from './paces.js';
import { placeOf } from './place.js';
import { PostgresLease } from './postgres-lease.js';
import { TextExchange } from './wire/exchange.js';

/** The role whose rights readers have. */
export const READER_ROLE = 'broadsheet_reader';

/** What is set on a new connection, once. */
export type SessionSettings = 'none' | 'owner' | 'reader' | 'reader with role';

/** Milliseconds after which the server ends a reader's statement, should nobody here be left to ask for it. */
const READER_CEILING_MS = 60_000;

/** Milliseconds to wait for a connection: a new one, or one that others hold. */
const CONNECT_TIMEOUT_MS = 10_000;

/** What a pool is for. */
export interface PoolOptions {
  readonly session: SessionSettings;
  /** Whether all that runs on it reads, and stands for itself. */
  readonly reads: boolean;
  /** Connections at most. */
  readonly max: number;
}

/** Statements that a writer's connection keeps prepared: what is written has more forms than what is read. */
const WRITERS_PREPARED = 3 * MOST_PREPARED;

/** Connections to one address with one kind of session. */
export class PostgresPool {
  readonly #pool: Pool;
  readonly #connections: Connections;
  readonly #place: string;
  /** Readers only read: a statement of theirs may be carried out twice, and beside others. */
  readonly #reads: boolean;
  readonly #paces = new Paces();

  /** @param setting the name under which the operator knows the address, for messages */
  constructor(url: string, setting: string, { session, reads, max }: PoolOptions) {
    this.#place = placeOf(url, setting);
    this.#reads = reads;
    this.#pool = new Pool({
      connectionString: addressFor(url),
      max,
      application_name: 'broadsheet',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      allowExitOnIdle: true,
      onConnect: (client) => this.#prepare(client, session),
    });
    // The pool has taken the connection out already; the next statement gets a new one.
    this.#pool.on('error', () => {});
    // A connection that breaks between two statements tells it by an event, which would end the process if nobody listened.
    this.#pool.on('connect', (client) => client.on('error', () => {}));
    const prepared = reads ? MOST_PREPARED : WRITERS_PREPARED;
    this.#connections = new Connections(this.#pool, { most: max, patience_ms: CONNECT_TIMEOUT_MS, prepared });
  }

  async lease(): Promise<Lease> {
    const connection = await this.#take(true);
    return new PostgresLease(connection.wire, this.#place, (broken) => this.#connections.giveBack(connection, broken));
  }

  /** The first column of the first row of a statement. */
  async text(statement: Statement, limits: Limits): Promise<string | null> {
    if (limits.signal?.aborted === true) throw statementCancelled(this.#place);
    const isQuick = this.#reads && this.#paces.isQuick(statement.name);
    const connection = await this.#take(!isQuick);
    try {
      return await this.#textOn(connection, statement, limits);
    } catch (error) {
      if (!isQuick || !connection.wire.isForced || !isLost(error)) throw error;
    } finally {
      this.#connections.giveBack(connection, false);
    }
    // It was cut for somebody else on it. Here it is not tried in company.
    return this.#textAlone(statement, limits);
  }

  async #textAlone(statement: Statement, limits: Limits): Promise<string | null> {
    const connection = await this.#take(true);
    try {
      return await this.#textOn(connection, statement, limits);
    } finally {
      this.#connections.giveBack(connection, false);
    }
  }

  #textOn({ wire }: Connection, statement: Statement, limits: Limits): Promise<string | null> {
    const carrying = { statement, limits, exchange: TextExchange, isRepeatable: this.#reads, place: this.#place };
    return carryOut(wire, carrying, (took_ms) => this.#paces.note(statement.name, took_ms));
  }

  async #take(isAlone: boolean): Promise<Connection> {
    try {
      return await this.#connections.take(isAlone);
    } catch (error) {
      throw this.#pool.ending ? closed(this.#place) : connectionError(error, this.#place);
    }
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }

  async #prepare(client: ClientBase, session: SessionSettings): Promise<void> {
    const commands = commandsFor(session);
    try {
      if (commands.length > 0) await client.query(commands.join('; '));
    } catch (error) {
      throw isReportedError(error) && session === 'reader with role' ? noReader(this.#place, error) : error;
    }
  }
}

/**
 * What readers read they find by keys and in the order of an index, a page of it. Of the past, which stands in two tables, the planner knows no
 * figures, and would rather read a table whole for a page that it takes for nearly full. One plan then serves every call of a statement, and is
 * made once: to make it takes longer than to carry it out.
 */
export const BY_KEYS: readonly string[] = [
  ...['seqscan', 'hashjoin', 'mergejoin', 'material'].map((way) => `set enable_${way} = off`),
  "set plan_cache_mode = 'force_generic_plan'",
  // A page is read sooner than workers are started for it, and other readers want their turn.
  'set max_parallel_workers_per_gather = 0',
];

function commandsFor(session: SessionSettings): string[] {
  if (session === 'none') return [];
  // What a statement of many small lookups costs on paper makes the server compile it to machine code, which takes longer than running it.
  const always = ["set datestyle = 'ISO'", "set timezone = 'UTC'", 'set search_path = public', 'set jit = off'];
  if (session === 'owner') return always;
  const reader = [
    ...always,
    ...BY_KEYS,
    'set default_transaction_read_only = on',
    `set statement_timeout = ${READER_CEILING_MS}`,
  ];
  return session === 'reader' ? reader : [...reader, `set role ${READER_ROLE}`];
}

function noReader(place: string, cause: ReportedError): StoreError {
  return new StoreError(
    'DATABASE_READER_MISSING',
    `On ${place} the role ${READER_ROLE} cannot be taken on: ${cause.message}. Migrate the database with a login that may create roles, or let an operator run CREATE ROLE ${READER_ROLE} NOLOGIN and GRANT it to the login, or name a reader’s login in DATABASE_READ_URL.`,
    { role: READER_ROLE },
    { cause },
  );
}

function isLost(error: unknown): boolean {
  return error instanceof StoreError && error.data['lost'] === true;
}

function closed(place: string): StoreError {
  return new StoreError('DATABASE_CLOSED', `The connections to ${place} were closed.`);
}
