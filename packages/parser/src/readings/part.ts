import type { PartReading } from '../reading.js';
import { spanOf, wordsOf } from '../text/words.js';
import type { ContinuationMarkLeaf } from '../tree.js';

/** What the marks say of an item's place in a series; null without a mark. */
export function readPart(marks: readonly ContinuationMarkLeaf[]): PartReading | null {
  if (marks.length === 0) return null;
  return {
    isContinuation: marks.some((leaf) => leaf.mark === 'continued'),
    toBeContinued: marks.some((leaf) => leaf.mark === 'toBeContinued'),
    spans: marks.map((leaf) => spanOf(wordsOf(leaf))),
  };
}
