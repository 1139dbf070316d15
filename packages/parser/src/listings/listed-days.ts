import { monthNumber, monthWord, weekdayWord } from '../dates/calendar-words.js';
import { findPrintedDays, type PrintedDay } from '../dates/printed-day.js';
import { resolveYears } from '../events/resolve-year.js';
import { type CalendarDay, daysBetween, formatDay, isCalendarDay } from '../text/calendar.js';
import type { Extent } from '../tree.js';
import { likeMonth } from './like-month.js';

/** Why the beginning of a line gives no days. */
export type NoDaysReason =
  /** It does not begin with a date. */
  | 'NO_DATE'
  /** It says that the date is not settled yet: 'TBD', 'March TBA'. */
  | 'DATE_UNDECIDED'
  /** It begins with what looks like a date and is in no calendar: '2/30.', '2031-13-01'. */
  | 'NOT_A_DAY'
  /** No year is printed, and no day of an issue tells it. */
  | 'YEAR_UNKNOWN'
  /** It ends before it begins. */
  | 'DATES_REVERSED';

/** The days that a line begins with; its extent is theirs. Days are `YYYY-MM-DD`, the same for a single day. */
export interface ListedDays extends Extent {
  readonly startsOn: string;
  readonly endsOn: string;
  /** Whether they stand in figures without a year, 'month/day'. */
  readonly isMonthSlashDay: boolean;
}

/** No days, why, and the words that say so. */
export interface NoDays extends Extent {
  readonly reason: NoDaysReason;
}

/**
 * The day or range of days that a line begins with.
 *
 * ```text
 * 11/19 - 11/20. Name       May 15 - June 7, Online - Name       2031-02-16, 2031-02-17 | Oslo, NO | Name
 * ^^^^^^^^^^^^^             ^^^^^^^^^^^^^^^                       ^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * A day without a year is the one nearest to the issue's, rather after it than before it. Figures are month/day.
 *
 * @param issued The day of the issue; null where it is not known.
 */
export function readListedDays(text: string, issued: CalendarDay | null): ListedDays | NoDays {
  const start = /^[\s*([]*/.exec(text)?.[0].length ?? 0;
  // No printed range is longer.
  const head = text.slice(start, start + mostCharacters);
  const first = readDay(head);
  if (first === null) return { reason: undecided.test(head) ? 'DATE_UNDECIDED' : 'NO_DATE', ...wordsAt(head, start) };
  const second = first.isDay ? secondDay(head, first) : null;
  const end = start + (second ?? first).length;
  if (!first.isDay || second?.isDay === false) return { reason: 'NOT_A_DAY', start, end };
  return resolve({ start, end }, first, second, issued);
}

const mostCharacters = 120;
const mostDays = 200;
const undecided = new RegExp(
  `^(?:(?:date|day)s?\\s?(?:is|are)?:?\\s?)?(?:(?:${monthWord}\\.?|\\d{1,2}/|\\d{4}(?:-\\d{1,2})?-?),?\\s?(?:\\d{4},?\\s?)?)?\\(?(?:dates?\\s)?(?:TB[ADC]\\b|\\?{2,}|XX\\b|(?:yet\\s)?to be (?:announced|decided|determined|confirmed|defined)\\b)`,
  'iu',
);

interface ReadDay extends PrintedDay {
  readonly length: number;
  readonly isSlashed: boolean;
  readonly isDay: boolean;
}

const slashedDay = /^(\d{1,2})\/(\d{1,2})(?:\/([12]\d{3}))?(?![\d/])/;
const dashedDay = /^([12]\d{3})-(\d{1,2})-(\d{1,2})(?!\d|-\d)/;
const monthDay = new RegExp(`^(?:${weekdayWord},?\\s)?(${monthWord})\\.?\\s(\\d{1,2})(?!\\d|:\\d)`, 'u');
// 'June 29. 2031, Oslo'
const yearBehindPoint = /^\.\s{1,2}([12]\d{3})(?=\s?[,|]|\s-\s)/;

/** The day that a text begins with; one that is in no calendar is read with `isDay: false`. */
function readDay(text: string): ReadDay | null {
  const slashed = slashedDay.exec(text);
  if (slashed !== null) return dayOf(slashed[0], slashed[3], slashed[1], slashed[2], true);
  const dashed = dashedDay.exec(text);
  if (dashed !== null) return dayOf(dashed[0], dashed[1], dashed[2], dashed[3], false);
  const [found] = findPrintedDays(text.slice(0, 60));
  if (found?.start !== 0) return misprintedDay(text);
  const late = found.year === null ? yearBehindPoint.exec(text.slice(found.end)) : null;
  const year = late === null ? found.year : Number(late[1]);
  return { ...found, year, length: found.end + (late?.[0].length ?? 0), isSlashed: false, isDay: true };
}

/** 'Februar 2, Oslo' and 'Septmber 5': a month's name in another language or misprinted; or a day that is in no calendar. */
function misprintedDay(text: string): ReadDay | null {
  const whole = monthDay.exec(text);
  if (whole !== null) return dayOf(whole[0], undefined, whole[1], whole[2], false);
  const [printed, word = '', day, year] = misprinted.exec(text) ?? [];
  const month = printed === undefined ? 0 : likeMonth(word);
  return printed === undefined || month === 0 ? null : dayOf(printed, year, String(month), day, false);
}

const misprinted = /^(\p{Lu}\p{L}{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,\s([12]\d{3}))?(?=\s?[,|.:]|\s[-–—]\s)/u;

function dayOf(
  printed: string,
  year: string | undefined,
  monthFigure: string | undefined,
  dayFigure: string | undefined,
  isSlashed: boolean,
): ReadDay {
  const [month, day] = [monthNumber(monthFigure ?? ''), Number(dayFigure)];
  const found = { year: year === undefined ? null : Number(year), month, day };
  // Without a year a 29 February must be possible.
  const isDay = isCalendarDay({ ...found, year: found.year ?? 2000 });
  return { ...found, yearFromIssue: null, length: printed.length, isSlashed, isDay };
}

const between = /^\s{0,2}(?:[-–—,&+]|to\b|through\b|until\b|and\b)\s{0,2}/u;
const bareDay = /^(\d{1,2})(?:st|nd|rd|th)?(?![\d/:]|\s(?:am|pm)\b)(?:,?\s([12]\d{3})(?!\d))?/u;

/** The other end of a range; null where the first day stands alone. Its length counts from the start of the text. */
function secondDay(text: string, first: ReadDay): ReadDay | null {
  const joint = between.exec(text.slice(first.length))?.[0];
  if (joint === undefined) return null;
  const from = first.length + joint.length;
  const day = readDay(text.slice(from));
  // 'March 3, May Hall' has a comma and no second day; 'March 3, 2031' is read by then.
  if (day !== null) return { ...day, length: from + day.length };
  const bare = /[,]/.test(joint) ? null : bareDay.exec(text.slice(from));
  if (bare === null) return null;
  const year = bare[2] === undefined ? first.year : Number(bare[2]);
  const found = { year, month: first.month, day: Number(bare[1]) };
  const isDay = isCalendarDay({ ...found, year: year ?? 2000 });
  // '11/19 - 20 Things' and 'May 3 - 10 Years of Rust' have a number behind the joint that begins the name.
  const ends = /^\s*(?:[,.|:)\]]|-\s|$)|^\s[-–—]\s/u.test(text.slice(from + bare[0].length));
  return ends && found.day > first.day
    ? { ...found, yearFromIssue: null, length: from + bare[0].length, isSlashed: first.isSlashed, isDay }
    : null;
}

function resolve(at: Extent, first: ReadDay, last: ReadDay | null, issued: CalendarDay | null): ListedDays | NoDays {
  const dates = resolveYears({ ...at, first, last }, issued, 'coming');
  if (dates === 'unknown') return { ...at, reason: 'YEAR_UNKNOWN' };
  if (dates === 'reversed') return { ...at, reason: 'DATES_REVERSED' };
  // 'March 5 - March 2, 2032' would last for most of a year.
  if (first.year === null && dates.last !== null && daysBetween(dates.first, dates.last) > mostDays)
    return { ...at, reason: 'DATES_REVERSED' };
  const startsOn = formatDay(dates.first);
  const isMonthSlashDay = first.isSlashed && first.year === null;
  return { ...at, startsOn, endsOn: dates.last === null ? startsOn : formatDay(dates.last), isMonthSlashDay };
}

function wordsAt(head: string, start: number): Extent {
  return { start, end: start + (undecided.exec(head)?.[0].length ?? 0) };
}
