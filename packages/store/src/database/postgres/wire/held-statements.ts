import type { ResultColumn } from '../../backend.js';
import type { PreparedNames } from '../../prepared-names.js';
import type { Exchange } from './exchange.js';
import type { Outgoing } from './outgoing.js';

/** What the connection keeps under a name. */
interface HeldStatement {
  readonly sql: string;
  /** Undefined as long as they were not described. */
  columns: readonly ResultColumn[] | undefined;
}

/** The statements that a connection keeps prepared, and what is known of them. */
export class HeldStatements {
  readonly #names: PreparedNames;
  readonly #outgoing: Outgoing;
  readonly #held = new Map<string, HeldStatement>();

  /**
   * @param names those that the connection keeps: none yet
   * @param outgoing where messages to the server go
   */
  constructor(names: PreparedNames, outgoing: Outgoing) {
    this.#names = names;
    this.#outgoing = outgoing;
  }

  /** Undefined where they have to be described. */
  columnsOf(name: string): readonly ResultColumn[] | undefined {
    return this.#held.get(name)?.columns;
  }

  /**
   * Has a statement parsed where the connection does not hold it; without a name always.
   *
   * @throws {Error} where another statement has the name
   */
  prepare(name: string, sql: string): void {
    if (name === '') {
      this.#outgoing.parse(name, sql);
      return;
    }
    const { parses, closes } = this.#names.use(name);
    if (closes !== undefined) this.#forget(closes);
    if (!parses) {
      if (this.#held.get(name)?.sql !== sql) throw new Error(`Two statements have the name ${name}.`);
      return;
    }
    // It may be held after all: what failed last time may have been parsed.
    this.#forget(name);
    this.#outgoing.parse(name, sql);
    this.#held.set(name, { sql, columns: undefined });
  }

  /** What a statement held under its name is described, or not known any more. */
  learn({ error, columns, statement: { name = '' } }: Exchange): void {
    if (error !== undefined) {
      this.#names.doubt(name);
      this.#held.delete(name);
      return;
    }
    const held = this.#held.get(name);
    if (held !== undefined) held.columns ??= columns;
  }

  #forget(name: string): void {
    this.#held.delete(name);
    this.#outgoing.forget(name);
  }
}
