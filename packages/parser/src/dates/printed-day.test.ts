import { describe, expect, it } from 'vitest';
import { formatDay } from '../text/calendar.js';
import { findPrintedDays, readLeadingDay } from './printed-day.js';

function found(text: string): string[] {
  return findPrintedDays(text).map(({ start, end, year, yearFromIssue, month, day }) => {
    const printed = formatDay({ year: year ?? 0, month, day }).slice(year === null ? 5 : 0);
    return `${text.slice(start, end)} = ${printed}${yearFromIssue === null ? '' : ` ${yearFromIssue}`}`;
  });
}

describe('findPrintedDays', () => {
  it.each<[string, string[]]>([
    ['on December 5, 2031 at', ['December 5, 2031 = 2031-12-05']],
    ['on Dec. 5th and', ['Dec. 5th = 12-05']],
    ['FRIDAY? Fri., Dec 5 (Friday), 2031', ['Fri., Dec 5 (Friday), 2031 = 2031-12-05']],
    ['on the 5th of May, 2032', ['5th of May, 2032 = 2032-05-05']],
    ['5 Sept. and 6 September', ['5 Sept. = 09-05', '6 September = 09-06']],
    ['the first day of April 2032', ['first day of April 2032 = 2032-04-01']],
    [
      '2031-12-05, 2031.12.6, 2031/12/07',
      ['2031-12-05 = 2031-12-05', '2031.12.6 = 2031-12-06', '2031/12/07 = 2031-12-07'],
    ],
    ['自2031年12月5日起，至明年1月6日', ['2031年12月5日 = 2031-12-05', '明年1月6日 = 01-06 1']],
    ['January 5 next year, March 3 of last year', ['January 5 next year = 01-05 1', 'March 3 of last year = 03-03 -1']],
    ['next year, on January 22', ['January 22 = 01-22 1']],
    ['February 29', ['February 29 = 02-29']],
  ])('finds the days in %j', (text, days) => {
    expect(found(text)).toEqual(days);
  });

  it.each([
    'February 30 and 31 April',
    '5/6/2032, 5.6.2032',
    'each may 3 times march 5 miles',
    'December 5% and December 12,252',
    'at March 18:30 and in December 2031',
    'the “June 18” sale in May 4th Movement style at 18 March 8 Road',
    'No. 2032-06-15 and 2032-0618-33',
    'the ferries Jan-5 and Mar-12',
    '',
  ])('finds none in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('readLeadingDay', () => {
  it.each<[string, number | null, string | null]>([
    ['2031-12-05 | Virtual | Rust', null, '2031-12-05 10'],
    ['Dec 5, 2031: Rust', null, '2031-12-05 11'],
    ['Dec 5. Rust', 2031, '2031-12-05 5'],
    ['Dec 5. Rust', null, null],
    ['Rust on 2031-12-05', null, null],
    ['Feb 29. Rust', 2031, null],
  ])('reads %j in %s as %s', (text, year, expected) => {
    const leading = readLeadingDay(text, year);
    expect(leading === null ? null : `${leading.day} ${leading.length}`).toBe(expected);
  });
});
