import type { PrintedDay } from '../dates/printed-day.js';
import { type CalendarDay, daysBetween, isCalendarDay } from '../text/calendar.js';
import type { DateWords } from './date-words.js';
import type { Tense } from './tense.js';

/** First and last day of a range with their years; `last` is null for one day. */
export interface ResolvedDates {
  readonly first: CalendarDay;
  readonly last: CalendarDay | null;
}

/** A day without a year lies between so many days before the issue's and so many after; together they span a year. */
const windows: Readonly<Record<Tense, { readonly back: number; readonly ahead: number }>> = {
  coming: { back: 120, ahead: 244 },
  past: { back: 330, ahead: 34 },
};

/**
 * Gives printed days their years: the printed one; else, in a range, that of the other end; else the one that puts the
 * day nearest to the issue's in the direction of the sentence, so that a January date in a December issue is next
 * year's; 'last year' and 'next year' count from the issue's. 'unknown' without a day of the issue (or for a 29 February that is none), 'reversed' for a range that ends
 * before it begins.
 */
export function resolveYears(
  words: DateWords,
  issued: CalendarDay | null,
  tense: Tense,
): ResolvedDates | 'unknown' | 'reversed' {
  const first = resolveFirst(words, issued, tense);
  if (first === null) return 'unknown';
  if (words.last === null) return { first, last: null };
  const last = dayIn(words.last, words.last.year ?? first.year + (isEarlier(words.last, words.first) ? 1 : 0));
  if (last === null) return 'unknown';
  return daysBetween(first, last) < 0 ? 'reversed' : { first, last };
}

function resolveFirst({ first, last }: DateWords, issued: CalendarDay | null, tense: Tense): CalendarDay | null {
  if (first.year !== null) return dayIn(first, first.year);
  if (first.yearFromIssue !== null && issued !== null) return dayIn(first, issued.year + first.yearFromIssue);
  if (last !== null && last.year !== null) return dayIn(first, last.year - (isEarlier(last, first) ? 1 : 0));
  return issued === null ? null : nearest(first, issued, windows[tense]);
}

function nearest(
  printed: PrintedDay,
  issued: CalendarDay,
  window: { back: number; ahead: number },
): CalendarDay | null {
  for (const year of [issued.year - 1, issued.year, issued.year + 1]) {
    const day = dayIn(printed, year);
    if (day === null) continue;
    const distance = daysBetween(issued, day);
    if (distance >= -window.back && distance <= window.ahead + 1) return day;
  }
  return null;
}

function dayIn({ month, day }: PrintedDay, year: number): CalendarDay | null {
  const found = { year, month, day };
  return isCalendarDay(found) ? found : null;
}

function isEarlier(left: PrintedDay, right: PrintedDay): boolean {
  return left.month < right.month || (left.month === right.month && left.day < right.day);
}
