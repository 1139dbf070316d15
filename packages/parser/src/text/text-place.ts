import type { Inline, Segment } from '../markup.js';
import type { Point } from '../tree.js';

/** A range of the document with the place of its start. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Where the characters of a readable text from one index to another stand in the document; for an empty range the
 * place before the character at `from`, at the end that behind the last. Null where the text has no character.
 */
export function placeAt({ segments, text }: Inline, from: number, to: number): TextPlace | null {
  if (from >= to) return emptyPlace(segments, from, text.length);
  const first = segmentAt(segments, from);
  const last = segmentAt(segments, to - 1);
  if (first === undefined || last === undefined) return null;
  const { offset, line, column } = startOf(first, from);
  return { start: offset, end: endOf(last, to), line, column };
}

function emptyPlace(segments: readonly Segment[], at: number, length: number): TextPlace | null {
  const segment = segmentAt(segments, Math.min(at, length - 1));
  if (segment === undefined) return null;
  const { offset, line, column } = at < length ? startOf(segment, at) : endPoint(segment);
  return { start: offset, end: offset, line, column };
}

function startOf(segment: Segment, index: number): Point {
  const { from } = segment;
  const by = isEven(segment) ? index - segment.start : 0;
  return by === 0 ? from : { line: from.line, column: from.column + by, offset: from.offset + by };
}

function endOf(segment: Segment, index: number): number {
  return isEven(segment) ? segment.from.offset + index - segment.start : segment.to;
}

// A run that is replaced may go over line endings, so its end is told by its start.
function endPoint(segment: Segment): Point {
  return isEven(segment) ? startOf(segment, segment.end) : segment.from;
}

function isEven({ start, end, from, to }: Segment): boolean {
  return end - start === to - from.offset;
}

/** By halves: a long paragraph is asked for many places. */
function segmentAt(segments: readonly Segment[], index: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}
