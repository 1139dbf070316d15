import { describe, expect, it } from 'vitest';
import { isComplete, type Part, stitchSeries } from './stitch-series.js';

/** '12 c+' is a part in issue 12 that continues and is to be continued; '12 2/4' one with its number; '12! c' says that issue 11 is held. */
function partOf(text: string): Part {
  const [, issue, held, number, of, continued, more] =
    /^(\d+)(!?) ?(?:(\d+)(?:\/(\d+))?)? ?(c?)(\+?)$/.exec(text) ?? [];
  if (issue === undefined) throw new Error(`'${text}' is no part.`);
  const day = new Date(Date.UTC(2032, 0, 7 * Number(issue)));
  return {
    item_id: text,
    oldest_key: issue.padStart(4, '0'),
    published_on: day.toISOString().slice(0, 10),
    issue_number: Number(issue),
    holds_previous_issue: held === '!',
    part_is_continuation: continued === 'c',
    part_to_be_continued: more === '+',
    part_number: number === undefined || number === '' ? null : Number(number),
    part_of: of === undefined ? null : Number(of),
  };
}

/** Series with '~' for a gap; whole ones end in '.'. */
function told(parts: readonly string[]): string[] {
  return stitchSeries(parts.map(partOf)).map((series) => {
    const line = series.map(({ part, isAfterGap }) => `${isAfterGap ? '~ ' : ''}${part.item_id}`).join(', ');
    return `${line}${isComplete(series) ? '.' : ''}`;
  });
}

function ordersOf<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((first, at) => ordersOf(list.filter((_, index) => index !== at)).map((rest) => [first, ...rest]));
}

describe('stitchSeries', () => {
  it.each([
    ['marks from the first part to the last', ['1 +', '2 c+', '3 c+', '4 c'], ['1 +, 2 c+, 3 c+, 4 c.']],
    ['a first part missing', ['2 c+', '3 c'], ['2 c+, 3 c']],
    ['a last part missing', ['1 +', '2 c+'], ['1 +, 2 c+']],
    ['a part missing whose issue is not held', ['1 +', '3 c+', '4 c'], ['1 +, ~ 3 c+, 4 c']],
    ['an issue between that has no part', ['1 +', '3! c+', '4 c'], ['1 +, 3! c+, 4 c.']],
    ['one alone', ['1 +'], ['1 +']],
    ['one forgotten mark between neighbours', ['1 +', '2 c', '3 c'], ['1 +, 2 c, 3 c.']],
    ['a series that begins again', ['1 +', '2 c', '5 +', '6 c'], ['1 +, 2 c.', '5 +, 6 c.']],
    ['the rest of another series', ['1 +', '2 c', '9 c+', '10 c'], ['1 +, 2 c.', '9 c+, 10 c']],
    ['equal titles more than half a year apart', ['1 +', '40! c'], ['1 +', '40! c']],
    ['numbers alone', ['1 1', '4 2', '9 3'], ['1 1, 4 2, 9 3.']],
    ['numbers and their total', ['1 1/4', '2 2/4', '3 3/4', '4 4/4'], ['1 1/4, 2 2/4, 3 3/4, 4 4/4.']],
    ['a total that is not reached', ['1 1/4', '2 2/4', '3 3/4'], ['1 1/4, 2 2/4, 3 3/4']],
    ['a number left out', ['1 1/4', '2 2/4', '4 4/4'], ['1 1/4, 2 2/4, ~ 4 4/4']],
    ['a number left out between neighbours', ['1 1', '2 3'], ['1 1, ~ 2 3']],
    ['a first number missing', ['2 2', '3 3'], ['2 2, 3 3']],
    ['a first part that has marks only', ['1 +', '2 2c+', '3 3c'], ['1 +, 2 2c+, 3 3c.']],
    ['marks and a number that says more', ['1 +', '2 3c'], ['1 +, ~ 2 3c']],
    ['numbers that begin again within weeks', ['1 1', '2 2', '5 1', '6 2'], ['1 1, 2 2.', '5 1, 6 2.']],
    ['a number that comes twice', ['2 2', '9 2'], ['2 2', '9 2']],
    ['numbers out of the order of days', ['1 2/3', '2 3/3', '3 1/3'], ['1 2/3, 2 3/3', '3 1/3']],
    ['an earlier number printed later', ['1 1/3', '2 3/3', '3 2/3'], ['1 1/3, 3 2/3, 2 3/3.']],
  ])('stitches %s, in whatever order they come', (_, parts, series) => {
    for (const order of ordersOf(parts)) expect(told(order)).toEqual(series);
  });
});
