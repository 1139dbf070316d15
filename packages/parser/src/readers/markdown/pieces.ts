import type { Extent } from '../../tree.js';
import type { Points } from '../points.js';
import { labelsIn } from './definitions.js';
import { findFrontMatter } from './front-matter.js';
import type { Region } from './region.js';
import { isSimpleItem } from './simple-list.js';
import { TemplateTags } from './templates.js';

/** A document cut where Markdown can be cut. */
export interface Pieces {
  /** Lines that are no Markdown, in order. */
  readonly regions: readonly Region[];
  /** The document with blanks in place of those, code unit for code unit. */
  readonly masked: string;
  /** Runs of whole lines that read alike alone and together; joined they are the document. */
  readonly pieces: readonly Piece[];
}

/** A run of whole lines. */
export interface Piece extends Extent {
  /** All its lines are simple items of an outermost list, or blank. */
  readonly isSimple: boolean;
  /** Offsets inside of it at which it can be cut once more. */
  readonly joints: readonly number[];
  /** Its lines that are no Markdown, in order. */
  readonly regions: readonly Region[];
}

/** A piece without its regions. */
export function outsideOfRegions({ start, end, regions }: Pick<Piece, 'start' | 'end' | 'regions'>): Extent[] {
  const starts = [start, ...regions.map((region) => region.end)];
  const runs = starts.map((from, index) => ({ start: from, end: regions[index]?.start ?? end }));
  return runs.filter((run) => run.start < run.end);
}

/** A piece is closed at the next place behind so many code units. */
const enough = 2048;

/**
 * Cuts a document before lines that begin a block at the left edge, whatever stands before: behind a blank line, at
 * each item of a list that is not indented, and between definitions of links. Some of what Markdown allows takes time that grows with the square of
 * the text, so it is parsed in pieces.
 */
export function cutPieces(points: Points): Pieces {
  const regions = findFrontMatter(points);
  const begins = regionEnd(regions);
  const masked = [blankOut(points.document.slice(0, begins))];
  const templates = new TemplateTags(points);
  const cutter = new Cutter(begins);
  const simple = new SimpleItems(points);
  for (let line = points.lineAt(begins); line < points.lines; line++) {
    const start = points.startOf(line);
    if (start < regionEnd(regions)) continue;
    const region = cutter.isOpen ? null : templates.at(line);
    const text = points.document.slice(start, region?.end ?? points.startOf(line + 1));
    if (region !== null) regions.push(region);
    masked.push(region === null ? text : blankOut(text));
    if (region === null) cutter.add(text, start, !cutter.isOpen && simple.has(line, text));
    else cutter.addRegion(region);
  }
  return { regions, masked: masked.join(''), pieces: cutter.finish(points.document.length) };
}

function regionEnd(regions: readonly Region[]): number {
  return regions.at(-1)?.end ?? 0;
}

function blankOut(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** What runs over blank lines until its own end: code between fences, and some kinds of HTML. */
const openings: readonly (readonly [start: RegExp, end: (match: RegExpExecArray) => (text: string) => boolean])[] = [
  [
    /^ {0,3}(`{3,}|~{3,})/,
    ([, fence = '']) =>
      (text) =>
        text.trim().startsWith(fence) && text.trim().replaceAll(fence.charAt(0), '') === '',
  ],
  [/^ {0,3}<!--/, () => (text) => text.includes('-->')],
  [/^ {0,3}<\?/, () => (text) => text.includes('?>')],
  [/^ {0,3}<!\[CDATA\[/, () => (text) => text.includes(']]>')],
  [
    /^ {0,3}<(?:pre|script|style|textarea)(?:[\s>]|$)/i,
    () => (text) => /<\/(?:pre|script|style|textarea)>/i.test(text),
  ],
];

/** Tells which lines can be simple items: those that nothing goes on below. */
class SimpleItems {
  readonly #points: Points;
  #labels: ReadonlySet<string> | null = null;

  constructor(points: Points) {
    this.#points = points;
  }

  has(line: number, text: string): boolean {
    return isSimpleItem(text, (label) => this.#isDefined(label)) && this.#isOver(line + 1);
  }

  /** A next item ends it; a blank line does unless what comes behind is indented, or may hide what is. */
  #isOver(next: number): boolean {
    let line = next;
    while (line < this.#points.lines && this.#textOf(line).trim() === '') line++;
    const text = this.#textOf(line);
    return line === next ? text === '' || /^[*-] /.test(text) : !/^[\s{]/.test(text);
  }

  #isDefined(label: string): boolean {
    this.#labels ??= new Set(labelsIn(this.#points.document));
    return this.#labels.has(label);
  }

  #textOf(line: number): string {
    return this.#points.document.slice(this.#points.startOf(line), this.#points.startOf(line + 1));
  }
}

/** An item that ends a paragraph, whatever that is in. */
const bullet = /^[-*+][ \t]{1,4}\S/;

class Cutter {
  readonly #pieces: Piece[] = [];
  #start: number;
  #joints: number[] = [];
  #regions: Region[] = [];
  #isSimple = false;
  #isHeading = false;
  #isBlank = true;
  #isList = false;
  #isDefinition = false;
  #isEnd: ((text: string) => boolean) | null = null;

  constructor(start: number) {
    this.#start = start;
  }

  /** Whether the lines are inside of something that blank lines do not end. */
  get isOpen(): boolean {
    return this.#isEnd !== null;
  }

  /** @param maySimple The line alone, and what comes below it, let it be a simple item. */
  add(text: string, start: number, maySimple: boolean): void {
    const isBlank = text.trim() === '';
    const isItem = /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text);
    const isDefinition = /^\[[^\]]{1,999}\]:[ \t]{1,8}\S/.test(text);
    const follows = this.#isBlank || (this.#isList && isItem) || (this.#isDefinition && isDefinition);
    const begins = !isBlank && !/^\s/.test(text) && follows;
    this.#isDefinition = isDefinition && (this.#isDefinition || this.#isBlank);
    const isSimple = maySimple && (follows || this.#isHeading);
    if (!isBlank && isSimple !== this.#isSimple) {
      this.#cut(start);
      this.#isSimple = isSimple;
    }
    this.#isHeading = /^#{1,6}[ \t]/.test(text);
    if (!this.isOpen && begins && start - this.#start >= enough) this.#cut(start);
    else if (!this.isOpen && begins && (this.#isBlank || bullet.test(text)) && start > this.#start)
      this.#joints.push(start);
    if (bullet.test(text)) this.#isList = true;
    else if (!isBlank && !/^\s/.test(text) && (this.#isBlank || text.startsWith('#'))) this.#isList = isItem;
    this.#isBlank = isBlank;
    if (this.#isEnd !== null) this.#isEnd = this.#isEnd(text) ? null : this.#isEnd;
    else this.#open(text);
  }

  /** Lines that are blank to Markdown. */
  addRegion(region: Region): void {
    this.add('', region.start, false);
    this.#regions.push(region);
  }

  finish(end: number): readonly Piece[] {
    this.#cut(end);
    return this.#pieces;
  }

  #cut(at: number): void {
    if (at > this.#start)
      this.#pieces.push({
        start: this.#start,
        end: at,
        isSimple: this.#isSimple,
        joints: this.#joints,
        regions: this.#regions,
      });
    this.#start = at;
    this.#joints = [];
    this.#regions = [];
  }

  #open(text: string): void {
    for (const [start, end] of openings) {
      const match = start.exec(text);
      if (match === null) continue;
      const isEnd = end(match);
      const rest = text.slice(match[0].length);
      // A fence is never closed on its own line, and one with a backtick behind it is none.
      if (match[1] === undefined ? !isEnd(rest) : !(match[1].startsWith('`') && rest.includes('`')))
        this.#isEnd = isEnd;
      return;
    }
  }
}
