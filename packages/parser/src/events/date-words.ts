import {
  type FoundDay,
  findPrintedDays,
  noDayBehind,
  ordinalEnding,
  type PrintedDay,
  relativeYear,
  yearBehind,
} from '../dates/printed-day.js';
import type { Extent } from '../tree.js';

/** Date words in a sentence, from one index to another: one day, or a range where `last` is there. */
export interface DateWords extends Extent {
  readonly first: PrintedDay;
  readonly last: PrintedDay | null;
}

const monthName = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const mayHoldDay = new RegExp(
  `${monthName}[.\\s]\\s{0,3}(?:the\\s)?\\d|(?:\\d(?:st|nd|rd|th)?|first)\\s{1,3}(?:day\\s)?(?:of\\s{1,3})?${monthName}|\\d{4}[-./]\\d{1,2}[-./]\\d|\\d\\s?月\\s?\\d`,
  'i',
);

/** Whether it is worth looking for days in a text. Cheap and linear. */
export function mayHoldDate(text: string): boolean {
  return mayHoldDay.test(text);
}

/**
 * The days and ranges of days printed in a sentence. Only what is printed counts: month and day must be there in words
 * or figures ('5/6' is no date, for nobody knows its order; 'November' and 'end of November' are no days). Days that
 * follow each other are a range ('March 3 and 4'), others are one each ('March 3, 10 and 17'). Linear.
 *
 * @see docs/adr/0016-printed-days.md
 */
export function findDateWords(sentence: string): DateWords[] {
  const days = findPrintedDays(sentence);
  const parts = days.flatMap((day, index) => withNeighbours(sentence, day, days[index - 1]?.end ?? 0));
  return joinRanges(sentence, parts);
}

// A day with the bare numbers before or behind it that are days of its month.
function withNeighbours(sentence: string, day: FoundDay, from: number): DateWords[] {
  switch (day.form) {
    case 'monthFirst':
    case 'chinese':
      return withDaysBehind(sentence, day);
    case 'dayFirst':
      return withDaysBefore(sentence, day, from);
    case 'figures':
      return [withShortEnd(sentence, day)];
    default:
      return day.form satisfies never;
  }
}

const dash = '[-‐‑‒–—―−~～〜]';
const until = `(?:to|until|till|til|through|thru|up to|through to|${dash}|[至到])`;
const number = `\\d{1,2}${ordinalEnding}`;
const weekend = '(?:\\s\\([A-Z][a-z]{2,8}\\))?';
// A number behind 'and' may count what comes next: 'On March 3 and 12 boats'.
const listEnd =
  '(?=$|[.;:)）”"]|,\\s(?!\\d)|\\s(?:at|in|on|from|by|for|with|will|as|and|to|during|is|are|was|were)\\b|,\\s\\d{4})';
const endBehind = new RegExp(
  `^\\s{0,2}${until}\\s{0,2}(?:the\\s|and including\\s)?(?<day>\\d{1,2})${ordinalEnding}${noDayBehind}(?!\\s?(?:[ap]\\.?m\\b|o'clock))${weekend}${yearBehind}`,
  'u',
);
const listBehind = new RegExp(
  `^(?<list>(?:,\\s(?:the\\s)?${number}){0,12},?\\s(?:and|&)\\s(?:the\\s)?${number})${noDayBehind}${listEnd}${yearBehind}`,
  'u',
);

const chineseEnd = /^\s?(?:[至到]|[-–—~～])\s?(?<day>\d{1,2})\s?[日号]/u;

// 'December 18 to 19', 'December 18th and 19th', 'December 18, 20 and 22, 2031'
function withDaysBehind(sentence: string, found: FoundDay): DateWords[] {
  const rest = sentence.slice(found.end, found.end + 120);
  const end = (found.form === 'chinese' ? chineseEnd : endBehind).exec(rest);
  if (end !== null) return [withLast(found, end)];
  const list = found.form === 'monthFirst' && found.year === null ? listBehind.exec(rest) : null;
  if (list === null) return [single(found)];
  const printed = list.groups?.['year'];
  const year = printed === undefined ? found.year : Number(printed);
  const days = numbersIn(list.groups?.['list'] ?? '', found.end).map((at) => ({ ...found, ...at, year }));
  return consecutive([{ ...found, year }, ...days], found.end + list[0].length);
}

function withLast(found: FoundDay, { 0: words, groups }: RegExpExecArray): DateWords {
  const day = Number(groups?.['day']);
  if (day > 31 || day < 1) return single(found);
  const year = groups?.['year'] === undefined ? found.year : Number(groups['year']);
  const yearFromIssue = year === null ? (relativeYear(groups?.['relative']) ?? found.yearFromIssue) : null;
  const first = { ...printedDay(found), year, yearFromIssue };
  return { start: found.start, end: found.end + words.length, first, last: { ...first, day } };
}

const daysBefore = new RegExp(
  `(?<![\\p{L}\\p{N}_-]|\\d[.,:/])(?<list>\\d{1,2}${ordinalEnding}${weekend}(?:,\\s(?:the\\s)?${number}){0,12})(?<glue>,?\\s(?:and|&)\\s(?:the\\s)?|\\s{0,2}${until}\\s{0,2}(?:the\\s)?)$`,
  'u',
);

// '18 to 19 December', 'the 16th and 17th of October'
function withDaysBefore(sentence: string, found: FoundDay, from: number): DateWords[] {
  const before = sentence.slice(Math.max(from, found.start - 80), found.start);
  const match = daysBefore.exec(before);
  if (match === null) return [single(found)];
  const start = found.start - before.length + match.index;
  const days = numbersIn(match.groups?.['list'] ?? '', start).map((at) => ({ ...found, ...at }));
  const [first] = days;
  const isRange =
    !/and|&/.test(match.groups?.['glue'] ?? '') || /\bbetween\s(?:the\s)?$/i.test(sentence.slice(0, start));
  if (isRange && first !== undefined)
    return [{ start, end: found.end, first: printedDay(first), last: printedDay(found) }];
  return consecutive([...days, found], found.end);
}

// '2031.12.18-20', '2031.12.18-12.20'
function withShortEnd(sentence: string, found: FoundDay): DateWords {
  const rest = sentence.slice(found.end, found.end + 20);
  const end = /^\s?[-–—~至]\s?(?:(?<month>\d{1,2})[./])?(?<day>\d{1,2})(?![\d./-]|\s?%)/u.exec(rest);
  // With hyphens inside, a hyphen does not say that a range begins.
  if (end === null || (sentence.charAt(found.end) === '-' && sentence.charAt(found.start + 4) === '-'))
    return single(found);
  const month = end.groups?.['month'] === undefined ? found.month : Number(end.groups['month']);
  const day = Number(end.groups?.['day']);
  if (month > 12 || day > 31) return single(found);
  return {
    start: found.start,
    end: found.end + end[0].length,
    first: printedDay(found),
    last: { ...printedDay(found), month, day },
  };
}

function numbersIn(text: string, offset: number): (Extent & { readonly day: number })[] {
  return [...text.matchAll(new RegExp(number, 'gu'))].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    day: Number.parseInt(match[0], 10),
  }));
}

// Days of one month: a range where each follows the one before, else each of its own.
function consecutive(days: readonly FoundDay[], end: number): DateWords[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.some(({ day }) => day < 1 || day > 31)) return [];
  const isRange = days.every(({ day }, index) => day === first.day + index);
  if (isRange) return [{ start: first.start, end, first: printedDay(first), last: printedDay(last) }];
  return days.map((day) => ({ ...single(day), end: day === last ? end : day.end }));
}

function single(found: FoundDay): DateWords {
  return { start: found.start, end: found.end, first: printedDay(found), last: null };
}

function printedDay({ year, yearFromIssue, month, day }: PrintedDay): PrintedDay {
  return { year, yearFromIssue, month, day };
}

// 'between March 3 and April 5': two finds that are one range. 'and' alone joins only behind 'between', or a day to the next.
function joinRanges(sentence: string, found: readonly DateWords[]): DateWords[] {
  const joined: DateWords[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    if (last !== undefined && last.last === null && next.last === null && isRange(sentence, last, next)) {
      joined[joined.length - 1] = { start: last.start, end: next.end, first: last.first, last: next.first };
    } else joined.push(next);
  }
  return joined;
}

const clock = "(?:\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]\\.?m\\.?|o'clock|hours|h)?|noon|midnight)";
const joiner = new RegExp(
  `^(?:,?\\s(?:at\\s)?${clock})?,?\\s{0,2}${until}\\s{0,2}(?:and including\\s)?(?:${clock}\\s(?:on\\s)?)?(?:the\\s)?$`,
  'iu',
);

function isRange(sentence: string, left: DateWords, right: DateWords): boolean {
  const between = sentence.slice(left.end, right.start);
  if (between.length > 60) return false;
  if (joiner.test(between)) return true;
  if (!/^\s?(?:and|&)\s(?:the\s)?$/i.test(between)) return false;
  return (
    /\bbetween\s(?:the\s)?$/i.test(sentence.slice(Math.max(0, left.start - 20), left.start)) ||
    isNextDay(left.first, right.first)
  );
}

function isNextDay(first: PrintedDay, next: PrintedDay): boolean {
  return first.month === next.month && first.day + 1 === next.day;
}
