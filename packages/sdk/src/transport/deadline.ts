import { TimeoutError } from '../errors/timeout-error.js';

/** The time that a call has, and the caller's own signal, as one. */
export class Deadline {
  /** Aborts when the time is over or the caller gives up; its reason is what the call then rejects with. */
  readonly signal: AbortSignal;
  /** The last failure, which a timeout names as its cause. */
  lastFailure: unknown;
  readonly #controller = new AbortController();
  readonly #given: AbortSignal | undefined;
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ends: number;

  /** @param timeoutMs no limit where it is 0 or Infinity */
  constructor(timeoutMs: number, given: AbortSignal | undefined) {
    this.signal = this.#controller.signal;
    this.#given = given;
    const isLimited = isLimit(timeoutMs);
    this.#ends = isLimited ? Date.now() + timeoutMs : Number.POSITIVE_INFINITY;
    if (isLimited) {
      this.#timer = setTimeout(() => this.#controller.abort(new TimeoutError(timeoutMs, this.lastFailure)), timeoutMs);
    }
    if (given?.aborted === true) this.#onAbort();
    else given?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Milliseconds that are left. */
  get leftMs(): number {
    return this.#ends - Date.now();
  }

  /** What a promise comes to, or the rejection by which the time ends first: also where what was asked ignores its signal. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => reject(this.signal.reason);
      if (this.signal.aborted) onAbort();
      this.signal.addEventListener('abort', onAbort, { once: true });
      promise.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', onAbort));
    });
  }

  /** Waits so many milliseconds. */
  pause(ms: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    return this.race(waited).finally(() => clearTimeout(timer));
  }

  /** Lets go of the timer and of the caller's signal. */
  end(): void {
    clearTimeout(this.#timer);
    this.#given?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (): void => this.#controller.abort(this.#given?.reason);
}

/** A longer timer fires at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Whether so many milliseconds are a limit at all: 0 and more than a timer can count are none. */
export function isLimit(ms: number): boolean {
  return ms > 0 && ms <= LONGEST_MS;
}
