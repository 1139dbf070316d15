import { formatDay, isCalendarDay } from '../text/calendar.js';
import type { Extent } from '../tree.js';
import { monthNumber, monthWord, weekdayWord } from './calendar-words.js';

/** A day as printed. Months count from 1. */
export interface PrintedDay {
  /** Null where none is printed. */
  readonly year: number | null;
  /** 'next year' is 1, 'this year' 0, 'last year' -1; null where no such words are printed. */
  readonly yearFromIssue: number | null;
  readonly month: number;
  readonly day: number;
}

/** Which way a day is set; what may follow it in a range depends on it. */
export type DayForm = 'monthFirst' | 'dayFirst' | 'figures' | 'chinese';

/** A printed day with its place in a text. */
export interface FoundDay extends Extent, PrintedDay {
  readonly form: DayForm;
}

/** An ordinal's ending, or none, as pattern source. */
export const ordinalEnding = '(?:st|nd|rd|th)?(?!\\p{L})';

/** What stands behind a number that is no day, as pattern source. */
export const noDayBehind =
  '(?!\\d|°|[.:/]\\d|,\\d{3}(?!\\d)|\\s?[%‰]|\\s(?:per\\s?cent|thousand|million|billion)\\b|-(?:year|day|month|hour)s?\\b)';

/** A printed year behind a day, or none, as pattern source. */
export const yearBehind =
  '(?:(?:\\s{0,2},\\s{0,2}|\\s{1,2})(?<year>[12]\\d{3})(?!\\d|%|,\\d{3})|,?\\s{1,2}(?:of\\s)?(?<relative>this|next|last) year\\b)?';

const noWordBefore = '(?<![\\p{L}\\p{N}_-])';
const bracketedWeekday = `(?:\\s{0,2}[(（]${weekdayWord}[)）])?`;
// 'March 8 Road' and 'the May 4th Movement' are names.
const noNameBehind =
  '(?!(?:\\s\\d{1,3})?\\s(?:Street|Road|Avenue|Square|Lane|Boulevard|Park|Movement|Incident|Revolution|Uprising|Spirit)\\b)';

const forms: readonly { readonly form: DayForm; readonly pattern: RegExp }[] = [
  {
    // 'December 5', 'Dec. 5th, 2031', 'Friday, December the 5th', 'December 5 (Friday), 2031'
    form: 'monthFirst',
    pattern: compile(
      `${noWordBefore}(?:${weekdayWord},?\\s{1,2})?(?<month>${monthWord})(?:\\.\\s{0,2}|\\s{1,3})(?:the\\s)?(?<day>\\d{1,2})${ordinalEnding}${noDayBehind}${bracketedWeekday}${yearBehind}${noNameBehind}`,
    ),
  },
  {
    // '5 December', '5th of Dec., 2031', 'Friday 5 December'
    form: 'dayFirst',
    pattern: compile(
      `(?<!\\d[.,:/])${noWordBefore}(?:${weekdayWord},?\\s{1,2}(?:the\\s)?)?(?<day>\\d{1,2}|first(?=\\s(?:day\\s)?of\\s))${ordinalEnding}\\s{1,2}(?:(?:day\\s)?of\\s{1,2})?(?<month>${monthWord})\\.?(?!\\p{L}|-\\d)${bracketedWeekday}${yearBehind}${noNameBehind}`,
    ),
  },
  {
    // '2031-12-05', '2031.12.5', '2031/12/05'. '5/6/2031' is no day: nobody knows its order.
    form: 'figures',
    pattern: compile(
      '(?<![\\p{L}\\p{N}./]|(?<!\\d[./-]\\d{1,2})-|\\b[Nn]o\\.?\\s?|#)(?<year>1[89]\\d\\d|2[01]\\d\\d)(?<mark>[./-])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d|[./-]\\d{3}(?!\\d[./-]))',
    ),
  },
  {
    // '2031年12月5日', '12月5日', '明年1月5日'
    form: 'chinese',
    pattern: compile(
      '(?:(?<!\\d)(?<year>\\d{4})\\s?年\\s?|(?<relative>[今明去])年\\s?)?(?<!\\d)(?<month>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?[日号]',
    ),
  },
];

/**
 * All days printed in a text, in order: month and day must both be there in words or figures. What is in no calendar
 * ('February 30') and what is a name ('March 8 Road', 'the “June 18” sale') is none. Linear.
 */
export function findPrintedDays(text: string): FoundDay[] {
  const found = forms.flatMap(({ form, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => foundDay(text, form, match)),
  );
  const days: FoundDay[] = [];
  for (const day of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (day.start >= (days.at(-1)?.end ?? 0)) days.push(day);
  }
  return days;
}

/**
 * The day that a text begins with, as `YYYY-MM-DD`, and its length in code units; null where it begins with none, or
 * with one without a year and none is given.
 *
 * ```text
 * 2031-12-05 | Lanternport | Rust on the Quay
 * ^^^^^^^^^^
 * ```
 */
export function readLeadingDay(text: string, year: number | null = null): { day: string; length: number } | null {
  // No printed day is longer.
  const [first] = findPrintedDays(text.slice(0, 60));
  if (first?.start !== 0) return null;
  const found = { year: first.year ?? year ?? 0, month: first.month, day: first.day };
  return isCalendarDay(found) ? { day: formatDay(found), length: first.end } : null;
}

function foundDay(text: string, form: DayForm, match: RegExpExecArray): FoundDay[] {
  const [start, end] = [match.index, match.index + match[0].length];
  const { year, relative, month = '', day = '' } = match.groups ?? {};
  const printed: PrintedDay = {
    year: year === undefined ? null : Number(year),
    yearFromIssue: year === undefined ? relativeYear(relative ?? yearBefore(text, start)) : null,
    month: monthNumber(month),
    day: day === 'first' ? 1 : Number(day),
  };
  // Without a year a 29 February must be possible.
  const isDay = isCalendarDay({ ...printed, year: printed.year ?? 2000 });
  return isDay && !isQuoted(text, start, end) ? [{ start, end, form, ...printed }] : [];
}

// 'next year, on January 22'
function yearBefore(text: string, start: number): string | undefined {
  return /\b(this|next|last) year,?\s(?:on\s|from\s|between\s|starting\s)?(?:the\s)?$/i.exec(
    text.slice(Math.max(0, start - 30), start),
  )?.[1];
}

/** How many years behind the issue's 'next year', 'this year' and 'last year' are; null for other words. */
export function relativeYear(words: string | undefined): number | null {
  if (words === undefined) return null;
  if (/^(?:next|明)$/i.test(words)) return 1;
  return /^(?:last|去)$/i.test(words) ? -1 : 0;
}

function isQuoted(text: string, start: number, end: number): boolean {
  return /["“‘']/.test(text.charAt(start - 1)) && /["”’']/.test(text.charAt(end));
}

function compile(source: string): RegExp {
  return new RegExp(source, 'gu');
}
