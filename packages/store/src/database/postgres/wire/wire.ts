import type { PoolClient } from 'pg';
import type { PreparedNames } from '../../prepared-names.js';
import { StoreError } from '../../store-error.js';
import { requestCancel } from '../cancel-request.js';
import type { Exchange } from './exchange.js';
import { HeldStatements } from './held-statements.js';
import { Incoming } from './incoming.js';
import { readColumns, readError, type ServerError } from './messages.js';
import { Outgoing } from './outgoing.js';

/** Bytes of statements that are sent without waiting for more. */
const ENOUGH_BYTES = 32_768;

/** Milliseconds that a statement which is given up has to end by itself: most do, and to be asked takes the server a connection. */
const CANCEL_AFTER_MS = 5;

/** Milliseconds that the server has to end a statement after it was asked to; then the connection is given up. */
const GRACE_MS = 2_000;

/** Types of messages that the server sends. */
const ROW = 0x44; // D
const COLUMNS = 0x54; // T
const COMPLETE = 0x43; // C
const ERROR = 0x45; // E
const READY = 0x5a; // Z
const NO_COLUMNS = 0x6e; // n
const COPY_IN = 0x47; // G

/** SQLSTATEs: of a statement that was ended on demand. */
const CANCELLED = '57014';
/** Of what is not supported, such as a statement that was prepared for tables which have changed since. */
const UNSUPPORTED = '0A000';
/** Of a name under which nothing is prepared. */
const NOT_HELD = '26000';

/**
 * Statements and their answers on a connection that the driver has made and logged in: it is spoken to here from then on. A statement is sent in as
 * few messages as it takes; several may be under way, and are answered in their order. Those that are asked for in one turn of the event loop go out
 * together. Columns are described once for a name.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export class Wire {
  readonly #client: PoolClient;
  readonly #outgoing = new Outgoing();
  readonly #held: HeldStatements;
  /** What is under way; the first is the one that the server is at, as far as it is known here. */
  readonly #asked: Exchange[] = [];
  #isGathering = false;
  #failure: Error | undefined;
  /** Demands to end a statement that the server may not have done with. */
  #demands = 0;
  /** Whether one of them was not over in time, and may end whatever comes next. */
  #isStray = false;
  #isOutdated = false;
  #isForced = false;

  /**
   * @param client on which nothing else runs any more
   * @param names those that the connection keeps: none yet
   */
  constructor(client: PoolClient, names: PreparedNames) {
    this.#client = client;
    this.#held = new HeldStatements(names, this.#outgoing);
    const { stream } = client.connection;
    const incoming = new Incoming((type, bytes, from, to) => this.#take(type, bytes, from, to));
    stream.removeAllListeners('data');
    stream.on('data', (chunk: Buffer) => {
      try {
        incoming.take(chunk);
      } catch (error) {
        stream.destroy(error instanceof Error ? error : undefined);
      }
    });
    client.on('error', (error) => this.#fail(error));
    client.once('end', () => this.#fail(new Error('Connection terminated unexpectedly')));
  }

  /** Whether it is not to be used for anything else: it has broken, or what comes next might suffer for what was before. */
  get isSpent(): boolean {
    return this.#failure !== undefined || this.#isStray || this.#isOutdated;
  }

  /** Whether the connection was cut for one statement, which was given up and did not end, or waits for rows: all others on it have failed without fault. */
  get isForced(): boolean {
    return this.#isForced;
  }

  /** Sends a statement when this turn of the event loop is over. */
  ask(exchange: Exchange): void {
    if (this.#failure !== undefined) {
      exchange.fail(this.#failure);
      return;
    }
    this.#write(exchange);
    exchange.isExposed = this.#demands > 0 || this.#isStray;
    if (this.#asked.push(exchange) === 1) exchange.begun = performance.now();
    this.#sendSoon();
  }

  /** Has the server end a statement, when it is at it. */
  giveUp(exchange: Exchange): void {
    exchange.isGivenUp = true;
    if (this.#asked[0] === exchange) this.#endSoon(exchange);
  }

  #endSoon(exchange: Exchange): void {
    exchange.timer = setTimeout(() => this.#demandEnd(exchange), CANCEL_AFTER_MS);
  }

  /** PostgreSQL signals twice, and takes either for whatever runs: who is beside may be ended too. */
  #demandEnd(exchange: Exchange): void {
    exchange.isDemanded = true;
    this.#demands += 1;
    for (const asked of this.#asked) asked.isExposed = true;
    exchange.timer = setTimeout(() => this.#loseTrack(exchange), GRACE_MS);
    requestCancel(this.#client, () => this.#demandIsOver(exchange));
  }

  /** What is sent from now on cannot be ended by it. */
  #demandIsOver(exchange: Exchange): void {
    if (!exchange.isDemanded) return;
    exchange.isDemanded = false;
    this.#demands -= 1;
    if (exchange.isAnswered) this.#settle(exchange);
  }

  /** A statement has not ended, or the demand to end it is not over. */
  #loseTrack(exchange: Exchange): void {
    if (!exchange.isAnswered) {
      this.#cut();
      return;
    }
    this.#isStray = true;
    this.#demandIsOver(exchange);
  }

  #cut(): void {
    this.#isForced = true;
    this.#client.connection.stream.destroy();
  }

  #write(exchange: Exchange): void {
    const outgoing = this.#outgoing;
    const { sql, values, name = '' } = exchange.statement;
    if (name === '' && values.length === 0) {
      outgoing.query(sql);
      return;
    }
    this.#held.prepare(name, sql);
    outgoing.bind(name, values);
    if (exchange.wantsColumns) {
      exchange.columns = this.#held.columnsOf(name);
      if (exchange.columns === undefined) outgoing.describe();
    }
    outgoing.execute();
    outgoing.sync();
  }

  /** The server need not wait for the last of what is asked for where there is enough to do. */
  #sendSoon(): void {
    if (this.#outgoing.length >= ENOUGH_BYTES) {
      this.#send();
      return;
    }
    if (this.#isGathering) return;
    this.#isGathering = true;
    setImmediate(this.#sendGathered);
  }

  readonly #sendGathered = (): void => {
    this.#isGathering = false;
    this.#send();
  };

  #send(): void {
    if (this.#outgoing.length > 0) this.#client.connection.stream.write(this.#outgoing.take());
  }

  #take(type: number, bytes: Buffer, from: number, to: number): void {
    const [exchange] = this.#asked;
    switch (type) {
      case ROW:
        exchange?.takeRow(bytes, from);
        return;
      case COMPLETE:
        exchange?.takeTag(bytes, from, to);
        return;
      case READY:
        this.#end();
        return;
      case COLUMNS:
        if (exchange?.wantsColumns === true) exchange.columns = readColumns(bytes, from);
        return;
      case NO_COLUMNS:
        if (exchange?.wantsColumns === true) exchange.columns = [];
        return;
      case ERROR:
        this.#takeError(exchange, readError(bytes, from, to));
        return;
      case COPY_IN:
        this.#refuseCopy(exchange);
    }
  }

  /** The server takes what is sent next for rows, be it a statement: there is no way back that is the same for all. */
  #refuseCopy(exchange: Exchange | undefined): void {
    if (exchange !== undefined) exchange.error = rowsAwaited();
    this.#cut();
  }

  #takeError(exchange: Exchange | undefined, error: ServerError): void {
    if (error.code === UNSUPPORTED) this.#isOutdated = true;
    if (exchange !== undefined) exchange.error ??= error;
    // Nobody has asked: the server ends the connection.
    else this.#client.emit('error', error);
  }

  #end(): void {
    const exchange = this.#asked.shift();
    if (exchange === undefined) return;
    this.#turn(exchange);
    this.#held.learn(exchange);
    if (exchange.isRepeatable && !exchange.isGivenUp && isFaultless(exchange)) {
      exchange.startOver();
      this.ask(exchange);
      return;
    }
    exchange.isAnswered = true;
    // What its holder asks for next is not to be ended in its place.
    if (!exchange.isDemanded) this.#settle(exchange);
  }

  /** The next one's turn has come. */
  #turn(before: Exchange): void {
    const now = performance.now();
    before.took_ms = now - before.begun;
    const [exchange] = this.#asked;
    if (exchange === undefined) return;
    exchange.begun = now;
    if (exchange.isGivenUp) this.#endSoon(exchange);
  }

  #settle(exchange: Exchange): void {
    clearTimeout(exchange.timer);
    if (exchange.error === undefined) exchange.succeed();
    else exchange.fail(exchange.error);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const exchange of this.#asked.splice(0)) {
      clearTimeout(exchange.timer);
      exchange.fail(error);
    }
  }
}

/** Whether it was ended in place of another one, or has failed for what the connection holds under its name, for the first time; notes that. */
function isFaultless(exchange: Exchange): boolean {
  const { error, isExposed, isRepeated, statement } = exchange;
  if (!isServerError(error)) return false;
  if (error.code === CANCELLED) return isExposed;
  if (isRepeated || statement.name === undefined || (error.code !== NOT_HELD && error.code !== UNSUPPORTED))
    return false;
  exchange.isRepeated = true;
  return true;
}

function rowsAwaited(): StoreError {
  return new StoreError(
    'STATEMENT_FAILED',
    'A statement waits for rows that come behind it, as COPY FROM STDIN does, and none are sent that way. Insert them.',
    { sqlstate: UNSUPPORTED },
  );
}

function isServerError(error: Error | undefined): error is ServerError {
  return error !== undefined && 'severity' in error;
}
