import { type Line, readLines } from '../../lines.js';
import type { BlockMarkup } from '../../markup.js';
import { trimExtent } from '../../text/trim.js';
import type { Extent } from '../../tree.js';
import { InlineText } from '../inline-text.js';
import type { Points } from '../points.js';

interface Written {
  readonly start: number;
  readonly end: number;
  readonly text: InlineText | null;
  readonly block: BlockMarkup;
  /** The lines that it is made of, where they are made already. */
  readonly lines?: readonly Line[];
}

/** Grows the lines of a Markdown document, or of a part of one, from its first block to its last, and fills in what stands between them. */
export class LineWriter {
  readonly #points: Points;
  readonly #bounds: Extent;
  readonly #written: Written[] = [];
  #open: { start: number; text: InlineText; block: BlockMarkup } | null = null;
  #blocks = 0;

  /** @param bounds The part, which may begin and end within a physical line; else all of the document. */
  constructor(points: Points, bounds: Extent = { start: 0, end: points.document.length }) {
    this.#points = points;
    this.#bounds = bounds;
  }

  /** What the open line reads as so far; null between blocks. */
  get text(): InlineText | null {
    return this.#open?.text ?? null;
  }

  /** Whether the open line is a heading. */
  get isHeading(): boolean {
    return this.#open?.block.kind === 'heading';
  }

  /** Opens a block that holds words, from the start of the physical line that `offset` is on. */
  open(block: Omit<BlockMarkup, 'block'>, offset: number): InlineText {
    const start = Math.max(this.#end, this.lineStart(offset));
    const text = new InlineText(this.#points);
    this.#open = { start, text, block: { ...block, block: ++this.#blocks } };
    return text;
  }

  /** Ends the open line at `offset` and goes on with another of the same block. */
  cut(offset: number): void {
    if (this.#open === null || offset <= this.#open.start) return;
    const { list, ...block } = this.#open.block;
    this.#written.push({ ...this.#open, end: offset });
    const inside = list === undefined ? {} : { list: { ...list, opens: false, label: 0 } };
    this.#open = { start: offset, text: new InlineText(this.#points), block: { ...block, ...inside } };
  }

  /** Ends the open block behind the physical line on which the character before `offset` stands. */
  close(offset: number, more: Partial<BlockMarkup> = {}): void {
    if (this.#open === null) return;
    const { start, text, block } = this.#open;
    this.#open = null;
    const end = this.lineEnd(offset);
    if (end > start) this.#written.push({ start, end, text, block: { ...block, ...more } });
  }

  /** Takes all physical lines from one offset to another as one block without words, or with those of `text`. */
  add(block: Omit<BlockMarkup, 'block'>, from: number, to: number, text: InlineText | null = null): void {
    const start = this.lineStart(from);
    const end = this.lineEnd(to);
    if (end > start) this.#written.push({ start, end, text, block: { ...block, block: ++this.#blocks } });
  }

  /** Takes lines as they are, which follow each other without a gap; their blocks get numbers of this document. */
  addLines(lines: readonly Line[], place: Partial<BlockMarkup>): void {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return;
    let { list, turn } = place;
    const own = lines.map((line): Line => {
      const { kind, block } = line.block ?? between;
      const hasWords = !asides.has(kind);
      const opened = { ...(list === undefined ? {} : { list }), ...(turn === undefined ? {} : { turn }) };
      const around = hasWords ? { ...place, ...opened } : {};
      if (hasWords && list !== undefined) list = { ...list, opens: false };
      if (hasWords && turn !== undefined) turn = { ...turn, opens: false };
      return { ...line, block: { ...around, ...line.block, kind, block: this.#blocks + block + 1 } };
    });
    for (const { block } of own) this.#blocks = Math.max(this.#blocks, block?.block ?? 0);
    const [start, end] = [first.position.start.offset, last.position.end.offset];
    this.#written.push({ start, end, text: null, block: between, lines: own });
  }

  /** All lines, to the end of the document or part. */
  finish(): Line[] {
    const lines: Line[] = [];
    let at = this.#bounds.start;
    for (const written of this.#written.toSorted((a, b) => a.start - b.start)) {
      // Code may go over a tag of a template language, or over its first lines: then those are part of it.
      if (written.end <= at) continue;
      const start = Math.max(at, written.start);
      for (const line of this.#between(at, start)) lines.push(line);
      if (written.lines === undefined || start > written.start) lines.push(this.#lineOf({ ...written, start }));
      else for (const line of written.lines) lines.push(line);
      at = written.end;
    }
    for (const line of this.#between(at, this.#bounds.end)) lines.push(line);
    return lines;
  }

  get #end(): number {
    return this.#written.at(-1)?.end ?? 0;
  }

  #lineOf({ start, end, text, block }: Written): Line {
    const inline = (text ?? new InlineText(this.#points)).finish();
    const value = this.#points.document.slice(start, end);
    const empty = isBlank(value) ? 'blank' : 'markup';
    const kind = text !== null && isBlank(inline.text) ? empty : block.kind;
    return { value, position: this.#points.position(start, end), inline, block: { ...block, kind } };
  }

  /** Physical lines that no block claims: blank, or made of markup alone. */
  #between(from: number, to: number): Line[] {
    const empty = new InlineText(this.#points).finish();
    return readLines(this.#points.document.slice(from, to)).map(({ value, position: { start, end } }) => ({
      value,
      position: this.#points.position(from + start.offset, from + end.offset),
      inline: empty,
      block: { kind: isBlank(value) ? 'blank' : 'markup', block: ++this.#blocks },
    }));
  }

  /** Where the physical line begins that `offset` is on, or what of it is in the part. */
  lineStart(offset: number): number {
    return Math.max(this.#bounds.start, this.#points.startOf(this.#points.lineAt(offset)));
  }

  /** Where the physical line ends on which the character before `offset` stands, or what of it is in the part. */
  lineEnd(offset: number): number {
    if (offset === 0) return 0;
    return Math.min(this.#bounds.end, this.#points.startOf(this.#points.lineAt(offset - 1) + 1));
  }
}

const between: BlockMarkup = { kind: 'markup', block: 0 };

const asides: ReadonlySet<BlockMarkup['kind']> = new Set(['markup', 'blank', 'comment', 'definition', 'template']);

function isBlank(text: string): boolean {
  const { start, end } = trimExtent(text);
  return start === end;
}
