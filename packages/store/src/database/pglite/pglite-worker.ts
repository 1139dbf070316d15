/**
 * The thread in which the embedded database runs: it blocks while a statement runs, and is ended from outside when that takes too long.
 */
import { readFileSync } from 'node:fs';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableNodeFs, durableStart } from './durable-node-fs.js';
import type { Reply, Request, WorkerSetup } from './message.js';
import { PgliteSession } from './pglite-session.js';

if (parentPort !== null) await serve(parentPort, workerData);

async function serve(port: MessagePort, setup: WorkerSetup): Promise<void> {
  const reply = (message: Reply): void => port.postMessage(message);
  try {
    const session = new PgliteSession(await start(setup));
    port.on('message', async (request: Request) => {
      reply(await session.answer(request));
      if (request.kind === 'close') port.close();
    });
    reply({ kind: 'ready' });
  } catch (error) {
    reply({ kind: 'unable', message: error instanceof Error ? error.message : String(error) });
    port.close();
  }
}

function start({ directory, template }: WorkerSetup): Promise<PGlite> {
  const loaded = template === null ? {} : { loadDataDir: new Blob([readFileSync(template)]) };
  if (directory === null) return PGlite.create(loaded);
  return PGlite.create({ ...durableStart(), ...loaded, fs: new DurableNodeFs(directory) });
}
