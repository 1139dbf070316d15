import type { GivingUp } from '@broadsheet/store';

/** Ends when `abort` is called, as an AbortSignal does, whose making costs as much as all else of a known operation in this process. */
export class Leave implements GivingUp {
  readonly #listeners: (() => void)[] = [];
  #aborted = false;

  /** One that ends with a signal, if there is one. */
  static with(signal: GivingUp | undefined): Leave {
    const leave = new Leave();
    if (signal?.aborted === true) leave.abort();
    else signal?.addEventListener('abort', () => leave.abort(), { once: true });
    return leave;
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const at = this.#listeners.indexOf(listener);
    if (at !== -1) this.#listeners.splice(at, 1);
  }

  /** Tells it to whoever listens, once. */
  abort(): void {
    this.#aborted = true;
    for (const listener of this.#listeners.splice(0)) listener();
  }
}
