import type { Worker } from 'node:worker_threads';
import { startThread } from '../../thread/start-thread.js';
import type { ReadAnswer, ReadReply, ReadTask } from './message.js';
import { type ReadAhead, readHere, readThere } from './read-ahead.js';

/** A thread that reads documents. It keeps no process alive but for what it is reading. */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: ReadAnswer | undefined) => void>();
  #lastId = 0;
  #state: 'loading' | 'ready' | 'ended' = 'loading';

  constructor() {
    this.#worker = startThread('./reading-worker', import.meta.url);
    this.#worker.unref();
    this.#worker.on('message', (reply: ReadReply) => this.#receive(reply));
    this.#worker.on('error', () => this.#end());
    this.#worker.on('exit', () => this.#end());
  }

  /** Whether it takes documents: it has loaded, and not broken down. */
  get isReady(): boolean {
    return this.#state === 'ready';
  }

  /** How many documents it has not read yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Reads a document in the thread. What it cannot read is read here, and fails here with its reason. */
  async read(task: ReadTask): Promise<ReadAhead> {
    const answer = await this.#ask(task);
    return answer === undefined ? readHere(task) : readThere(answer);
  }

  async close(): Promise<void> {
    this.#end();
    await this.#worker.terminate();
  }

  #ask(task: ReadTask): Promise<ReadAnswer | undefined> {
    if (!this.isReady) return Promise.resolve(undefined);
    this.#lastId += 1;
    const id = this.#lastId;
    this.#worker.ref();
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ id, ...task });
    });
  }

  #receive(reply: ReadReply): void {
    if (reply.kind === 'ready') {
      if (this.#state === 'loading') this.#state = 'ready';
      return;
    }
    const resolve = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    resolve?.(reply.kind === 'read' ? reply : undefined);
  }

  #end(): void {
    this.#state = 'ended';
    for (const resolve of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }
}
