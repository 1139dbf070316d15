import type { ClassifiedLine } from '../classify.js';
import type { Layout } from '../layout.js';
import { foldTitle } from '../text/fold-title.js';

const longest = 300;

/** Tells which lines come again further down: those of a list of contents do. */
export class Recurrence {
  readonly #lines: readonly ClassifiedLine[];
  readonly #layout: Layout;
  #lastIndex: ReadonlyMap<string, number> | null = null;

  /** @param lines Those with words. Nothing is folded before the first question. */
  constructor(lines: readonly ClassifiedLine[], layout: Layout) {
    this.#lines = lines;
    this.#layout = layout;
  }

  /** Whether the words of the line at an index stand on a later line too, bullets, numbers and brackets aside. */
  comesAgain(index: number): boolean {
    const line = this.#lines[index];
    if (line === undefined || line.text.length > longest) return false;
    this.#lastIndex ??= new Map(this.#lines.flatMap((each, at) => this.#entry(each, at)));
    return (this.#lastIndex.get(this.#fold(line)) ?? index) > index;
  }

  #entry(line: ClassifiedLine, at: number): [string, number][] {
    return line.text.length > longest ? [] : [[this.#fold(line), at]];
  }

  #fold(line: ClassifiedLine): string {
    const words = line.heading.isFramed
      ? line.heading.text
      : line.text.slice(line.content.start - line.extent.start, line.content.end - line.extent.start);
    const bullet = this.#layout.contents?.bullet;
    return foldTitle(bullet === undefined ? words : words.replace(bullet, ''));
  }
}
