import type { ParsedDocument } from '../parsed-document.js';
import { print } from '../print.js';
import type { Span } from '../source.js';
import { leavesOf } from '../tree-walk.js';
import { isSpan } from './describe-document.js';

/** Which promises of the parser a parsed document breaks; empty for none. Written without the parser's own helpers. */
export function brokenPromises(document: string, parsed: ParsedDocument): string[] {
  const leaves = leavesOf(parsed.tree);
  const broken = print(parsed.tree) === document ? [] : ['print(parse(s)) is not s'];
  const starts = lineStarts(document);
  let offset = 0;
  for (const { position, value, type } of leaves) {
    if (position.start.offset !== offset) broken.push(`${type} at ${position.start.offset} does not follow ${offset}`);
    offset += value.length;
    if (position.end.offset !== offset) broken.push(`${type} ends at ${position.end.offset}, not ${offset}`);
    if (starts[position.start.line - 1] !== position.start.offset) broken.push(`${type} is not on its line`);
  }
  return [...broken, ...brokenCoverage(document, parsed)];
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

function brokenCoverage(document: string, { tree, coverage, diagnostics }: ParsedDocument): string[] {
  const lines = document.split(/\r\n|\r|\n/).filter((line) => /[^\s\u200b\u2060]/.test(line)).length;
  const raw = leavesOf(tree).filter(({ type }) => type === 'raw');
  const unsaid = raw.filter(({ position: { start, end } }) => {
    const holds = (span: Span | null) => span !== null && span.start < end.offset && span.end > start.offset;
    return diagnostics.filter(({ span }) => holds(span)).length !== 1;
  });
  const broken = unsaid.map(({ position }) => `raw line ${position.start.line} has not one diagnostic`);
  if (coverage.lines !== lines) broken.push(`${coverage.lines} lines are counted, ${lines} are there`);
  if (coverage.attributed !== lines - raw.length) broken.push('attributed lines are miscounted');
  return broken;
}

function isTrue(starts: readonly number[], length: number, { start, end, line, column }: Span): boolean {
  const from = starts[line - 1] ?? Number.NaN;
  const next = starts[line] ?? length + 1;
  return end >= start && end <= length && start === from + column - 1 && start < next;
}

function lineStarts(document: string): number[] {
  return [0, ...[...document.matchAll(/\r\n|\r|\n/g)].map((ending) => ending.index + ending[0].length)];
}
