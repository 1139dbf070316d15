import { readNumberedTitle } from '../listings/numbered-title.js';
import type { PartReading, Read } from '../reading.js';
import { spanOf, type Words, wordsOf } from '../text/words.js';
import type { ContinuationMarkLeaf } from '../tree.js';
import { type PartLabel, readPartLabel } from './part-label.js';

/** How the title of an item may number a part. */
export interface PartForms {
  /** Those of the layout; groups `series` and `number`. */
  readonly series: readonly RegExp[];
  /** Whether it is the title of a linked page: there '#9' counts too. */
  readonly isLink: boolean;
}

/**
 * What title and marks say of an item's place in a series; null where neither says anything.
 *
 * @param words The title's words; null where it was put together of several, and what it says is told by the whole of it.
 */
export function readPart(
  title: Read<string>,
  words: Words | null,
  marks: readonly ContinuationMarkLeaf[],
  { series, isLink }: PartForms,
): PartReading | null {
  const label =
    seriesLabel(title.value, series) ?? (isLink ? readNumberedTitle(title.value) : readPartLabel(title.value));
  if (marks.length === 0 && label === null) return null;
  return {
    isContinuation: marks.some((leaf) => leaf.mark === 'continued'),
    toBeContinued: marks.some((leaf) => leaf.mark === 'toBeContinued'),
    title: label?.title ?? title.value,
    number: label?.number ?? null,
    of: label?.of ?? null,
    spans: [
      ...(label === null ? [] : [words === null ? title.span : spanOf(words, label.start, label.end)]),
      ...marks.map((leaf) => spanOf(wordsOf(leaf))),
    ],
  };
}

/** 'Preparing the quays #9: lamps' is part 9 of 'Preparing the quays'. */
function seriesLabel(title: string, forms: readonly RegExp[]): PartLabel | null {
  for (const form of forms) {
    const { series, number } = form.exec(title)?.groups ?? {};
    if (series === undefined || number === undefined) continue;
    const end = title.indexOf(number, series.length) + number.length;
    return { title: series, number: Number(number), of: null, start: series.length, end };
  }
  return null;
}
