/**
 * How a change overlaps with the one behind it in the same transaction: while the database writes the one, the other is worked out. Statements are
 * answered in the order in which they are sent, so it is enough that what one writes was sent before the other asks for it.
 */
export class Overlap {
  /** Resolves when all that the change before this one writes is on its way: then what all issues share may be read and written. */
  readonly isClear: Promise<void>;
  /** Resolves when the next change may begin: true where this one goes on beside it, false where it has ended. */
  readonly letsBegin: Promise<boolean>;
  #letBegin: (goesOn: boolean) => void = () => {};
  #clear: () => void = () => {};
  readonly #cleared: Promise<void>;

  /** @param before that of the change before; none where it is the first of its transaction */
  constructor(before?: Overlap) {
    this.isClear = before === undefined ? Promise.resolve() : before.#cleared;
    this.letsBegin = new Promise((resolve) => {
      this.#letBegin = resolve;
    });
    this.#cleared = new Promise((resolve) => {
      this.#clear = resolve;
    });
  }

  /** Call it when the rows that the issue owns have been asked to be written, and all that is read beside them. */
  ownAsked(): void {
    setImmediate(() => this.#letBegin(true));
  }

  /** Call it when all has been asked for. */
  allAsked(): void {
    setImmediate(this.#clear);
  }

  /** The change has ended, well or not. */
  end(): void {
    this.#letBegin(false);
    this.#clear();
  }
}
