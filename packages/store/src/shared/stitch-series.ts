/** A part of a series, as its item and its issue tell it. */
export interface Part {
  readonly item_id: string;
  /** The order of issues and of items in them. */
  readonly oldest_key: string;
  /** `YYYY-MM-DD` */
  readonly published_on: string | null;
  readonly issue_number: number | null;
  /** Whether the issue with the number before is there. */
  readonly holds_previous_issue: boolean;
  readonly part_is_continuation: boolean;
  readonly part_to_be_continued: boolean;
  readonly part_number: number | null;
  readonly part_of: number | null;
}

/** A part in its series, with whether something is missing between it and the part before. */
export interface PlacedPart<P extends Part = Part> {
  readonly part: P;
  /** Its number: as printed, or as those before it tell; null where nothing does. */
  readonly number: number | null;
  readonly isAfterGap: boolean;
}

/** The parts of one series, in their order, at least one. */
export type Stitched<P extends Part = Part> = readonly [PlacedPart<P>, ...PlacedPart<P>[]];

/** Parts further apart than this many days are of two series that have one title. */
export const FURTHEST = 183;
/** Where no issue numbers tell, issues within this many days are taken for neighbours. */
const NEIGHBOURS = 31;

/**
 * Stitches all parts of one title into series. A series ends before a part that begins one, or whose number it has already, after a part that
 * ends it, and where half a year passes. Depends on the set of parts alone.
 * @see docs/adr/0012-series.md
 */
export function stitchSeries<P extends Part>(parts: readonly P[]): Stitched<P>[] {
  const runs: [P, ...P[]][] = [];
  for (const part of parts.toSorted((a, b) => (a.oldest_key < b.oldest_key ? -1 : 1))) {
    const run = runs.at(-1);
    if (run === undefined || startsAnew(run, part)) runs.push([part]);
    else run.push(part);
  }
  return runs.map((run) => place(inPrintedOrder(run)));
}

/** Whether every part there is of a series is held: none is missing before, between or after them. */
export function isComplete(series: Stitched): boolean {
  const [first] = series;
  const last = series.at(-1) ?? first;
  const of = Math.max(0, ...series.map(({ part }) => part.part_of ?? 0));
  const begins = first.number === null ? !first.part.part_is_continuation : first.number === 1;
  const ends = of > 0 && last.number !== null ? last.number >= of : !last.part.part_to_be_continued;
  return begins && ends && series.every(({ isAfterGap }) => !isAfterGap);
}

function startsAnew<P extends Part>(run: readonly [P, ...P[]], part: P): boolean {
  const last = run.at(-1) ?? run[0];
  if (daysApart(last, part) > FURTHEST || begins(part)) return true;
  if (part.part_number !== null && run.some(({ part_number }) => part_number === part.part_number)) return true;
  return isEnd(last) && !isNext(last, part) && !isEarlier(last, part);
}

function begins({ part_number, part_is_continuation }: Part): boolean {
  return part_number === null ? !part_is_continuation : part_number === 1;
}

/** A part whose mark or number says that it is the last; a number without a total, and without marks, says nothing. */
function isEnd({ part_number, part_of, part_to_be_continued }: Part): boolean {
  if (part_number !== null) return part_of !== null && part_number >= part_of;
  return !part_to_be_continued;
}

/** Printed after a later part: a day that is missing or misprinted, and no other series. */
function isEarlier(last: Part, { part_number }: Part): boolean {
  return part_number !== null && last.part_number !== null && part_number < last.part_number;
}

/** Whether a part stands in the issue after that of another, so that nothing can lie between. */
function isNext(before: Part, part: Part): boolean {
  const apart = issuesApart(before, part);
  return apart === null ? daysApart(before, part) <= NEIGHBOURS : apart <= 1;
}

/** By number where every part of a series has one; else as they were published. */
function inPrintedOrder<P extends Part>(run: [P, ...P[]]): [P, ...P[]] {
  if (run.some(({ part_number }) => part_number === null)) return run;
  return run.sort((a, b) => (a.part_number ?? 0) - (b.part_number ?? 0));
}

function place<P extends Part>([first, ...others]: readonly [P, ...P[]]): Stitched<P> {
  const number = first.part_number ?? (first.part_is_continuation ? null : 1);
  const placed: [PlacedPart<P>, ...PlacedPart<P>[]] = [{ part: first, number, isAfterGap: false }];
  for (const part of others) placed.push(placeAfter(placed.at(-1) ?? placed[0], part));
  return placed;
}

function placeAfter<P extends Part>(before: PlacedPart<P>, part: P): PlacedPart<P> {
  const expected = before.number === null ? null : before.number + 1;
  if (part.part_number !== null && expected !== null)
    return { part, number: part.part_number, isAfterGap: part.part_number !== expected };
  const isAfterGap = isGapByMarks(before.part, part);
  return { part, number: part.part_number ?? (isAfterGap ? null : expected), isAfterGap };
}

/**
 * '[Continued from the Previous Issue]' names an issue: where that is not held, and the part before stands in an earlier one, something is
 * missing. Between neighbours one forgotten mark leaves nothing out.
 */
function isGapByMarks(before: Part, part: Part): boolean {
  if (isNext(before, part)) return !before.part_to_be_continued && !part.part_is_continuation;
  const apart = issuesApart(before, part);
  const skips = apart !== null && apart > 1 && !part.holds_previous_issue;
  return skips || !before.part_to_be_continued || !part.part_is_continuation;
}

function issuesApart(a: Part, b: Part): number | null {
  return a.issue_number === null || b.issue_number === null ? null : Math.abs(b.issue_number - a.issue_number);
}

/** 0 where a day is not known. */
function daysApart(a: Part, b: Part): number {
  if (a.published_on === null || b.published_on === null) return 0;
  return Math.abs(Date.parse(b.published_on) - Date.parse(a.published_on)) / 86_400_000;
}
