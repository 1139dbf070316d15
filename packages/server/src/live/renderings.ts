import type { ExecutionResult } from 'graphql';
import { tooManyOperations } from './live-errors.js';

/** Answers that are kept, and for how long: who comes to the same event a little later gets the same one; later, nodes may stand otherwise. */
const KEPT = 256;
const KEPT_MS = 1_000;

interface Rendering {
  readonly answer: Promise<ExecutionResult>;
  /** By performance.now(). */
  readonly until: number;
}

/** What an event is told as, made once for all who follow by the same operation. */
export class Renderings {
  readonly #limit: number;
  readonly #followers = new Map<string, number>();
  readonly #kept = new Map<string, Rendering>();

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
    const now = performance.now();
    if (found !== undefined && now < found.until) return found.answer;
    const answer = make();
    this.#kept.delete(key);
    this.#kept.set(key, { answer, until: now + KEPT_MS });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    answer.catch(() => this.#kept.delete(key));
    return answer;
  }
}
