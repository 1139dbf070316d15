import type { PageWriter } from './page-writer.js';
import type { Tag } from './tokenize.js';

interface OpenMark {
  readonly name: string;
  readonly kind: 'emphasis' | 'strong' | 'code' | 'link';
  readonly target: { readonly url: string | null; readonly title: string | null };
  start: number;
}

/** So many marks may be open at once; a further one is left out. */
const mostMarks = 8;

const kinds: ReadonlyMap<string, OpenMark['kind']> = new Map([
  ['a', 'link'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
]);

/** Links, emphasis and code that are open at a place of a page; what a line has of them is written with the line. */
export class OpenMarks {
  readonly #writer: PageWriter;
  readonly #open: OpenMark[] = [];

  constructor(writer: PageWriter) {
    this.#writer = writer;
  }

  /** Opens what a tag marks, at a place of the line that is being written. */
  open({ name, attributes }: Tag, start: number): void {
    const kind = kinds.get(name);
    if (kind === undefined || this.#open.length >= mostMarks) return;
    const target = { url: attributes.get('href') ?? null, title: attributes.get('title') ?? null };
    this.#open.push({ name, kind, target, start });
  }

  /** Ends what the last tag of this name marks. */
  close({ name, end }: Tag): void {
    const index = this.#open.findLastIndex((mark) => mark.name === name);
    const mark = this.#open[index];
    if (mark === undefined) return;
    this.#write(mark);
    this.#open.splice(index, 1);
    this.#writer.reach(end);
  }

  /** The line ends: what is open goes on in the next one. */
  breakLine(): void {
    for (const mark of this.#open) this.#write(mark);
    this.beginAt(0);
  }

  /** What is open begins here in this line. */
  beginAt(start: number): void {
    for (const mark of this.#open) mark.start = start;
  }

  #write({ kind, start, target }: OpenMark): void {
    if (kind === 'link') this.#writer.text?.mark({ kind, target }, start);
    else this.#writer.text?.mark({ kind }, start);
  }
}
