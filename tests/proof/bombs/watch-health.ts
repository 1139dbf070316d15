import { Worker } from 'node:worker_threads';

/** Looks at `/livez` twenty times a second, from a thread of its own, until it is told to end. */
export interface HealthWatch {
  /** Milliseconds of every look, in rising order. */
  end(): Promise<readonly number[]>;
}

const LOOK = `
const { parentPort, workerData } = require('node:worker_threads');
const times = [];
const timer = setInterval(async () => {
  const before = performance.now();
  await (await fetch(workerData + '/livez')).text();
  times.push(performance.now() - before);
}, 50);
parentPort.on('message', () => { clearInterval(timer); parentPort.postMessage(times.sort((a, b) => a - b)); });
fetch(workerData + '/livez').then((first) => first.text()).then(() => parentPort.postMessage('ready'));
`;

/** Starts to look. The thread's own client is not held up by what this one does. */
export async function watchHealth(address: string): Promise<HealthWatch> {
  const worker = new Worker(LOOK, { eval: true, workerData: address });
  await new Promise((resolve) => worker.once('message', resolve));
  return {
    async end() {
      const times = new Promise<number[]>((resolve) => worker.once('message', resolve));
      worker.postMessage('end');
      const found = await times;
      await worker.terminate();
      return found;
    },
  };
}
