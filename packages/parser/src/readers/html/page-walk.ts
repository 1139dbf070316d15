import { decodeHTML } from 'entities/decode';
import type { BlockMarkup, ListPlace } from '../../markup.js';
import type { Points } from '../points.js';
import type { LineSetting } from '../reader.js';
import { blockElements, voidElements } from './elements.js';
import { OpenElements } from './open-elements.js';
import { OpenMarks } from './open-marks.js';
import type { Page } from './page.js';
import { PageWriter } from './page-writer.js';
import type { HtmlToken, Tag } from './tokenize.js';

interface OpenList {
  readonly isOrdered: boolean;
  next: number;
  ordinal: number | null;
  /** The tag of the item whose first line is still to come. */
  opening: Tag | null;
}

/** The way through one page: what is open now. */
export class PageWalk {
  readonly #setting: LineSetting;
  readonly #source: string;
  readonly #begin: number;
  readonly #writer: PageWriter;
  readonly #marks: OpenMarks;
  readonly #open = new OpenElements();
  readonly #lists: OpenList[] = [];
  /** What parts the next word from the one before, once there is one. */
  #space: { readonly text: string; readonly start: number; readonly end: number } | null = null;
  /** Where the inline tags began that stand before a line's first word. */
  #before: number | null = null;
  #blocks = 1;
  #level: number | null = null;
  #quotes = 0;

  /** @param source What of the document is the page; as long as the document, or as the part of it that begins at `start`. */
  constructor(points: Points, setting: LineSetting, source = points.document, start = 0) {
    this.#setting = setting;
    this.#source = source;
    this.#begin = start;
    this.#writer = new PageWriter(points, { start, end: start + source.length });
    this.#marks = new OpenMarks(this.#writer);
  }

  take(token: HtmlToken): void {
    switch (token.kind) {
      case 'start':
        this.#start(token);
        break;
      case 'end':
        this.#end(token);
        break;
      case 'text':
        this.#text(token.start, token.end);
        break;
      case 'comment':
        this.#comment(token.start, token.end);
        break;
      default:
        token satisfies never;
    }
  }

  finish(): Page {
    this.#breakLine();
    return { lines: this.#writer.finish(), elements: this.#open.all };
  }

  #start(tag: Tag): void {
    const { name } = tag;
    if (blockElements.has(name)) this.#startBlock(name);
    else if (name === 'td' || name === 'th') this.#startCell(tag);
    else this.#startInline(tag);
    if (voidElements.has(name)) return;
    this.#open.push(tag);
    if (name === 'ul' || name === 'ol' || name === 'menu') this.#openList(tag);
    if (name === 'li') this.#openItem(tag);
    if (/^h[1-6]$/.test(name)) this.#level = Number(name.charAt(1));
    if (name === 'blockquote') this.#quotes++;
  }

  #startBlock(name: string): void {
    this.#breakBlock();
    this.#closeImplied(name);
    if (this.#open.top.name === 'p') this.#pop();
  }

  #startCell(tag: Tag): void {
    this.#closeImplied(tag.name);
    if (this.#writer.text !== null) this.#space = { text: ' | ', start: tag.start, end: tag.end };
  }

  #startInline(tag: Tag): void {
    if (this.#open.top.isHidden) return;
    if (this.#writer.text === null) this.#before ??= tag.start;
    if (tag.name === 'br') this.#lineBreak(tag);
    else if (tag.name === 'img') this.#image(tag);
    else this.#openMark(tag);
  }

  #lineBreak(tag: Tag): void {
    this.#writer.reach(tag.end);
    const { text } = this.#writer;
    if (this.#setting === 'printed' || text === null) this.#breakLine();
    else text.addFor('\n', tag.start, tag.end);
    this.#space = null;
  }

  #image({ attributes, end }: Tag): void {
    this.#flushSpace();
    this.#writer.reach(end);
    const target = { url: attributes.get('src') ?? null, title: attributes.get('title') ?? null };
    this.#writer.text?.addImage(target, attributes.get('alt') ?? '');
  }

  #openMark(tag: Tag): void {
    const length = this.#writer.text?.length ?? 0;
    // A blank that waits for the next word stands before the mark.
    this.#marks.open(tag, this.#space !== null && length > 0 ? length + this.#space.text.length : length);
  }

  #end(tag: Tag): void {
    const { name } = tag;
    if (blockElements.has(name)) this.#breakBlock();
    else this.#marks.close(tag);
    if (!this.#open.has(name)) return;
    if (!blockElements.has(name) && !this.#open.isInnermost(name)) return;
    while (this.#pop() !== name);
  }

  #pop(): string | undefined {
    const name = this.#open.pop();
    if (name === undefined) return undefined;
    if (name === 'ul' || name === 'ol' || name === 'menu') this.#lists.pop();
    if (/^h[1-6]$/.test(name)) this.#level = null;
    if (name === 'blockquote') this.#quotes--;
    return name;
  }

  #closeImplied(name: string): void {
    for (let left = this.#open.countImplied(name); left > 0; left--) this.#pop();
  }

  #openList({ name, attributes }: Tag): void {
    const start = Number.parseInt(attributes.get('start') ?? '1', 10);
    this.#lists.push({ isOrdered: name === 'ol', next: asOrdinal(start) ?? 1, ordinal: null, opening: null });
  }

  #openItem(tag: Tag): void {
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    const value = asOrdinal(Number.parseInt(tag.attributes.get('value') ?? '', 10)) ?? list.next;
    list.next = value + 1;
    list.ordinal = list.isOrdered ? value : null;
    list.opening = tag;
  }

  #comment(start: number, end: number): void {
    if (this.#writer.text !== null || start < this.#writer.end) return;
    this.#before = null;
    this.#writer.addComment(++this.#blocks, start, end, this.#open.top.element, this.#open.top.isAround);
  }

  #text(start: number, end: number): void {
    if (this.#open.top.isHidden) return;
    const source = this.#source.slice(start - this.#begin, end - this.#begin);
    for (const { 0: part, index } of source.matchAll(parts)) {
      const from = start + index;
      if (blank.test(part)) this.#addSpace(part, from);
      else this.#addWords(part, from);
    }
  }

  #addSpace(part: string, start: number): void {
    if (!this.#open.top.isPreformatted) {
      this.#space ??= { text: ' ', start, end: start + part.length };
      return;
    }
    this.#flushSpace();
    for (const { 0: piece, index } of part.matchAll(/\r\n|[\r\n]|[^\r\n]+/g)) {
      const from = start + index;
      this.#writer.reach(from + piece.length);
      if (!/[\r\n]/.test(piece)) this.#writer.text?.addPrinted(from, from + piece.length);
      else if (this.#setting === 'printed') this.#breakLine();
      else this.#writer.text?.addFor('\n', from, from + piece.length);
    }
  }

  #addWords(part: string, start: number): void {
    const text = this.#writer.text ?? this.#openLine(start);
    this.#flushSpace();
    const end = start + part.length;
    const decoded = part.startsWith('&') ? decodeHTML(part) : part;
    if (decoded === part) text.addPrinted(start, end);
    else text.addFor(decoded, start, end);
    this.#writer.reach(end);
  }

  #flushSpace(): void {
    const { text } = this.#writer;
    if (this.#space !== null && text !== null && text.length > 0) {
      text.addFor(this.#space.text, this.#space.start, this.#space.end);
    }
    this.#space = null;
  }

  #openLine(start: number): ReturnType<PageWriter['open']> {
    const list = this.#listPlace();
    const opening = this.#lists.at(-1)?.opening ?? null;
    this.#clearOpenings();
    const hasLabel = opening !== null && list !== undefined && list.label > 0;
    const { element, isAround } = this.#open.top;
    const from = hasLabel ? opening.start : (this.#before ?? start);
    const text = this.#writer.open({ start: from, block: this.#blockOf(list), element, isAround });
    if (hasLabel) text.addFor(`${list.ordinal}. `, opening.start, opening.end);
    this.#marks.beginAt(text.length);
    this.#space = null;
    this.#before = null;
    return text;
  }

  // From the innermost outwards; each is set once and cleared once, so that deep lists cost no more than flat ones.
  #clearOpenings(): void {
    for (let at = this.#lists.length - 1; at >= 0; at--) {
      const list = this.#lists[at];
      if (list === undefined || list.opening === null) return;
      list.opening = null;
    }
  }

  #blockOf(list: ListPlace | undefined): BlockMarkup {
    const kind = this.#level !== null ? 'heading' : this.#open.top.isPreformatted ? 'code' : 'paragraph';
    return {
      kind,
      block: this.#blocks,
      ...(this.#level === null ? {} : { level: this.#level }),
      ...(list === undefined ? {} : { list }),
      ...(this.#quotes === 0 ? {} : { quotes: this.#quotes }),
    };
  }

  #listPlace(): ListPlace | undefined {
    const list = this.#lists.at(-1);
    if (list === undefined) return undefined;
    const { ordinal, opening } = list;
    const label = this.#setting === 'printed' && opening !== null && ordinal !== null ? `${ordinal}. `.length : 0;
    return { depth: this.#lists.length, ordinal, opens: opening !== null, label };
  }

  #breakBlock(): void {
    this.#breakLine();
    this.#blocks++;
  }

  #breakLine(): void {
    this.#marks.breakLine();
    this.#writer.close();
    this.#space = null;
    this.#before = null;
  }
}

const blank = /^[ \t\n\f\r]/;
const parts = /[ \t\n\f\r]+|&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{0,32};?)|[^ \t\n\f\r&]+|&/g;

function asOrdinal(value: number): number | null {
  return Number.isSafeInteger(value) && value >= 0 && value < 1_000_000_000 ? value : null;
}
