import type { PoolClient } from 'pg';
import type { Result, ResultColumn, Statement } from '../../backend.js';
import type { PreparedNames } from '../../prepared-names.js';
import { Incoming } from './incoming.js';
import { readColumns, readError, readFirst, readRow, readTag } from './messages.js';
import { Outgoing } from './outgoing.js';

/** Bytes of statements that are sent without waiting for more. */
const ENOUGH_BYTES = 32_768;

/** Types of messages that the server sends. */
const ROW = 0x44; // D
const COLUMNS = 0x54; // T
const COMPLETE = 0x43; // C
const ERROR = 0x45; // E
const READY = 0x5a; // Z
const COPY_IN = 0x47; // G

/**
 * Statements and their answers on a connection that the driver has made and logged in: it is spoken to here from then on. A statement is sent in as few
 * messages as it takes, all of it in one piece, and may be sent while others wait for their answers; columns are described once for a name.
 * docs/adr/0025-front-path.md
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export class Wire {
  readonly #client: PoolClient;
  readonly #outgoing = new Outgoing();
  readonly #names: PreparedNames;
  /** The columns of statements that are prepared. */
  readonly #columns = new Map<string, readonly ResultColumn[]>();
  /** What has been sent, and is answered in this order. */
  readonly #asked: Exchange[] = [];
  #isGathering = false;
  #failure: Error | undefined;

  /**
   * @param client on which nothing else runs any more
   * @param names those that the connection keeps: none yet
   */
  constructor(client: PoolClient, names: PreparedNames) {
    this.#client = client;
    this.#names = names;
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

  /** @param gathers whether it may wait for what else is asked for in this turn of the event loop, to go out together */
  run(statement: Statement, gathers: boolean): Promise<Result> {
    return new Promise((resolve, reject) =>
      this.#ask(new WholeExchange(statement.name, resolve, reject), statement, gathers),
    );
  }

  /** The first column of the first row. */
  text(statement: Statement, gathers: boolean): Promise<string | null> {
    return new Promise((resolve, reject) =>
      this.#ask(new TextExchange(statement.name, resolve, reject), statement, gathers),
    );
  }

  #ask(exchange: Exchange, statement: Statement, gathers: boolean): void {
    if (this.#failure !== undefined) {
      exchange.reject(this.#failure);
      return;
    }
    this.#asked.push(exchange);
    this.#write(exchange, statement);
    if (gathers) this.#sendSoon();
    else this.#send();
  }

  #write(exchange: Exchange, { sql, values, name = '' }: Statement): void {
    const outgoing = this.#outgoing;
    if (name === '' && values.length === 0) {
      outgoing.query(sql);
      return;
    }
    this.#prepare(name, sql);
    outgoing.bind(name, values);
    if (exchange instanceof WholeExchange) {
      const columns = this.#columns.get(name);
      if (columns === undefined) outgoing.describe();
      else exchange.columns = columns;
    }
    outgoing.execute();
    outgoing.sync();
  }

  #prepare(name: string, sql: string): void {
    if (name === '') {
      this.#outgoing.parse(name, sql);
      return;
    }
    const { parses, closes } = this.#names.use(name);
    if (closes !== undefined) this.#forget(closes);
    if (!parses) return;
    // It may be held after all: what failed last time may have been parsed.
    this.#forget(name);
    this.#outgoing.parse(name, sql);
  }

  #forget(name: string): void {
    this.#columns.delete(name);
    this.#outgoing.forget(name);
  }

  /** When this turn of the event loop is over; but the server need not wait for the last where there is enough to do. */
  #sendSoon(): void {
    if (this.#outgoing.length >= ENOUGH_BYTES) {
      this.#send();
      return;
    }
    if (this.#isGathering) return;
    this.#isGathering = true;
    setImmediate(() => {
      this.#isGathering = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#outgoing.length > 0) this.#client.connection.stream.write(this.#outgoing.take());
  }

  #take(type: number, bytes: Buffer, from: number, to: number): void {
    const [exchange] = this.#asked;
    switch (type) {
      case ROW:
        exchange?.takeRow(bytes, from);
        return;
      case COLUMNS:
        exchange?.takeColumns(readColumns(bytes, from));
        return;
      case COMPLETE:
        exchange?.takeTag(bytes, from, to);
        return;
      case ERROR:
        this.#takeError(exchange, readError(bytes, from, to));
        return;
      case COPY_IN:
        this.#outgoing.copyFail('Rows are not sent this way.');
        this.#send();
        return;
      case READY:
        this.#end();
    }
  }

  #takeError(exchange: Exchange | undefined, error: Error): void {
    // Nobody has asked: the server ends the connection.
    if (exchange === undefined) this.#client.emit('error', error);
    else exchange.error ??= error;
  }

  #end(): void {
    const exchange = this.#asked.shift();
    if (exchange === undefined) return;
    const { name, error } = exchange;
    if (error === undefined) {
      if (name !== undefined && exchange instanceof WholeExchange) this.#columns.set(name, exchange.columns);
      exchange.resolve();
      return;
    }
    if (name !== undefined) {
      this.#names.forget(name);
      this.#columns.delete(name);
    }
    exchange.reject(error);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const exchange of this.#asked.splice(0)) exchange.reject(exchange.error ?? error);
  }
}

/** A statement that has been sent, and what has come of it until now. */
interface Exchange {
  /** Under which the connection keeps it. */
  readonly name: string | undefined;
  /** The first error that was reported of it. */
  error: Error | undefined;
  takeRow(bytes: Buffer, from: number): void;
  takeColumns(columns: readonly ResultColumn[]): void;
  takeTag(bytes: Buffer, from: number, to: number): void;
  resolve(): void;
  readonly reject: (error: unknown) => void;
}

class WholeExchange implements Exchange {
  readonly name: string | undefined;
  readonly reject: (error: unknown) => void;
  readonly #resolve: (result: Result) => void;
  error: Error | undefined;
  columns: readonly ResultColumn[] = [];
  #rows: (string | null)[][] = [];
  #command = '';
  #count: number | null = null;

  constructor(name: string | undefined, resolve: (result: Result) => void, reject: (error: unknown) => void) {
    this.name = name;
    this.#resolve = resolve;
    this.reject = reject;
  }

  takeRow(bytes: Buffer, from: number): void {
    this.#rows.push(readRow(bytes, from));
  }

  /** Of several statements the last one counts. */
  takeColumns(columns: readonly ResultColumn[]): void {
    this.columns = columns;
    this.#rows = [];
  }

  takeTag(bytes: Buffer, from: number, to: number): void {
    ({ command: this.#command, count: this.#count } = readTag(bytes, from, to));
  }

  resolve(): void {
    this.#resolve({ columns: this.columns, rows: this.#rows, command: this.#command, count: this.#count });
  }
}

class TextExchange implements Exchange {
  readonly name: string | undefined;
  readonly reject: (error: unknown) => void;
  readonly #resolve: (text: string | null) => void;
  error: Error | undefined;
  #text: string | null | undefined;

  constructor(name: string | undefined, resolve: (text: string | null) => void, reject: (error: unknown) => void) {
    this.name = name;
    this.#resolve = resolve;
    this.reject = reject;
  }

  takeRow(bytes: Buffer, from: number): void {
    if (this.#text === undefined) this.#text = readFirst(bytes, from);
  }

  takeColumns(): void {}

  takeTag(): void {}

  resolve(): void {
    this.#resolve(this.#text ?? null);
  }
}
