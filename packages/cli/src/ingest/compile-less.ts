import { setFlagsFromString } from 'node:v8';

/** Files from which on it pays. */
const HEAP = 8;

/**
 * How JavaScript is run while a heap of files is ingested. On a machine of two processors the threads of the compiler and of the collector take from what
 * reads and stores; what runs for some seconds is better compiled later, when it is known to be hot, and collected by one thread.
 */
const FLAGS = ['--interrupt-budget=400000', '--no-parallel-scavenge'];

/** Flags are those of one V8: this one's were measured, later ones have other names, and one that is unknown is complained of on stderr. */
const MEASURED = 'v20.';

/** Call it before a heap of files is ingested. It cannot be undone, and is for a process that does nothing else. */
export function compileLess(files: number): void {
  if (files < HEAP || !process.version.startsWith(MEASURED)) return;
  for (const flag of FLAGS) setFlagsFromString(flag);
}
