/** Milliseconds that a statement takes at most to count as quick. */
const QUICK_MS = 4;

/** How much the last time counts beside all earlier ones. */
const WEIGHT = 0.2;

/** Statements of which it is known how long they take; the one that was met first is forgotten for one more. */
const MOST = 1_000;

/** How long statements take, by their names, from when the server comes to them: the mean of the last times. */
export class Paces {
  readonly #known = new Map<string, Pace>();

  /** False where it is not known. */
  isQuick(name: string | undefined): boolean {
    const pace = name === undefined ? undefined : this.#known.get(name);
    return pace !== undefined && pace.ms <= QUICK_MS;
  }

  note(name: string | undefined, ms: number): void {
    if (name === undefined) return;
    const pace = this.#known.get(name);
    if (pace !== undefined) {
      pace.ms += WEIGHT * (ms - pace.ms);
      return;
    }
    if (this.#known.size >= MOST) this.#forgetOne();
    this.#known.set(name, { ms });
  }

  #forgetOne(): void {
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

interface Pace {
  ms: number;
}
