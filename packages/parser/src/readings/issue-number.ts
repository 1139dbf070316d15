import { diagnostic } from '../diagnostic-codes.js';
import type { Layout } from '../layout.js';
import type { MonthCount, NumberCounts, Read } from '../reading.js';
import type { Diagnostic, Span } from '../source.js';
import { halfWidth } from '../text/half-width.js';
import { spanOf, type Words } from '../text/words.js';

/** The printed number, and what it counts. */
export interface IssueNumber {
  readonly number: Read<number> | null;
  readonly counts: NumberCounts | null;
  /** A line of the same kind that prints another number. */
  readonly other: Read<number> | null;
}

/** Where an issue's number may be printed. */
export interface NumberPlaces {
  /** Fields of front matter, title, date and nameplate lines. */
  readonly named: readonly Words[];
  /** Other lines before the first heading; a number in a sentence there may be that of another issue, and is the last resort. */
  readonly introduced: readonly Words[];
  /** The field of front matter that is a number. */
  readonly field: Words | null;
  readonly layout: Layout;
  readonly month: MonthCount | null;
}

/** Issues of a weekly that a month can have. */
const mostInMonth = 5;

/**
 * The number printed on the title line, else on a line before the first heading, else the
 * field of the front matter that is a number; null without one.
 *
 * ```text
 * Harbour opens late (Issue 7)
 *                           ^
 * ```
 *
 * It counts within the month where the month is printed beside it and its own count there is the same, or is not printed and
 * the number is small enough. Where a title or nameplate line prints another number, or none of
 * them prints one, it is not said what it counts.
 */
export function readIssueNumber({ named, introduced, field, layout, month }: NumberPlaces): IssueNumber {
  const printed = [...named.flatMap((line) => numberIn(line, layout) ?? []), ...numberOfField(field)];
  const number = printed[0] ?? firstNumber(introduced, layout);
  const other = printed.find(({ value }) => value !== number?.value) ?? null;
  const isSure = printed.length > 0 && other === null;
  return { number, counts: number !== null && isSure ? countsOf(number.value, month) : null, other };
}

/** What is to be said of a number that is missing, or that another line contradicts. */
export function numberGaps({ number, other }: IssueNumber, title: Span): Diagnostic[] {
  if (number === null)
    return [diagnostic('MISSING_NUMBER', "No issue number is printed, as in '(Issue 12)'; give one.", title)];
  if (other === null) return [];
  const message = `The number ${other.value} is printed here, and ${number.value} in line ${number.span.line}; mend one, or give the issue a slug.`;
  return [diagnostic('NUMBER_DIFFERS', message, other.span)];
}

function firstNumber(lines: readonly Words[], layout: Layout): Read<number> | null {
  for (const line of lines) {
    const number = numberIn(line, layout);
    if (number !== null) return number;
  }
  return null;
}

function countsOf(number: number, month: MonthCount | null): NumberCounts {
  if (month === null) return 'ALL';
  return number === (month.number ?? number) && number <= mostInMonth ? 'MONTH' : 'ALL';
}

function numberIn(line: Words, layout: Layout): Read<number> | null {
  for (const pattern of layout.issueNumbers) {
    const match = pattern.exec(halfWidth(line.text));
    const digits = match?.groups?.['number'];
    if (match === null || digits === undefined) continue;
    const start = match.index + match[0].lastIndexOf(digits);
    return { value: Number(digits), span: spanOf(line, start, start + digits.length) };
  }
  return null;
}

function numberOfField(field: Words | null): Read<number>[] {
  if (field === null || !/^\d{1,9}$/.test(field.text)) return [];
  return [{ value: Number(field.text), span: spanOf(field) }];
}
