import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { EventList } from './event-list.js';

/** Tells whether a normalised label leads somewhere. */
export type IsDefined = (label: string) => boolean;

/** The text of one block. */
interface PlainText {
  readonly piece: string;
  readonly start: number;
  readonly end: number;
  /** Blanks before each of its lines that belong to the list around it. */
  readonly indent: number;
}

/**
 * Adds the events of a block's text: words, code, emphasis, links that name their address or a label, addresses in angle brackets.
 *
 * ```text
 * Lamps *come* to [the `quay`](https://quay.example), as [said before][said]
 *       ^^^^^^    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * Returns false where there is anything else in it, or anything that may be read in another way; then what was added is of no use.
 */
export function addPlainText(text: PlainText, isDefined: IsDefined, events: EventList): boolean {
  return new TextScan(text, isDefined, events).add(text.start, text.end, false);
}

const words = /[^\\`*_[<&!{\n]+/y;
const codeSpan = /`([^`{\n]+(?:\n[^`{\n]+)*)`(?!`)/y;
const resource = /\(((?:[^\s()<>\\&]|&(?![#\w]{1,40};)){1,1000})\)/y;
const fullLabel = /\[([^[\]\\{]{1,999})\]/y;
const reference = /&[#\w]{1,40};/y;
const address = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>{]*)>/iy;

interface Delimiter {
  readonly run: string;
  /** Index in the list of events at which its own is to stand. */
  readonly at: number;
  readonly start: number;
}

/** One way through the text of a block. */
class TextScan {
  readonly #piece: string;
  readonly #text: PlainText;
  readonly #isDefined: IsDefined;
  readonly #events: EventList;

  constructor(text: PlainText, isDefined: IsDefined, events: EventList) {
    this.#piece = text.piece;
    this.#text = text;
    this.#isDefined = isDefined;
    this.#events = events;
  }

  /** Adds what stands between two offsets, which is a whole text, or the words of a link. */
  add(start: number, end: number, isInLink: boolean): boolean {
    const open: Delimiter[] = [];
    let at: number | null = start;
    while (at !== null && at < end) at = this.#step(at, end, open, isInLink);
    return at === end && open.length === 0;
  }

  /** Adds what begins at an offset; returns where it ends, null where it is not plain. */
  #step(at: number, end: number, open: Delimiter[], isInLink: boolean): number | null {
    switch (this.#piece.charAt(at)) {
      case '`':
        return this.#code(at, end);
      case '*':
      case '_':
        return this.#delimiter(at, end, open);
      case '[':
        return this.#bracket(at, end, isInLink);
      case '<':
        return isInLink ? null : this.#address(at);
      case '\n':
        return this.#lineEnding(at, end);
      case '&':
        return this.#match(reference, at) === null ? this.#words(at, at + 1) : null;
      case '!':
        return this.#piece.charAt(at + 1) === '[' ? null : this.#words(at, at + 1);
      case '{':
        return /[{%]/.test(this.#piece.charAt(at + 1)) ? null : this.#words(at, at + 1);
      case '\\':
        return this.#escape(at, end);
      default:
        return this.#words(at, Math.min(end, this.#match(words, at)?.end ?? at));
    }
  }

  /** Words; blanks before the end of a line are none. */
  #words(start: number, end: number): number {
    const isLast = end === this.#text.end;
    let to = end;
    if (isLast || this.#piece.charAt(end) === '\n') while (to > start && this.#piece.charAt(to - 1) === ' ') to--;
    this.#events.data(start, to);
    if (end - to >= 2 && !isLast) this.#events.enter('hardBreakTrailing', to, end);
    return end;
  }

  #escape(at: number, end: number): number | null {
    const next = this.#piece.charAt(at + 1);
    if (at + 1 >= end || next === '\n') return null;
    if (!/[!-/:-@[-`{-~]/.test(next)) return this.#words(at, at + 1);
    this.#events.enter('characterEscapeValue', at + 1, at + 2);
    return at + 2;
  }

  #lineEnding(at: number, end: number): number {
    this.#events.enter('lineEnding', at, at + 1);
    let next = at + 1;
    while (next < end && this.#piece.charAt(next) === ' ') next++;
    return next;
  }

  #code(at: number, end: number): number | null {
    const found = this.#match(codeSpan, at);
    if (found === null || found.end > end || /^\s|\s$/.test(found.value)) return null;
    this.#events.enter('codeText', at, found.end);
    let line = at + 1;
    for (const [index, words] of found.value.split('\n').entries()) {
      const blanks = index === 0 ? 0 : this.#text.indent;
      if (index > 0 && /^ */.exec(words)?.[0].length !== blanks) return null;
      if (index > 0) this.#events.enter('lineEnding', line - 1, line);
      this.#events.enter('codeTextData', line + blanks, line + words.length);
      line += words.length + 1;
    }
    this.#events.exit('codeText', at, found.end);
    return found.end;
  }

  #address(at: number): number | null {
    const found = this.#match(address, at);
    if (found === null) return null;
    this.#events.enter('autolink', at, found.end);
    this.#events.exit('autolinkProtocol', at + 1, found.end - 1);
    this.#events.exit('autolink', at, found.end);
    return found.end;
  }

  /** Words in brackets: a link where an address or a label that leads somewhere follows, or where they are such a label; else words. */
  #bracket(at: number, end: number, isInLink: boolean): number | null {
    const close = this.#closing(at, end);
    if (close === null) return null;
    const after = close + 1;
    const label = this.#piece.slice(at + 1, close);
    const next = this.#piece.charAt(after);
    const isDefined = /\S/.test(label) && this.#isDefined(normalizeIdentifier(label));
    if (next !== '(' && next !== '[' && !isDefined) return label.includes('\\') ? null : this.#words(at, at + 1);
    if (isInLink) return null;
    if (next === '(') return this.#resource(at, close);
    if (next !== '[') return this.#link(at, close, after, () => {});
    if (this.#piece.charAt(after + 1) === ']') return isDefined ? this.#link(at, close, after + 2, () => {}) : null;
    return this.#reference(at, close);
  }

  #resource(at: number, close: number): number | null {
    const found = this.#match(resource, close + 1);
    if (found === null) return null;
    return this.#link(at, close, found.end, () => {
      this.#events.enter('resource', close + 1, found.end);
      this.#events.string('resourceDestinationString', close + 2, found.end - 1);
      this.#events.exit('resource', close + 1, found.end);
    });
  }

  #reference(at: number, close: number): number | null {
    const found = this.#match(fullLabel, close + 1);
    if (found === null || !/\S/.test(found.value) || !this.#isDefined(normalizeIdentifier(found.value))) return null;
    return this.#link(at, close, found.end, () => this.#events.string('referenceString', close + 2, found.end - 1));
  }

  #link(at: number, close: number, end: number, target: () => void): number | null {
    if (end > this.#text.end) return null;
    this.#events.enter('link', at, end);
    if (!this.add(at + 1, close, true)) return null;
    this.#events.exit('labelText', at + 1, close);
    target();
    this.#events.exit('link', at, end);
    return end;
  }

  /** Where the bracket ends that begins at an offset; null where none does, or where that may be told in another way. */
  #closing(at: number, end: number): number | null {
    let depth = 0;
    for (let place = at; place < end; place++) {
      const character = this.#piece.charAt(place);
      if (character === '[') depth++;
      else if (character === ']') depth--;
      else if (character === '<') return null;
      else if (character === '\\') place++;
      else if (character === '`') {
        const code = this.#match(codeSpan, place);
        if (code === null) return null;
        place = code.end - 1;
      }
      if (depth === 0) return place;
    }
    return null;
  }

  /** One or two stars or underscores that begin emphasis, or end what as many began last; any number that are words. */
  #delimiter(at: number, end: number, open: Delimiter[]): number | null {
    const marker = this.#piece.charAt(at);
    let after = at;
    while (after < end && this.#piece.charAt(after) === marker) after++;
    const run = this.#piece.slice(at, after);
    const before = at === this.#text.start ? ' ' : this.#piece.charAt(at - 1);
    const next = after === this.#text.end ? ' ' : this.#piece.charAt(after);
    if (/[*_]/.test(before) || /[*_]/.test(next)) return null;
    const [opens, closes] = flanks(before, next);
    if (!opens && !closes) return this.#words(at, after);
    if (opens && closes && marker === '_') {
      return isPunctuation(before) || isPunctuation(next) ? null : this.#words(at, after);
    }
    const last = open.at(-1);
    if (run.length > 2 || (last !== undefined && last.start + run.length === at)) return null;
    if (closes && last?.run === run) {
      open.pop();
      this.#emphasise(last, after);
    } else if (opens && (!closes || !open.some((begun) => begun.run.startsWith(marker)))) {
      open.push({ run, at: this.#events.events.length, start: at });
    } else return null;
    return after;
  }

  #emphasise({ run, at, start }: Delimiter, end: number): void {
    const type = run.length === 2 ? 'strong' : 'emphasis';
    const token = { type, start: { offset: start }, end: { offset: end } } as const;
    this.#events.events.splice(at, 0, ['enter', token]);
    this.#events.exit(type, start, end);
  }

  #match(pattern: RegExp, at: number): { readonly value: string; readonly end: number } | null {
    pattern.lastIndex = at;
    const match = pattern.exec(this.#piece);
    return match === null ? null : { value: match[1] ?? match[0], end: at + match[0].length };
  }
}

/** Whether a run of stars or underscores may begin emphasis, and whether it may end it, by what stands around it. */
function flanks(before: string, after: string): readonly [opens: boolean, closes: boolean] {
  const opens = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const closes = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  return [opens, closes];
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
