import type { Point, Position } from '../tree.js';

/** Tells line and column of the offsets of one document. */
export class Points {
  readonly document: string;
  readonly #starts: readonly number[];

  constructor(document: string) {
    this.document = document;
    this.#starts = [0, ...endings(document)];
  }

  /** How many lines there are; behind a last ending none begins. */
  get lines(): number {
    return this.#starts.length - (this.#starts.at(-1) === this.document.length ? 1 : 0);
  }

  at(offset: number): Point {
    const line = this.lineAt(offset);
    return { line: line + 1, column: offset - this.startOf(line) + 1, offset };
  }

  position(start: number, end: number): Position {
    return { start: this.at(start), end: this.at(end) };
  }

  /** Index, from 0, of the line that an offset is on. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset at which the line of this index begins; behind the last the end of the document. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.document.length;
  }
}

function endings(document: string): number[] {
  return [...document.matchAll(/\r\n|\r|\n/g)].map((ending) => ending.index + ending[0].length);
}
