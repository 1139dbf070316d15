import { EventList } from './event-list.js';
import type { MarkupEvent } from './markup-event.js';
import { addPlainText, type IsDefined } from './plain-text.js';

/**
 * The events of a piece of Markdown that is made of what nearly all newsletters are made of alone: headings with number signs, lists with
 * bullets, nested or not, paragraphs, and definitions. They are those that micromark gives, as far as the way through them asks for them, and
 * take a small part of the time. Null where anything else is in the piece, or anything that may be read in another way.
 *
 * ```text
 * ## Harbour news
 *
 * * [Ferries](https://quay.example/1) run again
 *     * told by the *harbour office*
 *
 * [quay]: https://quay.example
 * ```
 */
export function plainEvents(piece: string, isDefined: IsDefined): readonly MarkupEvent[] | null {
  if (/[\0\t\r\ufeff]/.test(piece)) return null;
  const blocks = new PlainBlocks(piece, isDefined);
  let start = 0;
  while (start < piece.length) {
    const ending = piece.indexOf('\n', start);
    const end = ending === -1 ? piece.length : ending;
    if (!blocks.add(start, end)) return null;
    start = end + 1;
  }
  return blocks.finish();
}

/** Lines that begin, or end, another block than those that are plain, or that may. */
const special =
  /^(?:>|<|`{3}|~{3}|\d{1,9}[.)](?: |$)|(?:[-*+])$|=+ *$|(?:- *){2,}$|(?:\* *){3,}$|(?:_ *){3,}$|[|:-][|: -]*$)/;
const heading = /^#{1,6} +(?! |#)/;
const bullet = /^[-*+]( {1,4})(?! )/;
const definition = /^\[([^[\]\\\n{]{1,999})\]: +((?:[^\s<>()\\&]|&(?![#\w]{1,40};))+)$/;

interface OpenItem {
  readonly marker: string;
  /** Column, from 0, at which what belongs to it begins. */
  readonly content: number;
}

interface OpenParagraph {
  readonly start: number;
  end: number;
  readonly indent: number;
}

/** What is open on the way through the lines of a piece. */
class PlainBlocks {
  readonly #piece: string;
  readonly #isDefined: IsDefined;
  readonly #events = new EventList();
  /** A list each, and in it the last item. */
  readonly #items: OpenItem[] = [];
  #paragraph: OpenParagraph | null = null;

  constructor(piece: string, isDefined: IsDefined) {
    this.#piece = piece;
    this.#isDefined = isDefined;
  }

  /** Takes a line, without its ending; false where the piece is not plain. */
  add(start: number, end: number): boolean {
    const line = this.#piece.slice(start, end);
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const words = line.slice(indent);
    if (words === '') return this.#closeParagraph();
    const matched = this.#items.filter(({ content }) => content <= indent).length;
    const column = this.#items[matched - 1]?.content ?? 0;
    if (words.trim() === '' || indent - column >= 4 || special.test(words)) return false;
    const marker = bullet.exec(words);
    if (marker !== null) return this.#openItem(start, indent, matched, marker);
    if (/^[-*+] /.test(words)) return false;
    if (/^#{1,6}(?: |$)/.test(words)) return indent === 0 && this.#heading(start, end, words);
    if (this.#paragraph !== null) {
      this.#paragraph.end = end;
      return true;
    }
    this.#closeItems(matched);
    return this.#begin(start + indent, end, words);
  }

  finish(): readonly MarkupEvent[] | null {
    if (!this.#closeParagraph()) return null;
    this.#closeItems(0);
    return this.#events.events;
  }

  #heading(start: number, end: number, line: string): boolean {
    const marks = heading.exec(line);
    const words = withoutBlanks(line);
    if (marks === null || words.endsWith('#') || !this.#closeParagraph()) return false;
    this.#closeItems(0);
    this.#events.enter('atxHeading', start, end);
    const text = { piece: this.#piece, start: start + marks[0].length, end: start + words.length, indent: 0 };
    if (text.start >= text.end || !addPlainText(text, this.#isDefined, this.#events)) return false;
    this.#events.exit('atxHeading', start, end);
    return true;
  }

  #openItem(start: number, indent: number, matched: number, [prefix, blanks = '']: RegExpExecArray): boolean {
    if (!this.#closeParagraph()) return false;
    const marker = this.#piece.charAt(start + indent);
    const before = this.#items[matched];
    this.#closeItems(before?.marker === marker ? matched + 1 : matched);
    const item = { marker, content: indent + 1 + blanks.length };
    if (before?.marker !== marker) this.#events.enter('listUnordered', start + indent, start + indent);
    this.#items[matched] = item;
    const words = start + indent + prefix.length;
    this.#events.enter('listItemPrefix', start + indent, words);
    return this.#beginInItem(words);
  }

  #beginInItem(start: number): boolean {
    const ending = this.#piece.indexOf('\n', start);
    const end = ending === -1 ? this.#piece.length : ending;
    const words = this.#piece.slice(start, end);
    if (words === '' || special.test(words) || bullet.test(words) || words.startsWith('#')) return false;
    return this.#begin(start, end, words);
  }

  /** Begins a paragraph, or is a definition; one whose label goes on in the next line is not plain. */
  #begin(start: number, end: number, words: string): boolean {
    if (/^\[(?:[^[\]\\]|\\.)*\\?$/.test(words)) return false;
    if (/^\[(?:[^[\]\\]|\\.)*\]:/.test(words)) return this.#definition(start, end, words);
    this.#paragraph = { start, end, indent: this.#items.at(-1)?.content ?? 0 };
    return true;
  }

  /** A definition stands alone on its line; the next line is none of its title, and no text that goes on with it. */
  #definition(start: number, end: number, words: string): boolean {
    const match = definition.exec(withoutBlanks(words));
    const below = this.#piece.slice(end + 1, end + 40);
    if (match === null || !(/^ *(?:\n|$)/.test(below) || (this.#items.length === 0 && below.startsWith('['))))
      return false;
    const [, label = '', target = ''] = match;
    if (!/\S/.test(label)) return false;
    const to = start + withoutBlanks(words).length;
    this.#events.enter('definition', start, to);
    this.#events.string('definitionLabelString', start + 1, start + 1 + label.length);
    this.#events.string('definitionDestinationString', to - target.length, to);
    this.#events.exit('definition', start, to);
    return true;
  }

  #closeParagraph(): boolean {
    if (this.#paragraph === null) return true;
    const { start, end, indent } = this.#paragraph;
    this.#paragraph = null;
    this.#events.enter('paragraph', start, end);
    if (!addPlainText({ piece: this.#piece, start, end, indent }, this.#isDefined, this.#events)) return false;
    this.#events.exit('paragraph', start, end);
    return true;
  }

  /** Ends all lists but the outermost so many. */
  #closeItems(left: number): void {
    while (this.#items.length > left) {
      this.#items.pop();
      this.#events.exit('listUnordered', 0, 0);
    }
  }
}

/** Not by an expression, which would look at each run of blanks as often as it is long. */
function withoutBlanks(line: string): string {
  let end = line.length;
  while (line.charAt(end - 1) === ' ') end--;
  return line.slice(0, end);
}
