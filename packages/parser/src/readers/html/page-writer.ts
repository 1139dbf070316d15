import type { BlockMarkup } from '../../markup.js';
import { trimExtent } from '../../text/trim.js';
import type { Extent } from '../../tree.js';
import { InlineText } from '../inline-text.js';
import type { Points } from '../points.js';
import type { PageLine } from './page.js';

interface OpenLine {
  readonly start: number;
  readonly text: InlineText;
  readonly block: BlockMarkup;
  readonly element: number;
  readonly isAround: boolean;
}

interface Written extends Omit<OpenLine, 'text'> {
  readonly end: number;
  readonly text: InlineText | null;
}

/** Grows the lines of a page; what stands between them is markup. */
export class PageWriter {
  readonly #points: Points;
  readonly #written: Written[] = [];
  #open: OpenLine | null = null;
  readonly #extent: Extent;
  #end: number;

  constructor(points: Points, extent: Extent) {
    this.#points = points;
    this.#extent = extent;
    this.#end = extent.start;
  }

  /** What the open line reads as so far; null between lines. */
  get text(): InlineText | null {
    return this.#open?.text ?? null;
  }

  /** Where what was written ends. */
  get end(): number {
    return this.#end;
  }

  open(line: Omit<OpenLine, 'text'>): InlineText {
    const text = new InlineText(this.#points);
    this.#open = { ...line, start: Math.max(this.#end, line.start), text };
    return text;
  }

  /** Takes everything up to `offset` into the open line. */
  reach(offset: number): void {
    if (this.#open !== null) this.#end = Math.max(this.#end, offset);
  }

  close(): void {
    if (this.#open !== null && this.#end > this.#open.start) this.#written.push({ ...this.#open, end: this.#end });
    this.#open = null;
  }

  addComment(block: number, start: number, end: number, element: number, isAround: boolean): void {
    this.#written.push({ start, end, text: null, block: { kind: 'comment', block }, element, isAround });
    this.#end = end;
  }

  /** All lines, to the end of the page. What stands between two belongs where the one before does. */
  finish(): PageLine[] {
    const lines: PageLine[] = [];
    let at = this.#extent.start;
    for (const written of this.#written) {
      if (written.start > at)
        lines.push(this.#lineOf({ ...written, start: at, end: written.start, text: null, block: between }));
      lines.push(this.#lineOf(written));
      at = written.end;
    }
    const last = lines.at(-1);
    const { end } = this.#extent;
    if (end > at)
      lines.push(
        this.#lineOf({
          start: at,
          end,
          text: null,
          block: between,
          element: last?.element ?? 0,
          isAround: last?.isAround ?? false,
        }),
      );
    return lines;
  }

  #lineOf({ start, end, text, block, element, isAround }: Written): PageLine {
    const value = this.#points.document.slice(start, end);
    const inline = (text ?? new InlineText(this.#points)).finish();
    const isWordless = block.kind !== 'comment' && isBlank(inline.text);
    const kind = isWordless ? (isBlank(value) ? 'blank' : 'markup') : block.kind;
    const position = this.#points.position(start, end);
    return { line: { value, position, inline, block: { ...block, kind } }, element, isAround };
  }
}

const between: BlockMarkup = { kind: 'markup', block: 0 };

function isBlank(text: string): boolean {
  const { start, end } = trimExtent(text);
  return start === end;
}
