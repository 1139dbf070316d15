import type { GivingUp } from '../giving-up.js';
/** What a waiter gets: the right, until it calls `release`. */
export type Release = () => void;

/** A right that one at a time holds, in the order in which they asked. */
export class FifoLock {
  readonly #waiting: (() => void)[] = [];
  #held = false;

  /**
   * @param wait_ms how long to wait at most
   * @throws what `refuse` makes of the reason, when the wait takes too long or is given up
   */
  async acquire(
    wait_ms: number,
    signal: GivingUp | undefined,
    refuse: (why: 'timeout' | 'abort') => Error,
  ): Promise<Release> {
    if (signal?.aborted === true) throw refuse('abort');
    if (this.#held) await this.#wait(wait_ms, signal, refuse);
    this.#held = true;
    return this.#releaseOnce();
  }

  #wait(wait_ms: number, signal: GivingUp | undefined, refuse: (why: 'timeout' | 'abort') => Error): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (then: () => void) => (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        then();
      };
      const turn = settle(resolve);
      const leave = (why: 'timeout' | 'abort') =>
        settle(() => {
          this.#waiting.splice(this.#waiting.indexOf(turn), 1);
          reject(refuse(why));
        });
      const giveUp = leave('abort');
      const timer = setTimeout(leave('timeout'), wait_ms);
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(turn);
    });
  }

  #releaseOnce(): Release {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const next = this.#waiting.shift();
      // The right passes on without a moment in which a newcomer could take it.
      if (next === undefined) this.#held = false;
      else next();
    };
  }
}
