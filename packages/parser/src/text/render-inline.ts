import { findAddresses } from './addresses.js';
import type { Mark } from './marks.js';
import type { Block } from './render.js';

/** How one form writes what stands in a line. */
export interface InlineForm {
  /** Words outside of code. */
  readonly words: (text: string) => string;
  /** An address in the words that no link of the markup covers. */
  readonly address: (url: string, printed: string) => string;
  readonly code: (text: string) => string;
  readonly image: (mark: Extract<Mark, { kind: 'image' }>) => string;
  readonly open: (mark: Mark) => string;
  readonly close: (mark: Mark) => string;
}

/** Writes a text with its marks. Iterative: nested marks cost no call stack. */
export function renderInline(text: string, marks: readonly Mark[], form: InlineForm): string {
  const writer = new InlineWriter(text, form);
  for (const mark of marks) writer.add(mark);
  return writer.finish();
}

/** The text of a block without the number of its list item, which each form writes in its own way. */
export function withoutLabel({ text, marks = [], list }: Pick<Block, 'text' | 'marks' | 'list'>) {
  const label = list?.opens === true ? list.label : 0;
  if (label === 0) return { text, marks };
  const kept = marks.filter(({ end }) => end >= label);
  const shifted = kept.map((mark) => ({ ...mark, start: Math.max(0, mark.start - label), end: mark.end - label }));
  return { text: text.slice(label), marks: shifted };
}

class InlineWriter {
  readonly #text: string;
  readonly #form: InlineForm;
  readonly #open: Mark[] = [];
  readonly #done: string[] = [];
  #at = 0;

  constructor(text: string, form: InlineForm) {
    this.#text = text;
    this.#form = form;
  }

  add(mark: Mark): void {
    this.#closeUntil(mark.start);
    this.#write(mark.start);
    if (mark.kind === 'image') this.#done.push(this.#form.image(mark));
    else if (mark.kind === 'code') {
      this.#done.push(this.#form.code(this.#text.slice(this.#at, mark.end)));
      this.#at = Math.max(this.#at, mark.end);
    } else if (mark.kind !== 'link' || !this.#isInLink()) {
      // A mark that outlasts the one around it ends with it.
      const end = Math.min(mark.end, this.#open.at(-1)?.end ?? mark.end);
      this.#open.push({ ...mark, end });
      this.#done.push(this.#form.open(mark));
    }
  }

  finish(): string {
    this.#closeUntil(Number.POSITIVE_INFINITY);
    this.#write(this.#text.length);
    return this.#done.join('');
  }

  #closeUntil(index: number): void {
    for (let mark = this.#open.at(-1); mark !== undefined && mark.end <= index; mark = this.#open.at(-1)) {
      this.#write(mark.end);
      this.#open.pop();
      this.#done.push(this.#form.close(mark));
    }
  }

  #write(to: number): void {
    if (to <= this.#at) return;
    const text = this.#text.slice(this.#at, to);
    this.#at = to;
    this.#done.push(this.#isInLink() ? this.#form.words(text) : this.#withAddresses(text));
  }

  #withAddresses(text: string): string {
    let done = '';
    let at = 0;
    for (const { url, start, end } of findAddresses(text)) {
      done += this.#form.words(text.slice(at, start)) + this.#form.address(url, text.slice(start, end));
      at = end;
    }
    return done + this.#form.words(text.slice(at));
  }

  #isInLink(): boolean {
    return this.#open.some(({ kind }) => kind === 'link');
  }
}
