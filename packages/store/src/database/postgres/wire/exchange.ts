import type { Result, ResultColumn, Statement } from '../../backend.js';
import { readFirst, readRow, readTag } from './messages.js';

/** A statement that is sent, and what has come of it until now. */
export abstract class Exchange {
  readonly statement: Statement;
  /** Whether it may be carried out once more, should it be ended by mistake. */
  readonly isRepeatable: boolean;
  /** The first error that was reported of it. */
  error: Error | undefined;
  /** Nobody waits for it any more. */
  isGivenUp = false;
  /** It is carried out once more, since the connection held something else under its name, or nothing. */
  isRepeated = false;
  /** The server has been asked to end it, and may not have done with that. */
  isDemanded = false;
  /** The server may have been asked to end another one meanwhile, and end this one. */
  isExposed = false;
  /** The server has answered it. */
  isAnswered = false;
  /** What happens next where it is given up and goes on. */
  timer: NodeJS.Timeout | undefined;
  /** When its turn came, by `performance.now()`. */
  begun = 0;
  /** Milliseconds from its turn to its answer; 0 without one. */
  took_ms = 0;
  readonly #reject: (error: unknown) => void;

  constructor(statement: Statement, isRepeatable: boolean, reject: (error: unknown) => void) {
    this.statement = statement;
    this.isRepeatable = isRepeatable;
    this.#reject = reject;
  }

  /** Whether its columns have to be told. */
  abstract readonly wantsColumns: boolean;
  /** Undefined as long as they were not told. */
  abstract columns: readonly ResultColumn[] | undefined;
  abstract takeRow(bytes: Buffer, from: number): void;
  abstract takeTag(bytes: Buffer, from: number, to: number): void;
  /** Hands over what the statement gave. */
  abstract succeed(): void;

  /** Nothing has come of it: it is carried out once more. */
  startOver(): void {
    this.error = undefined;
  }

  /** With the error that was reported of it, where there is one. */
  fail(error: Error): void {
    this.#reject(this.error ?? error);
  }
}

/** All that a statement gives; of several the last one counts. */
export class WholeExchange extends Exchange {
  readonly wantsColumns = true;
  readonly #resolve: (result: Result) => void;
  #columns: readonly ResultColumn[] | undefined;
  #rows: (string | null)[][] = [];
  #command = '';
  #count: number | null = null;

  constructor(
    statement: Statement,
    isRepeatable: boolean,
    resolve: (result: Result) => void,
    reject: (error: unknown) => void,
  ) {
    super(statement, isRepeatable, reject);
    this.#resolve = resolve;
  }

  get columns(): readonly ResultColumn[] | undefined {
    return this.#columns;
  }

  set columns(columns: readonly ResultColumn[] | undefined) {
    this.#columns = columns;
    this.#rows = [];
  }

  takeRow(bytes: Buffer, from: number): void {
    this.#rows.push(readRow(bytes, from));
  }

  takeTag(bytes: Buffer, from: number, to: number): void {
    ({ command: this.#command, count: this.#count } = readTag(bytes, from, to));
  }

  succeed(): void {
    this.#resolve({ columns: this.#columns ?? [], rows: this.#rows, command: this.#command, count: this.#count });
  }
}

/** The first column of the first row; null where there is none. */
export class TextExchange extends Exchange {
  readonly wantsColumns = false;
  readonly #resolve: (text: string | null) => void;
  columns: undefined;
  #text: string | null | undefined;

  constructor(
    statement: Statement,
    isRepeatable: boolean,
    resolve: (text: string | null) => void,
    reject: (error: unknown) => void,
  ) {
    super(statement, isRepeatable, reject);
    this.#resolve = resolve;
  }

  takeRow(bytes: Buffer, from: number): void {
    if (this.#text === undefined) this.#text = readFirst(bytes, from);
  }

  takeTag(): void {}

  override startOver(): void {
    super.startOver();
    this.#text = undefined;
  }

  succeed(): void {
    this.#resolve(this.#text ?? null);
  }
}
