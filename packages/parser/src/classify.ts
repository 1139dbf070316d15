import { findHeadingRule, lengthBeforeColon } from './heading-match.js';
import type { HeadingRule, Layout, LineKind, LineRule } from './layout.js';
import { type Line, readableText } from './lines.js';
import { plainSpaces, trimExtent } from './text/trim.js';
import type { Extent } from './tree.js';

/** A line with all that can be told without its neighbours. */
export interface ClassifiedLine {
  readonly line: Line;
  readonly kind: LineKind;
  /** The line without blanks at the sides, no-break spaces as plain ones; empty for a blank line. */
  readonly text: string;
  /** Where `text` stands in the readable text of the line. */
  readonly extent: Extent;
  /** Where the words behind the label stand there. */
  readonly content: Extent;
  /** The printed number of a numbered line. */
  readonly number: number | null;
  /** The line as a heading: without what may be set around one or behind it. */
  readonly heading: HeadingWords;
  /** The top-level heading that it is, wherever it stands. */
  readonly topHeading: HeadingRule | null;
}

/** The words of a line that may be a heading: `【National】` is 'National'. */
export interface HeadingWords {
  readonly text: string;
  /** Where they stand in the readable text of the line. */
  readonly extent: Extent;
  /** Whether something was set around them. */
  readonly isFramed: boolean;
}

/** Tells what a line looks like, by the layout's rules alone. */
export function classify(line: Line, layout: Layout): ClassifiedLine {
  const readable = readableText(line);
  const extent = trimExtent(readable);
  const text = plainSpaces(readable.slice(extent.start, extent.end));
  const match = text === '' || !isPrinted(line) ? null : matchLine(text, layout.lines);
  if (match === null) {
    const heading = headingWords(text, extent, layout);
    const topHeading = isPrinted(line) ? findHeadingRule(heading.text, layout.headings) : null;
    return { line, kind: 'text', text, extent, content: extent, number: null, heading, topHeading };
  }
  const content = shift(contentOf(text, match), extent.start);
  const heading = { text, extent, isFramed: false };
  return { line, kind: match.rule.kind, text, extent, content, number: match.number, heading, topHeading: null };
}

// A field of front matter looks like no line of the text.
function isPrinted({ block }: Line): boolean {
  return block?.kind !== 'frontMatter';
}

interface LineMatch {
  readonly rule: LineRule;
  readonly labelLength: number;
  readonly number: number | null;
}

function matchLine(text: string, rules: readonly LineRule[]): LineMatch | null {
  for (const rule of rules) {
    if (text.length > rule.maxLength || rule.neverEndsWith?.includes(text.slice(-1)) === true) continue;
    const match = rule.starts.exec(text);
    if (match === null) continue;
    const number = match.groups?.['number'];
    return {
      rule,
      labelLength: match[0].length,
      number: number === undefined ? null : Number(number.normalize('NFKC')),
    };
  }
  return null;
}

const longestFramed = 80;

function headingWords(text: string, extent: Extent, { headings, headingFrames }: Layout): HeadingWords {
  // Most lines begin with a letter: no frame does.
  if (text.length <= longestFramed && /^[^\p{L}\p{N}]/u.test(text))
    for (const frame of headingFrames ?? []) {
      const words = frame.exec(text)?.groups?.['words'];
      if (words === undefined || words === '') continue;
      const start = extent.start + text.indexOf(words);
      return { text: words, extent: { start, end: start + words.length }, isFramed: true };
    }
  const length = lengthBeforeColon(text, headings);
  if (length === text.length) return { text, extent, isFramed: false };
  return { text: text.slice(0, length), extent: { start: extent.start, end: extent.start + length }, isFramed: false };
}

function contentOf(text: string, match: LineMatch): Extent {
  const closed = match.rule.closers?.includes(text.slice(-1)) === true && isOpened(text, match.labelLength);
  return trimExtent(text, match.labelLength, Math.max(match.labelLength, closed ? text.length - 1 : text.length));
}

// The bracket before the label closes at the end of the line, unless a bracket behind the label does.
function isOpened(text: string, labelLength: number): boolean {
  if (/^\p{L}/u.test(text)) return false;
  const behind = text.slice(labelLength);
  const closing = behind.match(/[\]】］)）]/g)?.length ?? 0;
  return closing > (behind.match(/[[【［(（]/g)?.length ?? 0);
}

function shift(extent: Extent, by: number): Extent {
  if (by === 0) return extent;
  return { start: extent.start + by, end: extent.end + by };
}
