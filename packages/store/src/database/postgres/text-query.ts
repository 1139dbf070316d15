import type { Connection, Submittable } from 'pg';
import type { Statement } from '../backend.js';
import type { PreparedNames } from '../prepared-names.js';

/** What a row of the protocol holds, as the driver hands it over. */
interface RowMessage {
  readonly fields: readonly (string | null)[];
}

/**
 * A statement of which one text is wanted, as a query of the driver's: what is sent is what it takes and nothing else, so that the server does
 * not describe columns that are known. Its methods are called by the driver as messages come.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export class TextQuery implements Submittable {
  readonly #statement: Statement;
  readonly #names: PreparedNames;
  readonly #done: (error: unknown, text: string | null) => void;
  #text: string | null = null;
  #rows = 0;

  /** @param done called once: with what went wrong, or with the first column of the first row */
  constructor(statement: Statement, names: PreparedNames, done: (error: unknown, text: string | null) => void) {
    this.#statement = statement;
    this.#names = names;
    this.#done = done;
  }

  submit(connection: Connection): void {
    const { name = '', values } = this.#statement;
    connection.stream.cork();
    this.#prepare(connection, name);
    connection.bind({ portal: '', statement: name, binary: '', values: [...values] }, true);
    connection.execute({ portal: '', rows: '' }, true);
    connection.sync();
    connection.stream.uncork();
  }

  handleDataRow({ fields }: RowMessage): void {
    if (this.#rows === 0) this.#text = fields[0] ?? null;
    this.#rows += 1;
  }

  handleReadyForQuery(): void {
    this.#done(undefined, this.#text);
  }

  handleError(error: unknown): void {
    const { name } = this.#statement;
    if (name !== undefined) this.#names.forget(name);
    this.#done(error, null);
  }

  handleRowDescription(): void {}

  handleCommandComplete(): void {}

  handleEmptyQuery(): void {}

  #prepare(connection: Connection, name: string): void {
    const { sql } = this.#statement;
    if (name === '') {
      connection.parse({ name, text: sql, types: [] }, true);
      return;
    }
    const { parses, closes } = this.#names.use(name);
    if (closes !== undefined) connection.close({ type: 'S', name: closes }, true);
    if (!parses) return;
    // It may be held after all: what failed last time may have been parsed.
    connection.close({ type: 'S', name }, true);
    connection.parse({ name, text: sql, types: [] }, true);
  }
}
