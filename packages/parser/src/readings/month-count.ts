import type { Layout } from '../layout.js';
import type { MonthCount, Read } from '../reading.js';
import { halfWidth } from '../text/half-width.js';
import { spanOf, type Words } from '../text/words.js';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * Which issue of its month this is, as printed on the title line, else on a line before the first heading; null where it is not.
 *
 * ```text
 * Lanternport Weekly Bulletin (Issue 41, No.3, January 2031)
 *                                        ^^^^^^^^^^^^^^^^^^
 * ```
 */
export function readMonthCount(lines: readonly Words[], layout: Layout): Read<MonthCount> | null {
  const found = lines.flatMap((line) => (layout.monthCounts ?? []).flatMap((pattern) => monthCountIn(line, pattern)));
  return found.find(({ value }) => value.number !== null) ?? found[0] ?? null;
}

function monthCountIn(line: Words, pattern: RegExp): Read<MonthCount>[] {
  const match = pattern.exec(halfWidth(line.text));
  const { number, month, year } = match?.groups ?? {};
  if (match === null || month === undefined || year === undefined) return [];
  const value = {
    year: Number(year),
    month: months.indexOf(month.toLowerCase()) + 1,
    number: number === undefined ? null : Number(number),
  };
  const start = match.index + (number === undefined ? match[0].indexOf(month) : match[0].search(/\p{L}/u));
  return value.month === 0 ? [] : [{ value, span: spanOf(line, start, match.index + match[0].length) }];
}
