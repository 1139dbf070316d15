import type { Inline, InlineMark, LinkTarget, Segment } from '../markup.js';
import type { Points } from './points.js';

type MarkStart =
  | { readonly kind: 'emphasis' | 'strong' | 'code' }
  | { readonly kind: 'link'; readonly target: LinkTarget };

/** Says where a word may be parted at the end of a line. Nobody reads it, and words that are looked for have none. */
export const softHyphen = '\u00ad';

/** Collects what a reader sees of one line, and where in the document it stands. */
export class InlineText {
  readonly #points: Points;
  readonly #segments: Segment[] = [];
  readonly #marks: InlineMark[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #endsPrinted = false;

  constructor(points: Points) {
    this.#points = points;
  }

  get length(): number {
    return this.#length;
  }

  /** The last `length` code units, or fewer. */
  end(length: number): string {
    let end = '';
    for (let at = this.#parts.length - 1; at >= 0 && end.length < length; at--) end = (this.#parts[at] ?? '') + end;
    return end.slice(-length);
  }

  /** Adds characters of the document as they stand there, but for soft hyphens. They hold no line ending. */
  addPrinted(start: number, end: number): void {
    if (end <= start) return;
    let at = start;
    for (const run of this.#points.document.slice(start, end).split(softHyphen)) {
      if (run !== '') this.#addRun(run, at, at + run.length);
      at += run.length + softHyphen.length;
    }
  }

  #addRun(printed: string, start: number, end: number): void {
    this.#parts.push(printed);
    const last = this.#segments.at(-1);
    if (last !== undefined && this.#endsPrinted && last.to === start)
      this.#segments[this.#segments.length - 1] = { ...last, end: last.end + end - start, to: end };
    else this.#addSegment(end - start, start, end);
    this.#length += end - start;
    this.#endsPrinted = true;
  }

  /** Adds characters of the document where two of them, a mark and the character that it keeps from being read as markup, stand for the second. */
  addUnescaped(start: number, end: number, escaped: RegExp): void {
    let at = start;
    for (const { 0: printed, index } of this.#points.document.slice(start, end).matchAll(escaped)) {
      this.addPrinted(at, start + index);
      at = start + index + printed.length;
      this.addFor(printed.charAt(1), start + index, at);
    }
    this.addPrinted(at, end);
  }

  /** Adds characters that stand for a run of the document: '&' for `&amp;`. */
  addFor(text: string, start: number, end: number): void {
    if (text === '' || text === softHyphen) return;
    this.#parts.push(text);
    this.#addSegment(text.length, start, end);
    this.#length += text.length;
    this.#endsPrinted = false;
  }

  /** Sets off what was added since `start`; nothing where that is nothing. */
  mark(mark: MarkStart, start: number): void {
    if (start < this.#length) this.#marks.push({ ...mark, start, end: this.#length });
  }

  addImage(target: LinkTarget, alt: string): void {
    this.#marks.push({ kind: 'image', start: this.#length, end: this.#length, target, alt });
  }

  finish(): Inline {
    // An inner mark is closed before the outer one.
    const marks = this.#marks.toReversed().sort((a, b) => a.start - b.start || b.end - a.end);
    return { text: this.#parts.join(''), segments: this.#segments, marks };
  }

  #addSegment(length: number, start: number, end: number): void {
    const from = this.#points.at(start);
    this.#segments.push({ start: this.#length, end: this.#length + length, from, to: end });
  }
}
