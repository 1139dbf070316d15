import { progressBar } from '../../packages/cli/src/text/progress-bar.js';

/** Shows how far something is: over itself on a terminal, else a line at every tenth. */
export class Progress {
  readonly #what: string;
  readonly #total: number;
  #tenths = 0;

  constructor(what: string, total: number) {
    this.#what = what;
    this.#total = total;
  }

  /** @param detail what the last step gave */
  show(done: number, detail = ''): void {
    const line = `${this.#what} ${progressBar(done, this.#total)}  ${detail}`;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\u001b[K${line}${done >= this.#total ? '\n' : ''}`);
      return;
    }
    const tenths = Math.floor((done * 10) / this.#total);
    if (tenths > this.#tenths) process.stderr.write(`${line}\n`);
    this.#tenths = Math.max(tenths, this.#tenths);
  }
}
