import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread on a module that stands beside the caller: as JavaScript once built, through tsx in the sources.
 *
 * @param module its place without extension, as './pglite-worker'
 * @param caller `import.meta.url` of the caller
 */
export function startThread(module: string, caller: string, options: WorkerOptions = {}): Worker {
  if (!caller.endsWith('.ts')) return new Worker(new URL(`${module}.js`, caller), { ...options, execArgv: [] });
  // Where packages stand for their sources here, they do there.
  const execArgv = process.execArgv.filter((argument) => argument.startsWith('--conditions='));
  return new Worker(throughTsx(new URL(`${module}.ts`, caller)), { ...options, execArgv, eval: true });
}

/**
 * A script that loads a file of the sources. tsx takes effect in a worker of Node 20 only when it is asked to there. It stands in the
 * workspace's root and not among this package's dependencies, because what is published has no use for it.
 */
function throughTsx(file: URL): string {
  const tsx = import.meta.resolve(['tsx', 'esm', 'api'].join('/'));
  return `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); });`;
}
