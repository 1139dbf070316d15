/** One wait that ends at a deadline, unless it is over before: to be handed to `end`. */
export class Deadline {
  /** What `performance.now()` shows then. */
  readonly due: number;
  /** Undefined once it is over. */
  onOver: (() => void) | undefined;
  earlier: Deadline | undefined;
  later: Deadline | undefined;

  constructor(due: number, onOver: () => void, earlier: Deadline | undefined) {
    this.due = due;
    this.onOver = onOver;
    this.earlier = earlier;
  }
}

/**
 * Deadlines of one length, of which there are many and hardly one is ever reached: whoever began first is due first, so one timer serves them
 * all. A timer each costs more to make and to clear than a short statement's way through this process.
 *
 * They stand in a chain, of which one that is over lets go. A Set that has grown anew holds on to what stood in it before, until all garbage is
 * collected: requests would outlive their time, and to carry them along took a fifth of this process' time.
 */
export class Deadlines {
  readonly #length_ms: number;
  #first: Deadline | undefined;
  #last: Deadline | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(length_ms: number) {
    this.#length_ms = length_ms;
  }

  /** Begins a wait: `onOver` is called when its time is over, if it was not ended before. */
  begin(onOver: () => void): Deadline {
    const deadline = new Deadline(performance.now() + this.#length_ms, onOver, this.#last);
    if (this.#last === undefined) this.#first = deadline;
    else this.#last.later = deadline;
    this.#last = deadline;
    if (this.#timer === undefined) this.#wake(this.#length_ms);
    return deadline;
  }

  /** Ends a wait before its time; nothing happens where it is over. */
  end(deadline: Deadline): void {
    if (deadline.onOver === undefined) return;
    const { earlier, later } = deadline;
    if (earlier === undefined) this.#first = later;
    else earlier.later = later;
    if (later === undefined) this.#last = earlier;
    else later.earlier = earlier;
    deadline.onOver = undefined;
    deadline.earlier = undefined;
    deadline.later = undefined;
  }

  #wake(ms: number): void {
    this.#timer = setTimeout(this.#look, Math.ceil(ms));
    // Whoever waits holds a connection open, which keeps the process alive as long as there is something to wait for.
    this.#timer.unref();
  }

  readonly #look = (): void => {
    this.#timer = undefined;
    const now = performance.now();
    while (this.#first !== undefined) {
      const { due, onOver } = this.#first;
      if (due > now) {
        // Whoever was told may have begun a wait, and with it the timer.
        if (this.#timer === undefined) this.#wake(due - now);
        return;
      }
      this.end(this.#first);
      onOver?.();
    }
  };
}
