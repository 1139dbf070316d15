/** One wait that ends at a deadline, unless it is over before. */
export interface Deadline {
  /** What `performance.now()` shows then. */
  readonly due: number;
  readonly onOver: () => void;
}

/**
 * Deadlines of one length, of which there are many and hardly one is ever reached: whoever began first is due first, so one timer serves them
 * all. A timer each costs more to make and to clear than a short statement's way through this process.
 */
export class Deadlines {
  readonly #length_ms: number;
  readonly #running = new Set<Deadline>();
  #timer: NodeJS.Timeout | undefined;

  constructor(length_ms: number) {
    this.#length_ms = length_ms;
  }

  /** Begins a wait: `onOver` is called when its time is over, if it was not ended before. */
  begin(onOver: () => void): Deadline {
    const deadline = { due: performance.now() + this.#length_ms, onOver };
    this.#running.add(deadline);
    if (this.#timer === undefined) this.#wake(this.#length_ms);
    return deadline;
  }

  /** Ends a wait before its time; nothing happens where it is over. */
  end(deadline: Deadline): void {
    this.#running.delete(deadline);
  }

  #wake(ms: number): void {
    this.#timer = setTimeout(this.#look, Math.ceil(ms));
    // Whoever waits holds a connection open, which keeps the process alive as long as there is something to wait for.
    this.#timer.unref();
  }

  readonly #look = (): void => {
    this.#timer = undefined;
    const now = performance.now();
    for (const deadline of this.#running) {
      if (deadline.due > now) {
        this.#wake(deadline.due - now);
        return;
      }
      this.#running.delete(deadline);
      deadline.onOver();
    }
  };
}
