import type { PartReading, Read } from '../reading.js';
import type { Span } from '../source.js';
import { spanOf, wordsOf } from '../text/words.js';
import type { ContinuationMarkLeaf } from '../tree.js';
import { readPartLabel } from './part-label.js';

/** What title and marks say of an item's place in a series; null where neither says anything. */
export function readPart(title: Read<string>, marks: readonly ContinuationMarkLeaf[]): PartReading | null {
  const label = readPartLabel(title.value);
  if (marks.length === 0 && label === null) return null;
  return {
    isContinuation: marks.some((leaf) => leaf.mark === 'continued'),
    toBeContinued: marks.some((leaf) => leaf.mark === 'toBeContinued'),
    title: label?.title ?? title.value,
    number: label?.number ?? null,
    of: label?.of ?? null,
    spans: [
      ...(label === null ? [] : [spanIn(title.span, label.start, label.end)]),
      ...marks.map((leaf) => spanOf(wordsOf(leaf))),
    ],
  };
}

function spanIn(span: Span, from: number, to: number): Span {
  return { start: span.start + from, end: span.start + to, line: span.line, column: span.column + from };
}
