/** Statements that a connection keeps prepared. Each holds its plan in the memory of the server, once a connection. */
export const MOST_PREPARED = 100;

/** What has to be done before a statement can be bound. */
export interface Preparation {
  /** Whether it has to be parsed, since the connection does not hold it. */
  readonly parses: boolean;
  /** A statement that the connection is to forget, so that it holds no more than it may. */
  readonly closes: string | undefined;
}

const NOTHING: Preparation = { parses: false, closes: undefined };

/** The names of the statements that one connection holds; the one that was longest unused is forgotten. */
export class PreparedNames {
  readonly #most: number;
  /** Whether it is known of each that the connection holds it, in the order of their last use. */
  readonly #names = new Map<string, boolean>();

  constructor(most: number = MOST_PREPARED) {
    this.#most = most;
  }

  /** Notes that a statement is about to be used, and tells what that takes. */
  use(name: string): Preparation {
    const isHeld = this.#names.get(name) === true;
    this.#names.delete(name);
    this.#names.set(name, true);
    if (isHeld) return NOTHING;
    return { parses: true, closes: this.#names.size > this.#most ? this.#dropOldest() : undefined };
  }

  /** Notes that a statement failed: whether the connection holds it is then not known, so that it is parsed anew, or closed in its turn. */
  doubt(name: string): void {
    if (this.#names.has(name)) this.#names.set(name, false);
  }

  #dropOldest(): string | undefined {
    const [oldest] = this.#names.keys();
    if (oldest !== undefined) this.#names.delete(oldest);
    return oldest;
  }
}
