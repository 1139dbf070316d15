/**
 * How a change overlaps with the one behind it in the same transaction: while the database writes the one, the other is worked out. Statements are
 * carried out in the order in which they are sent, so it is enough that what one writes was sent before the other asks for it.
 */
export class Overlap {
  /** Resolves when what the change before this one does to what issues share is on its way: then an issue's own rows may be written, and names looked up. */
  readonly mayWriteOwn: Promise<void>;
  /** Resolves when all that the change before it writes is on its way: then what issues share may be written. */
  readonly mayWriteShared: Promise<void>;
  /** Resolves when the next change may begin to read: true where this one goes on beside it, false where it has ended. */
  readonly letsBegin: Promise<boolean>;
  readonly #shared = new Gate<void>();
  readonly #all = new Gate<void>();
  readonly #begin = new Gate<boolean>();

  /** @param before that of the change before; none where it is the first of its transaction */
  constructor(before?: Overlap) {
    this.mayWriteOwn = before === undefined ? Promise.resolve() : before.#shared.opened;
    this.mayWriteShared = before === undefined ? Promise.resolve() : before.#all.opened;
    this.letsBegin = this.#begin.opened;
  }

  /** Call it when the issue's own rows have been asked to be written, and so has what of them is to be read before the next one's are. */
  ownAsked(): void {
    setImmediate(() => this.#begin.open(true));
  }

  /** Call it when what issues share has been asked to be written. */
  sharedAsked(): void {
    setImmediate(() => this.#shared.open());
  }

  /** Call it when all has been asked for. */
  allAsked(): void {
    setImmediate(() => this.#all.open());
  }

  /** The change has ended, well or not. */
  end(): void {
    this.#begin.open(false);
    this.#shared.open();
    this.#all.open();
  }
}

/** A promise that is resolved from outside; the first time counts. */
class Gate<T> {
  readonly opened: Promise<T>;
  open: (value: T) => void = () => {};

  constructor() {
    this.opened = new Promise((resolve) => {
      this.open = resolve;
    });
  }
}
