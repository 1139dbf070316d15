import type { Worker } from 'node:worker_threads';
import { startThread } from '../../thread/start-thread.js';
import type { WorkerSetup } from './message.js';

/** Megabytes of stack: PostgreSQL's own check (2 MB of its stack) then stops a deep recursion before the engine overflows and answers wrongly. */
const STACK_MB = 64;

/** Starts the worker from where this file runs. */
export function startWorker(setup: WorkerSetup): Worker {
  return startThread('./pglite-worker', import.meta.url, {
    workerData: setup,
    resourceLimits: { stackSizeMb: STACK_MB },
  });
}
