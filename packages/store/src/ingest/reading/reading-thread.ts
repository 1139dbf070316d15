import type { Worker } from 'node:worker_threads';
import type { Given } from '../../editorial/records.js';
import { startThread } from '../../thread/start-thread.js';
import { type DocumentReading, readDocument } from '../read-document.js';
import type { ReadReply } from './message.js';

/** A thread that reads documents. It keeps no process alive but for what it is reading. */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (read: DocumentReading | undefined) => void>();
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

  /** As readDocument. What the thread cannot read is read here, and fails here with its reason. */
  async read(document: string, given: Given, layout: string | null): Promise<DocumentReading> {
    return (await this.#ask(document, given, layout)) ?? readDocument(document, given, layout);
  }

  async close(): Promise<void> {
    this.#end();
    await this.#worker.terminate();
  }

  #ask(document: string, given: Given, layout: string | null): Promise<DocumentReading | undefined> {
    if (!this.isReady) return Promise.resolve(undefined);
    this.#lastId += 1;
    const id = this.#lastId;
    this.#worker.ref();
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ id, document, given, layout });
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
    resolve?.(reply.kind === 'read' ? reply.read : undefined);
  }

  #end(): void {
    this.#state = 'ended';
    for (const resolve of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }
}
