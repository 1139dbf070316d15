import { en } from 'chrono-node';
import type { Extent } from '../tree.js';

/** A day as printed: the year is null where none is. Months count from 1. */
export interface PrintedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Date words in a sentence, from one index to another: one day, or a range where `end` is there. */
export interface DateWords extends Extent {
  readonly first: PrintedDay;
  readonly last: PrintedDay | null;
}

const monthName = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const mayHoldDay = new RegExp(
  `${monthName}\\s{0,3}\\d|\\d(?:st|nd|rd|th)?\\s{1,3}(?:of\\s{1,3})?${monthName}|\\d{4}[-./]\\d{1,2}[-./]\\d`,
  'i',
);

/** Whether it is worth looking for days in a sentence. Cheap and linear, unlike {@link findDateWords}. */
export function mayHoldDate(sentence: string): boolean {
  return mayHoldDay.test(sentence);
}

/**
 * The days and ranges of days printed in a sentence. Only what is printed counts: month and day must be there in words
 * or figures ('5/6' is no date, for nobody knows its order; 'November' and 'end of November' are no days).
 *
 * @param sentence Short: the search is not linear.
 */
export function findDateWords(sentence: string): DateWords[] {
  const single = en.strict.parse(sentence, anyDay).flatMap((result): DateWords[] => {
    const first = printedDay(result.start);
    if (first === null || !isDated(result.text)) return [];
    const text = result.text.trimEnd();
    const last = result.end ? printedDay(result.end) : null;
    return [asPrinted({ start: result.index, end: result.index + text.length, first, last }, text)];
  });
  return joinRanges(
    sentence,
    single.map((words) => withLooseEnd(sentence, words)),
  );
}

// The library asks for a day to reckon from. What it reckons is not used, but a 29 February must be possible.
const anyDay = new Date(Date.UTC(2000, 0, 10, 12));

// The library puts a range that ends before it begins the right way round; it is for the reader to see the mistake.
function asPrinted(words: DateWords, text: string): DateWords {
  const { first, last } = words;
  if (last === null || first.year === null || last.year === null || first.day === last.day) return words;
  const printedFirst = Number(/(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0]);
  return printedFirst === last.day && /^\P{N}*\d{1,2}(?!\d)/u.test(text)
    ? { ...words, first: last, last: first }
    : words;
}

interface KnownComponents {
  isCertain(component: 'year' | 'month' | 'day'): boolean;
  get(component: 'year' | 'month' | 'day'): number | null;
}

function printedDay(components: KnownComponents): PrintedDay | null {
  const month = components.isCertain('month') ? components.get('month') : null;
  const day = components.isCertain('day') ? components.get('day') : null;
  if (month === null || day === null) return null;
  return { year: components.isCertain('year') ? components.get('year') : null, month, day };
}

function isDated(text: string): boolean {
  return /\d/.test(text) && !/^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/.test(text.trim()) && !/^end/i.test(text);
}

const looseEnd =
  /^\s{0,2}(?:to|until|till|through|and|[-–—~])\s{0,2}(?:the\s)?(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d|\d|\s?%|\s\p{L})(?:,?\s(?<year>\d{4})(?!\d))?/iu;

// 'December 18 and 19', 'December 18 – 19', 'December 18 through 20, 2031': the end that the library leaves out.
function withLooseEnd(sentence: string, words: DateWords): DateWords {
  const match = words.last === null ? looseEnd.exec(sentence.slice(words.end, words.end + 40)) : null;
  const day = Number(match?.groups?.['day']);
  if (match === null || !(day > words.first.day && day <= 31)) return words;
  const printedYear = match.groups?.['year'];
  const year = printedYear === undefined ? words.first.year : Number(printedYear);
  return { ...words, end: words.end + match[0].length, last: { year, month: words.first.month, day } };
}

// 'between March 3 and April 5': two finds that are one range. 'and' alone joins only behind 'between'.
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

function isRange(sentence: string, left: Extent, right: Extent): boolean {
  const between = sentence.slice(left.end, right.start);
  if (/^\s{0,2}(?:to|until|till|through|[-–—~])\s{0,2}(?:the\s)?$/i.test(between)) return true;
  return /^\s?and\s?$/i.test(between) && /\bbetween\s?$/i.test(sentence.slice(0, left.start));
}
