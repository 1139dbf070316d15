import type { TransferProgress } from '@broadsheet/store';
import type { Terminal } from '../terminal.js';

/** Milliseconds between two lines. */
const PAUSE_MS = 100;

/** Shows how far an export or import is, now and then. */
export function tellProgress(terminal: Terminal, verb: string): (progress: TransferProgress) => void {
  let last = 0;
  return ({ done, total }) => {
    const now = Date.now();
    if (now - last < PAUSE_MS && done < total) return;
    last = now;
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    terminal.progress(`${verb} ${percent} %: ${done} of ${total} rows`);
  };
}
