import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { BlockKind, BlockMarkup, ListPlace } from '../../markup.js';
import type { Extent } from '../../tree.js';
import type { InlineText } from '../inline-text.js';
import type { Points } from '../points.js';
import type { LineSetting } from '../reader.js';
import { continuesLine } from './continues-line.js';
import type { Found } from './found.js';
import { readHtmlBlock } from './html-block.js';
import { htmlTextKind } from './html-text.js';
import type { Quote } from './include-tag.js';
import type { LineWriter } from './line-writer.js';
import type { MarkupToken } from './plain/markup-event.js';

interface OpenList {
  readonly isOrdered: boolean;
  ordinal: number | null;
  /** The item whose first line is still to come begins here. */
  opening: { readonly start: number; readonly end: number } | null;
}

interface OpenMark {
  readonly kind: 'emphasis' | 'strong' | 'code' | 'link' | 'image';
  readonly target: { url: string | null; title: string | null };
  /** Index in the text of the open line. */
  start: number;
  /** Of a link: its words, or its second pair of brackets, as written; null where it names its target itself. */
  label: string | null;
  /** Of an image: the words that stand in for it. */
  alt: string;
}

/** The way through one piece: what is open now. The handlers of tokens act on it. */
export class Walk {
  readonly #lists: OpenList[] = [];
  readonly #marks: OpenMark[] = [];
  #string: string | null = null;
  #pendingBreaks = 0;
  #isHardBreak = false;
  #html: Extent[] = [];
  quotes = 0;
  isCode = false;
  /** What was collected of a definition or a fence so far. */
  readonly parts = new Map<string, string>();

  readonly points: Points;
  readonly writer: LineWriter;
  readonly found: Found;
  readonly #base: number;
  readonly #setting: LineSetting;
  readonly #quote: Quote | null;

  /**
   * @param base Offset of the piece in the document.
   * @param quote What stands around the piece, where it is a quoted argument of a tag.
   */
  constructor(
    points: Points,
    base: number,
    writer: LineWriter,
    setting: LineSetting,
    found: Found,
    quote: Quote | null = null,
  ) {
    this.points = points;
    this.writer = writer;
    this.found = found;
    this.#base = base;
    this.#setting = setting;
    this.#quote = quote;
  }

  start(token: MarkupToken): number {
    return this.#base + token.start.offset;
  }

  end(token: MarkupToken): number {
    return this.#base + token.end.offset;
  }

  source(token: MarkupToken): string {
    return this.points.document.slice(this.start(token), this.end(token));
  }

  openList(isOrdered: boolean): void {
    this.#lists.push({ isOrdered, ordinal: null, opening: null });
  }

  closeList(): void {
    this.#lists.pop();
  }

  openItem(token: MarkupToken): void {
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    list.ordinal = list.isOrdered ? Number(/\d+/.exec(this.source(token))?.[0]) : null;
    list.opening = { start: this.start(token), end: this.end(token) };
  }

  openBlock(kind: BlockKind, token: MarkupToken, more: Partial<BlockMarkup> = {}): void {
    const place = this.#listPlace();
    const opening = this.#lists.at(-1)?.opening ?? null;
    for (const list of this.#lists) list.opening = null;
    // A number may stand on a line of its own: it is part of the line that its words make.
    const numbered = opening !== null && place.list !== undefined && place.list.label > 0 ? opening : null;
    const text = this.writer.open(
      { kind, ...more, ...place, ...this.#quotePlace() },
      numbered?.start ?? this.start(token),
    );
    if (numbered !== null) text.addFor(`${place.list?.ordinal}. `, numbered.start, numbered.end);
    this.#pendingBreaks = 0;
  }

  closeBlock(token: MarkupToken, more: Partial<BlockMarkup> = {}): void {
    this.writer.close(this.end(token), more);
    this.#marks.length = 0;
  }

  addAside(kind: BlockKind, token: MarkupToken): void {
    for (const list of this.#lists) list.opening = null;
    this.writer.add({ kind }, this.start(token), this.end(token));
  }

  beginHtml(): void {
    this.#html = [];
  }

  addHtml(token: MarkupToken): void {
    this.#html.push({ start: this.start(token), end: this.end(token) });
  }

  /** Adds the lines of a block of HTML. */
  endHtml(token: MarkupToken): void {
    const block = { start: this.writer.lineStart(this.start(token)), end: this.writer.lineEnd(this.end(token)) };
    const { list } = this.#listPlace();
    for (const open of this.#lists) open.opening = null;
    const place = { ...(list === undefined ? {} : { list: { ...list, label: 0 } }), ...this.#quotePlace() };
    const { lines, unclosed } = readHtmlBlock(this.points, block, this.#html, this.#setting);
    this.found.unclosed.push(...unclosed);
    this.writer.addLines(lines, place);
  }

  /** Adds code within a line. */
  addCodeWords(token: MarkupToken): void {
    if (this.#string !== null || this.#quote === null) this.addWords(token);
    else this.#addQuoted(token, this.#quote);
  }

  /** Adds words as they stand in the document. Tags of a template language among them are none. */
  addWords(token: MarkupToken): void {
    if (this.#string !== null) this.#string += this.source(token);
    else if (this.writer.text !== null) addWithoutTemplates(this.writer.text, this.source(token), this.start(token));
  }

  addReferenceTo(token: MarkupToken): void {
    const decoded = decodeReference(this.source(token));
    if (this.#string !== null) this.#string += decoded;
    else this.writer.text?.addFor(decoded, this.start(token), this.end(token));
  }

  /** Parts a cell of a table from the one before. */
  addCellBorder(token: MarkupToken): void {
    const { text } = this.writer;
    if (text !== null && text.length > 0) text.addFor(' | ', this.start(token), this.start(token));
  }

  addCode(token: MarkupToken): void {
    if (this.#isTag(token)) return;
    const { text } = this.writer;
    if (text !== null && text.length > 0)
      text.addFor('\n'.repeat(this.#pendingBreaks), this.start(token), this.start(token));
    this.#pendingBreaks = 0;
    if (this.#quote !== null) this.#addQuoted(token, this.#quote);
    else text?.addPrinted(this.start(token), this.end(token));
  }

  // A tag is so many blanks to Markdown, and behind indented code they would be more of it.
  #isTag(token: MarkupToken): boolean {
    if (this.#quote !== null) return false;
    const start = this.start(token);
    return !this.points.document.startsWith(this.found.masked.slice(start, this.end(token)), start);
  }

  // In words the backslash before a quote is one of Markdown too; in code it would be a character.
  #addQuoted(token: MarkupToken, quote: Quote): void {
    this.writer.text?.addUnescaped(this.start(token), this.end(token), quote === "'" ? /\\'/g : /\\"/g);
  }

  addTag(token: MarkupToken): void {
    const source = this.source(token);
    const kind = htmlTextKind(source);
    if (kind === 'break' && this.#setting === 'printed') this.#cut(this.end(token));
    else if (kind === 'break')
      this.writer.text?.addFor(this.writer.isHeading ? ' ' : '\n', this.start(token), this.end(token));
    else if (kind === 'words' && !/[\r\n]/.test(source)) this.addWords(token);
  }

  lineEnding(token: MarkupToken): void {
    const { text } = this.writer;
    if (this.#string !== null) this.#string += '\n';
    else if (text === null) return;
    else if (this.#setting === 'printed' && !this.#goesOn(text, this.end(token))) this.#cut(this.end(token));
    else text.addFor(this.#isHardBreak ? '\n' : ' ', this.start(token), this.end(token));
    this.#isHardBreak = false;
  }

  #goesOn(text: InlineText, next: number): boolean {
    if (this.#isHardBreak) return false;
    const below = this.points.document.slice(next, Math.min(this.writer.lineEnd(next + 1), next + 200));
    return continuesLine(text.end(60), this.quotes === 0 ? below : below.replace(/^[\s>]+/, ''));
  }

  codeLineEnding(token: MarkupToken): void {
    if (this.#setting === 'printed') this.#cut(this.end(token));
    else this.#pendingBreaks++;
  }

  hardBreak(): void {
    this.#isHardBreak = true;
  }

  beginString(): void {
    this.#string = '';
  }

  endString(): string {
    const string = this.#string ?? '';
    this.#string = null;
    return string;
  }

  openMark(kind: OpenMark['kind']): void {
    const start = this.writer.text?.length ?? 0;
    this.#marks.push({ kind, target: { url: null, title: null }, start, label: '', alt: '' });
  }

  /** The innermost link or image that is open. */
  get openLink(): OpenMark | undefined {
    return this.#marks.findLast(({ kind }) => kind === 'link' || kind === 'image');
  }

  closeMark(token: MarkupToken): void {
    const mark = this.#marks.pop();
    if (mark === undefined) return;
    this.#write(mark);
    if (mark.label === null || (mark.kind !== 'link' && mark.kind !== 'image')) return;
    this.found.references.push({
      label: normalizeIdentifier(mark.label),
      printed: mark.label,
      start: this.start(token),
      end: this.end(token),
      target: mark.target,
    });
  }

  closeImage(token: MarkupToken): void {
    const mark = this.openLink;
    if (mark !== undefined) this.writer.text?.addImage(mark.target, mark.alt);
    this.closeMark(token);
  }

  #write({ kind, start, target }: OpenMark): void {
    if (kind === 'link') this.writer.text?.mark({ kind, target }, start);
    else if (kind !== 'image') this.writer.text?.mark({ kind }, start);
  }

  #cut(offset: number): void {
    for (const mark of this.#marks) {
      this.#write(mark);
      mark.start = 0;
    }
    this.writer.cut(offset);
  }

  #listPlace(): { list?: ListPlace } {
    const list = this.#lists.at(-1);
    if (list === undefined) return {};
    const opens = this.#lists.some(({ opening }) => opening !== null);
    const hasLabel = this.#setting === 'printed' && list.opening !== null && list.ordinal !== null;
    const label = hasLabel ? `${list.ordinal}. `.length : 0;
    return { list: { depth: this.#lists.length, ordinal: list.ordinal, opens, label } };
  }

  #quotePlace(): { quotes?: number } {
    return this.quotes === 0 ? {} : { quotes: this.quotes };
  }
}

const inlineTemplate = /\{\{[^{}]{0,400}\}\}|\{%[^%{}]{0,400}%\}/g;

function addWithoutTemplates(text: InlineText, source: string, start: number): void {
  let at = 0;
  for (const tag of source.matchAll(inlineTemplate)) {
    text.addPrinted(start + at, start + tag.index);
    at = tag.index + tag[0].length;
  }
  text.addPrinted(start + at, start + source.length);
}

function decodeReference(source: string): string {
  const numeric = /^&#(?<hex>[xX])?(?<digits>[0-9A-Fa-f]+);$/.exec(source)?.groups;
  if (numeric?.['digits'] !== undefined)
    return decodeNumericCharacterReference(numeric['digits'], numeric['hex'] === undefined ? 10 : 16);
  const named = decodeNamedCharacterReference(source.slice(1, -1));
  return named === false ? source : named;
}
