import type { DocumentFormat } from '../format.js';
import type { ParsedDocument } from '../parsed-document.js';
import { print } from '../print.js';
import type { Span } from '../source.js';
import type { Leaf } from '../tree.js';
import { leavesOf } from '../tree-walk.js';
import { isSpan } from './describe-document.js';

/** Which promises of the parser a parsed document breaks; empty for none. Written without the parser's own helpers. */
export function brokenPromises(document: string, parsed: ParsedDocument, format: DocumentFormat = 'TEXT'): string[] {
  const leaves = leavesOf(parsed.tree);
  const broken = print(parsed.tree) === document ? [] : ['print(parse(s)) is not s'];
  const starts = lineStarts(document);
  let offset = 0;
  for (const { position, value, type } of leaves) {
    if (position.start.offset !== offset) broken.push(`${type} at ${position.start.offset} does not follow ${offset}`);
    offset += value.length;
    if (position.end.offset !== offset) broken.push(`${type} ends at ${position.end.offset}, not ${offset}`);
    const { line, column } = position.start;
    if (starts[line - 1] !== position.start.offset - column + 1) broken.push(`${type} is not on its line`);
    if (format === 'TEXT' && column !== 1) broken.push(`${type} does not begin its line`);
  }
  return [...broken, ...brokenCoverage(document, parsed), ...leaves.flatMap((leaf) => brokenInline(document, leaf))];
}

/** What is wrong with the readable text of a leaf: it must be made of the leaf's own characters, in their order. */
function brokenInline(document: string, { inline, position, type }: Leaf): string[] {
  if (inline === undefined) return [];
  let at = 0;
  let offset = position.start.offset;
  const broken: string[] = [];
  for (const { start, end, from, to } of inline.segments) {
    const printed = document.slice(from.offset, to);
    if (start !== at || end <= start) broken.push(`a segment of ${type} does not follow ${at}`);
    if (from.offset < offset || to < from.offset) broken.push(`a segment of ${type} goes back to ${from.offset}`);
    const isPrinted = printed.length === end - start && printed === inline.text.slice(start, end);
    if (isPrinted && /[\r\n]./s.test(printed)) broken.push(`a segment of ${type} goes over a line ending`);
    at = end;
    offset = to;
  }
  if (at !== inline.text.length) broken.push(`${at} of ${inline.text.length} characters of ${type} have a place`);
  if (offset > position.end.offset) broken.push(`the text of ${type} goes beyond its end`);
  const stray = inline.marks.filter(({ start, end }) => start > end || start < 0 || end > inline.text.length);
  return stray.length === 0 ? broken : [...broken, `a mark of ${type} is outside of its text`];
}

/** Spans anywhere in a value that do not lie in the document, or whose line and column are not those of their start. */
export function brokenSpans(document: string, value: unknown): Span[] {
  const broken: Span[] = [];
  const starts = lineStarts(document);
  JSON.stringify(value, (_key, part: unknown) => {
    if (isSpan(part) && !isTrue(starts, document.length, part)) broken.push(part);
    return part;
  });
  return broken;
}

/** Codes of the diagnostics that stand for raw lines. */
const rawCodes = new Set(['UNREAD_LINES', 'STRAY_KEYWORD_LINE', 'STRAY_SOURCE_LINE', 'STRAY_MARK']);

function brokenCoverage(document: string, { tree, coverage, diagnostics }: ParsedDocument): string[] {
  const lines = visibleLines(document, 0, document.length).size;
  const leaves = leavesOf(tree);
  const raw = leaves.filter(({ type }) => type === 'raw');
  const unread = new Set(
    raw.flatMap(({ position: { start, end } }) => [...visibleLines(document, start.offset, end.offset)]),
  ).size;
  const hasOne = ({ position: { start, end } }: Leaf, codes: ReadonlySet<string>) => {
    const holds = (span: Span | null) => span !== null && span.start < end.offset && span.end > start.offset;
    return diagnostics.filter(({ code, span }) => codes.has(code) && holds(span)).length === 1;
  };
  const outside = leaves.filter(({ type }) => type === 'outside');
  const broken = [
    ...raw.filter((leaf) => !hasOne(leaf, rawCodes)),
    ...outside.filter((leaf) => !hasOne(leaf, new Set(['OUTSIDE_ISSUE']))),
  ].map(({ type, position }) => `${type} line ${position.start.line} has not one diagnostic`);
  if (coverage.lines !== lines) broken.push(`${coverage.lines} lines are counted, ${lines} are there`);
  if (coverage.attributed !== lines - unread) broken.push('attributed lines are miscounted');
  return broken;
}

/** Indices of the physical lines on which a character of the range can be seen. */
function visibleLines(document: string, start: number, end: number): Set<number> {
  const lines = new Set<number>();
  let line = document.slice(0, start).split(/\r\n|\r|\n/).length;
  for (const text of document.slice(start, end).split(/\r\n|\r|\n/)) {
    if (/[^\s\u200b\u2060]/.test(text)) lines.add(line);
    line++;
  }
  return lines;
}

function isTrue(starts: readonly number[], length: number, { start, end, line, column }: Span): boolean {
  const from = starts[line - 1] ?? Number.NaN;
  const next = starts[line] ?? length + 1;
  return end >= start && end <= length && start === from + column - 1 && start < next;
}

function lineStarts(document: string): number[] {
  return [0, ...[...document.matchAll(/\r\n|\r|\n/g)].map((ending) => ending.index + ending[0].length)];
}
