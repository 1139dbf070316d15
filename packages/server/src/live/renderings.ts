import type { ExecutionResult } from 'graphql';
import { tooManyOperations } from './live-errors.js';

/** Answers that are kept: who comes to the same event a little later gets the same one. */
const KEPT = 256;

/** What an event is told as, made once for all who follow by the same operation. */
export class Renderings {
  readonly #limit: number;
  readonly #followers = new Map<string, number>();
  readonly #kept = new Map<string, Promise<ExecutionResult>>();

  /** @param limit how many operations may be followed by at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** One follower more by an operation. Returns how it leaves. Throws TOO_MANY_FOLLOWERS. */
  enter(operation: string): () => void {
    const count = this.#followers.get(operation) ?? 0;
    if (count === 0 && this.#followers.size >= this.#limit) throw tooManyOperations(this.#limit);
    this.#followers.set(operation, count + 1);
    return () => {
      const left = (this.#followers.get(operation) ?? 1) - 1;
      if (left === 0) this.#followers.delete(operation);
      else this.#followers.set(operation, left);
    };
  }

  /** The answer to an event, made by `make` unless it is kept. One that failed is not. */
  render(operation: string, seq: number, make: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    const key = `${seq} ${operation}`;
    const found = this.#kept.get(key);
    if (found !== undefined) return found;
    const made = make();
    this.#kept.set(key, made);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    made.catch(() => this.#kept.delete(key));
    return made;
  }
}
