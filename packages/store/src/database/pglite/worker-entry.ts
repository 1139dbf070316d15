import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { WorkerSetup } from './message.js';

/** Megabytes of stack: PostgreSQL's own check (2 MB of its stack) then stops a deep recursion before the engine overflows and answers wrongly. */
const STACK_MB = 64;

/** Starts the worker from where this file runs: as JavaScript once built, through tsx in the sources. */
export function startWorker(setup: WorkerSetup): Worker {
  const options: WorkerOptions = { workerData: setup, execArgv: [], resourceLimits: { stackSizeMb: STACK_MB } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./pglite-worker.js', import.meta.url), options);
  return new Worker(throughTsx(new URL('./pglite-worker.ts', import.meta.url)), { ...options, eval: true });
}

/**
 * A script that loads a file of the sources. tsx takes effect in a worker of Node 20 only when it is asked to there. It stands in the
 * workspace's root and not among this package's dependencies, because what is published has no use for it.
 */
function throughTsx(file: URL): string {
  const tsx = import.meta.resolve(['tsx', 'esm', 'api'].join('/'));
  return `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); });`;
}
