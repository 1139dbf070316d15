/**
 * The thread in which the embedded database runs: it blocks while a statement runs, and is ended from outside when that takes too long.
 */
import { readFileSync } from 'node:fs';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableNodeFs } from './durable-node-fs.js';
import { keepByteOrderMarks } from './keep-byte-order-marks.js';
import type { Reply, Request, WorkerSetup } from './message.js';
import { PgliteSession } from './pglite-session.js';
import { fileOptions, memoryOptions } from './start-options.js';
import type { OnFull } from './tell-full.js';

keepByteOrderMarks();
if (parentPort !== null) await serve(parentPort, workerData);

async function serve(port: MessagePort, setup: WorkerSetup): Promise<void> {
  let full = false;
  const onFull: OnFull = (isLog) => {
    full = true;
    if (isLog) reply(port, { kind: 'full' });
  };
  try {
    const session = new PgliteSession(await start(setup, onFull));
    // One after the other, tidying too: the engine is not made for two at once.
    let last: Promise<void> = Promise.resolve();
    port.on('message', (request: Request) => {
      last = last.then(() => perform(port, session, request));
    });
    reply(port, { kind: 'ready' });
  } catch (error) {
    reply(port, { kind: 'unable', message: error instanceof Error ? error.message : String(error), full });
    port.close();
  }
}

async function perform(port: MessagePort, session: PgliteSession, request: Request): Promise<void> {
  reply(port, await session.answer(request));
  if (request.kind === 'close') port.close();
  else await session.rest();
}

function reply(port: MessagePort, message: Reply): void {
  port.postMessage(message);
}

function start({ directory, template }: WorkerSetup, onFull: OnFull): Promise<PGlite> {
  const loaded = template === null ? {} : { loadDataDir: new Blob([readFileSync(template)]) };
  if (directory === null) return PGlite.create({ ...loaded, startParams: memoryOptions() });
  return PGlite.create({ ...loaded, startParams: fileOptions(), fs: new DurableNodeFs(directory, onFull) });
}
