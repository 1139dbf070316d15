import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from 'kysely';
import type { Database } from '../database/database.js';
import { type Share, storeTogether } from './store-together.js';

/** What is written of one document, all or nothing. May be called again, in another transaction. */
export type Work<T> = (trx: Transaction<unknown>, share: Share) => Promise<T>;

/** So many documents share a transaction at most, and none joins one that has been open for so many milliseconds. */
const MOST = 16;
const OPEN_MS = 250;

/**
 * Stores what becomes ready, in whatever order, in the order in which it was given. What is ready by then joins the transaction of the one
 * before it, with a change of its own in the log. If one of them fails, nothing of them is stored, and then each is stored in a transaction of its
 * own. Ends as the work does, when its transaction has been committed.
 */
export function storeInOrder<T>(database: Database, ready: Promise<Work<T>>): Promise<T> {
  const queue = queues.get(database) ?? new Queue(database);
  queues.set(database, queue);
  return queue.add(ready);
}

const queues = new WeakMap<Database, Queue>();

/** The documents of one database that are to be stored. */
class Queue {
  readonly #database: Database;
  readonly #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(database: Database) {
    this.#database = database;
  }

  add<T>(ready: Promise<Work<T>>): Promise<T> {
    const document = new Document(ready);
    this.#waiting.push(document);
    if (!this.#isRunning) void outside(() => this.#run());
    return document.end;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let [first] = this.#waiting; first !== undefined; [first] = this.#waiting) {
      await first.comes;
      await this.#storeReady();
    }
    this.#isRunning = false;
  }

  /** Stores what is ready at the head, and what becomes so meanwhile. */
  async #storeReady(): Promise<void> {
    const opened = performance.now();
    const sharing: Waiting[] = [];
    const isOpen = (): boolean => sharing.length < MOST && performance.now() - opened < OPEN_MS;
    try {
      await this.#transact(sharing, () => (isOpen() ? this.#takeReady() : undefined));
    } catch (error) {
      if (sharing.length === 1) return sharing[0]?.fail(error);
      for (const document of sharing) await this.#storeAlone(document);
      return;
    }
  }

  async #storeAlone(document: Waiting): Promise<void> {
    const only = [document];
    await this.#transact([], () => only.shift()).catch((error: unknown) => document.fail(error));
  }

  /** One transaction for what `next` gives, told when it is committed. */
  async #transact(sharing: Waiting[], next: () => Waiting | undefined): Promise<void> {
    const first = next();
    if (first === undefined) return;
    sharing.push(first);
    await this.#database.transaction((trx) =>
      storeTogether(trx, first, () => {
        const document = next();
        if (document !== undefined) sharing.push(document);
        return document;
      }),
    );
    for (const document of sharing) document.settle();
  }

  /** The next one, if it need not be waited for. What cannot be stored has told so itself. */
  #takeReady(): Waiting | undefined {
    while (this.#waiting[0]?.state === 'REFUSED') this.#waiting.shift();
    return this.#waiting[0]?.state === 'READY' ? this.#waiting.shift() : undefined;
  }
}

/** What stands in the context of whoever gives a document, as that it is inside a transaction, does not hold for those behind it. */
const outside = AsyncLocalStorage.snapshot();

/** A document on its way, whatever comes of it. */
interface Waiting {
  readonly state: 'COMING' | 'READY' | 'REFUSED';
  /** Resolves when it comes no longer. */
  readonly comes: Promise<void>;
  /** Carries its work out; `settle` says that it holds. */
  store(trx: Transaction<unknown>, share: Share): Promise<void>;
  settle(): void;
  fail(error: unknown): void;
}

class Document<T> implements Waiting {
  readonly end: Promise<T>;
  readonly comes: Promise<void>;
  state: Waiting['state'] = 'COMING';
  fail: (error: unknown) => void = () => {};
  settle = (): void => {};
  #resolve: (value: T) => void = () => {};
  #work: Work<T> | undefined;

  constructor(ready: Promise<Work<T>>) {
    this.end = new Promise<T>((resolve, reject) => {
      this.#resolve = resolve;
      this.fail = reject;
    });
    this.comes = ready.then(
      (work) => {
        this.#work = work;
        this.state = 'READY';
      },
      (error) => {
        this.state = 'REFUSED';
        this.fail(error);
      },
    );
  }

  async store(trx: Transaction<unknown>, share: Share): Promise<void> {
    if (this.#work === undefined) throw new Error('A document that is not ready cannot be stored.');
    const value = await this.#work(trx, share);
    this.settle = () => this.#resolve(value);
  }
}
