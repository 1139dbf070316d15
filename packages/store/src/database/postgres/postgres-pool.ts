import { type ClientBase, Pool, type PoolClient } from 'pg';
import type { Lease } from '../backend.js';
import type { GivingUp } from '../giving-up.js';
import { MOST_PREPARED, PreparedNames } from '../prepared-names.js';
import { isReportedError, type ReportedError, statementCancelled } from '../statement-error.js';
import { StoreError } from '../store-error.js';
import { addressFor } from './address.js';
import { connectionError } from './connection-error.js';
import { Handover } from './handover.js';
import { placeOf } from './place.js';
import { PostgresLease } from './postgres-lease.js';
import { Wire } from './wire/wire.js';

/** The role whose rights readers have. */
export const READER_ROLE = 'broadsheet_reader';

/** What is set on a new connection, once. */
export type SessionSettings = 'none' | 'owner' | 'reader' | 'reader with role';

/** Milliseconds after which the server ends a reader's statement, should nobody here be left to ask for it. */
const READER_CEILING_MS = 60_000;

/** Milliseconds to wait for a connection: a new one, or one that others hold. */
const CONNECT_TIMEOUT_MS = 10_000;

/** Statements that a writer's connection keeps prepared: what is written has more forms than what is read. */
const WRITERS_PREPARED = 3 * MOST_PREPARED;

/** Connections to one address with one kind of session. */
export class PostgresPool {
  readonly #pool: Pool;
  readonly #connections: Handover;
  readonly #place: string;
  /** Writers send several statements at once. */
  readonly #gathers: boolean;
  readonly #broken = new WeakSet<ClientBase>();
  readonly #wires = new WeakMap<PoolClient, Wire>();

  /** @param setting the name under which the operator knows the address, for messages */
  constructor(url: string, setting: string, session: SessionSettings, max: number) {
    this.#place = placeOf(url, setting);
    this.#gathers = session === 'owner' || session === 'none';
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
    this.#pool.on('connect', (client) => client.on('error', () => this.#broken.add(client)));
    this.#connections = new Handover(this.#pool, max, CONNECT_TIMEOUT_MS);
  }

  async lease(signal?: GivingUp): Promise<Lease> {
    if (signal?.aborted === true) throw statementCancelled(this.#place);
    try {
      const client = await this.#connections.take();
      const giveBack = (broken: boolean): void =>
        this.#connections.giveBack(client, broken || this.#broken.has(client));
      return new PostgresLease(client, this.#wireOf(client), this.#place, { gathers: this.#gathers, giveBack });
    } catch (error) {
      throw this.#pool.ending ? closed(this.#place) : connectionError(error, this.#place);
    }
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }

  /** What speaks on a connection: the same each time it is leased. */
  #wireOf(client: PoolClient): Wire {
    const known = this.#wires.get(client);
    if (known !== undefined) return known;
    const wire = new Wire(client, new PreparedNames(this.#gathers ? WRITERS_PREPARED : MOST_PREPARED));
    this.#wires.set(client, wire);
    return wire;
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

function closed(place: string): StoreError {
  return new StoreError('DATABASE_CLOSED', `The connections to ${place} were closed.`);
}
