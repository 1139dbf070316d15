import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from 'chokidar';
import { CommandError } from '../command-error.js';
import { ISSUE_FILE } from '../input-files.js';
import { Settling } from './settling.js';

/** A file is taken when it has stood still for so long. */
const QUIET_MS = 1_500;
/** Between two looks at the files that wait. */
const EVERY_MS = 250;
/** After a failure that is none of the file's. */
const AGAIN_MS = 5_000;

/** Files as they settle. */
export interface WatchedFiles {
  /** Paths, those first that are there already; again whenever one changes. Ends when the signal says so. */
  readonly settled: AsyncIterable<string>;
  /** Files that have been seen and not been given yet. */
  waiting(): number;
  /** Gives a file once more, in a while. */
  tryAgain(path: string): void;
}

/** Watches files, and the issues in folders at any depth. Throws CommandError FILE_UNREADABLE for a path that is not there. */
export async function watchFiles(paths: readonly string[], signal: AbortSignal): Promise<WatchedFiles> {
  await Promise.all(paths.map(assertThere));
  const settling = new Settling(QUIET_MS);
  const ready: string[] = [];
  const watcher = watch([...paths], {
    ignored: (path, facts) => facts?.isFile() === true && !ISSUE_FILE.test(path) && !paths.includes(path),
    alwaysStat: true,
  });
  let isReady = false;
  watcher
    // What was there before has its own time to tell for how long it has stood still.
    .on('add', (path, facts) => settling.add(path, isReady ? Date.now() : (facts?.mtimeMs ?? Date.now())))
    .on('change', (path) => settling.add(path, Date.now()));
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve).once('error', reject);
  });
  isReady = true;
  // A folder that cannot be watched any more is no reason to leave the others.
  watcher.on('error', () => {});
  return {
    settled: settledFiles(settling, ready, signal, () => watcher.close()),
    waiting: () => settling.waiting + ready.length,
    tryAgain: (path) => settling.add(path, Date.now() + AGAIN_MS),
  };
}

async function* settledFiles(
  settling: Settling,
  ready: string[],
  signal: AbortSignal,
  close: () => Promise<void>,
): AsyncGenerator<string> {
  try {
    while (!signal.aborted) {
      const next = ready.shift();
      if (next !== undefined) yield next;
      else if (ready.push(...(await settling.take(Date.now()))) === 0) {
        await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
      }
    }
  } finally {
    await close();
  }
}

async function assertThere(path: string): Promise<void> {
  if ((await stat(path).catch(() => undefined)) !== undefined) return;
  throw new CommandError('FILE_UNREADABLE', `${path} cannot be watched: it is not there.`);
}
