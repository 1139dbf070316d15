import { availableParallelism } from 'node:os';
import type { ReadTask } from './message.js';
import { type ReadAhead, readHere } from './read-ahead.js';
import { ReadingThread } from './reading-thread.js';

/** So many documents that come while others are on their way are a heap, which threads are started for. */
const HEAP = 8;
/** Milliseconds without a document after which the threads end. */
const IDLE_MS = 2_000;
/** One core is for storing. */
const MOST = Math.min(4, Math.max(1, availableParallelism() - 1));

let onTheirWay = 0;
let crowded = 0;
let threads: readonly ReadingThread[] = [];
let idle: NodeJS.Timeout | undefined;

/**
 * Does the work of storing one document. Where many come at once, they are read in threads of this process meanwhile, and what stores them
 * is not held up by reading; a document or two are read where they are stored, without a thread to load.
 */
export async function amongOthers<T>(work: () => Promise<T>): Promise<T> {
  clearTimeout(idle);
  onTheirWay += 1;
  if (onTheirWay > 1) crowded += 1;
  if (crowded === HEAP && threads.length === 0) threads = Array.from({ length: MOST }, () => new ReadingThread());
  try {
    return await work();
  } finally {
    onTheirWay -= 1;
    if (onTheirWay === 0) rest();
  }
}

/** Reads a document by the thread that has the least to do, where there is one. */
export async function readBeside(task: ReadTask): Promise<ReadAhead> {
  const [thread] = threads.filter(({ isReady }) => isReady).sort((a, b) => a.waiting - b.waiting);
  return thread === undefined ? readHere(task) : thread.read(task);
}

function rest(): void {
  crowded = 0;
  if (threads.length === 0) return;
  idle = setTimeout(() => {
    for (const thread of threads) void thread.close();
    threads = [];
  }, IDLE_MS).unref();
}
