import type { Backend } from './backend.js';

/** Who wants to hear that the change log may have grown. Other processes are listened to while somebody does. */
export class News {
  readonly #backend: Pick<Backend, 'watch'>;
  readonly #listeners = new Set<() => void>();
  #stop: (() => void) | undefined;

  constructor(backend: Pick<Backend, 'watch'>) {
    this.#backend = backend;
  }

  /** Adds a listener; returns how to take it away. */
  watch(onNews: () => void): () => void {
    // Each its own, so that one function given twice is two listeners.
    const listener = (): void => onNews();
    this.#listeners.add(listener);
    this.#stop ??= this.#backend.watch?.(() => this.tell());
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.end();
    };
  }

  /** Tells everybody. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Listens to nobody any more. */
  end(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
