import type { Worker } from 'node:worker_threads';
import type { Result, Statement } from '../backend.js';
import { capital } from '../capital.js';
import type { StatementRole } from '../database.js';
import { statementError, statementTimeout } from '../statement-error.js';
import { StoreError } from '../store-error.js';
import type { Reply, Request, WorkerSetup } from './message.js';
import { startWorker } from './worker-entry.js';

interface Pending {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

type Ask<T> = T extends Request ? Omit<T, 'id'> : never;

/** One run of the worker, from its start to its end. A statement past its limit ends it. */
export class PgliteProcess {
  readonly #worker: Worker;
  readonly #place: string;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #ended: StoreError | undefined;

  /** Starts the worker; resolves when the database answers, rejects with the reason when it does not start: DATABASE_FULL where that is it. */
  static start(setup: WorkerSetup, place: string): Promise<PgliteProcess> {
    return new Promise((resolve, reject) => {
      const started = new PgliteProcess(setup, place);
      started.#worker.on('message', (reply: Reply) => {
        if (reply.kind === 'ready') {
          started.#worker.unref();
          resolve(started);
        }
        if (reply.kind === 'unable') reject(reply.full ? full(place) : new Error(reply.message));
        if (reply.kind === 'full') reject(full(place));
      });
      started.#worker.on('error', reject);
      started.#worker.on('exit', (code) => reject(new Error(`the worker ended with code ${code}`)));
    });
  }

  private constructor(setup: WorkerSetup, place: string) {
    this.#place = place;
    this.#worker = startWorker(setup);
    this.#worker.on('message', (reply: Reply) => this.#receive(reply));
    this.#worker.on('error', (error) => this.#end(broken(place, error.message)));
    this.#worker.on('exit', () => this.#end(broken(place, 'the worker has ended')));
  }

  /** False once the worker has ended; another has to be started. */
  get alive(): boolean {
    return this.#ended === undefined;
  }

  run(statement: Statement, role: StatementRole, timeout_ms: number): Promise<Result> {
    const timer = setTimeout(() => this.#end(statementTimeout(this.#place, timeout_ms)), timeout_ms);
    return this.#ask({ kind: 'run', statement, role }).finally(() => clearTimeout(timer));
  }

  /** Writes the database as an archive that a new one can start with. */
  async dump(file: string): Promise<void> {
    await this.#ask({ kind: 'dump', file });
  }

  /** Shuts the database down in good order. */
  async close(): Promise<void> {
    if (!this.alive) return;
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    await this.#ask({ kind: 'close' });
    this.#worker.ref();
    await exited;
  }

  #ask(request: Ask<Request>): Promise<Result> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    this.#lastId += 1;
    const id = this.#lastId;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id });
    });
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'ready' || reply.kind === 'unable') return;
    if (reply.kind === 'crashed') {
      this.#end(broken(this.#place, reply.message));
      return;
    }
    if (reply.kind === 'full') {
      this.#end(full(this.#place));
      return;
    }
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    // An idle database keeps no process alive.
    if (this.#pending.size === 0) this.#worker.unref();
    if (reply.kind === 'done') pending?.resolve(reply.result);
    else pending?.reject(statementError(reply.error, this.#place));
  }

  #end(why: StoreError): void {
    if (this.#ended !== undefined) return;
    this.#ended = why;
    for (const { reject } of this.#pending.values()) reject(why);
    this.#pending.clear();
    void this.#worker.terminate();
  }
}

function broken(place: string, reason: string): StoreError {
  return new StoreError(
    'DATABASE_UNREACHABLE',
    `${capital(place)} broke down under a statement: ${reason}. It is started again with the next one; a transaction that was not committed is gone.`,
    { reason, lost: true },
  );
}

function full(place: string): StoreError {
  return new StoreError(
    'DATABASE_FULL',
    `There is no room on the disk of ${place}. Nothing of what was being written was stored. Make room: it is started again with the next statement.`,
    { lost: true },
  );
}
