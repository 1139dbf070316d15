import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../text/calendar.js';
import { findDateWords } from './date-words.js';
import { resolveYears } from './resolve-year.js';
import type { Tense } from './tense.js';

function resolve(text: string, issued: string, tense: Tense): string {
  const words = findDateWords(text)[0];
  if (words === undefined) return 'none';
  const dates = resolveYears(words, parseDay(issued), tense);
  if (typeof dates === 'string') return dates;
  return dates.last === null ? formatDay(dates.first) : `${formatDay(dates.first)} ${formatDay(dates.last)}`;
}

describe('resolveYears', () => {
  it.each<[string, string, Tense, string]>([
    ['January 5', '2031-12-17', 'coming', '2032-01-05'],
    ['December 22', '2031-12-17', 'coming', '2031-12-22'],
    ['November 30', '2031-12-17', 'coming', '2031-11-30'],
    ['November 30', '2032-01-05', 'past', '2031-11-30'],
    ['July 1', '2031-12-17', 'coming', '2032-07-01'],
    ['July 1', '2031-12-17', 'past', '2031-07-01'],
    ['December 30 to January 2', '2031-12-17', 'coming', '2031-12-30 2032-01-02'],
    ['December 30 to January 2', '2032-01-01', 'coming', '2031-12-30 2032-01-02'],
    ['December 28 to January 3, 2032', '2029-06-01', 'coming', '2031-12-28 2032-01-03'],
    ['December 28, 2031 to January 3', '2029-06-01', 'coming', '2031-12-28 2032-01-03'],
    ['March 3-5', '2032-01-05', 'coming', '2032-03-03 2032-03-05'],
    ['February 5, 2032 to February 4, 2032', '2032-01-05', 'coming', 'reversed'],
    ['February 29', '2030-12-17', 'coming', 'unknown'],
    ['5/6/2032', '2032-01-05', 'coming', 'none'],
    ['March 5, 2019', '2031-12-17', 'coming', '2019-03-05'],
  ])('reads %j in an issue of %s that looks to what is %s', (text, issued, tense, expected) => {
    expect(resolve(text, issued, tense)).toBe(expected);
  });

  it('gives every day of the year one year, in either direction', () => {
    for (const tense of ['coming', 'past'] as const) {
      const names = ['January', 'April', 'August', 'December'].flatMap((month) =>
        [1, 15, 30].map((day) => `${month} ${day}`),
      );
      for (const issued of ['2031-01-01', '2031-06-30', '2032-12-31']) {
        expect(names.map((name) => resolve(name, issued, tense)).filter((found) => found === 'unknown')).toEqual([]);
      }
    }
  });
});
