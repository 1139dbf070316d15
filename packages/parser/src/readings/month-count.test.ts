import { describe, expect, it } from 'vitest';
import { parse } from '../parse.js';
import { read } from '../read.js';

function readFront(...front: readonly string[]) {
  const document = [...front, 'Laws and Regulations', '1. Fog', '[Keyword: Fog]', 'Fog.', 'Source: Quay', ''].join(
    '\n',
  );
  const { number, numberCounts, monthCount } = read(parse(document), { publishedOn: '2032-01-09' });
  const month = monthCount === null ? null : Object.values(monthCount.value);
  const printed = monthCount === null ? null : document.slice(monthCount.span.start, monthCount.span.end);
  return [number?.value ?? null, numberCounts, month, printed];
}

describe('readMonthCount and readIssueNumber', () => {
  it.each<[readonly string[], ReturnType<typeof readFront>]>([
    [['B (Issue 41, No.3, January 2032)'], [41, 'ALL', [2032, 1, 3], 'No.3, January 2032']],
    [['B (Issue 87 No.1, July 2032)'], [87, 'ALL', [2032, 7, 1], 'No.1, July 2032']],
    [['B (Issue 122 No.3 November 2032)'], [122, 'ALL', [2032, 11, 3], 'No.3 November 2032']],
    [['B (lssue 2, No.2, September 2031)'], [2, 'MONTH', [2031, 9, 2], 'No.2, September 2031']],
    [['B (Issue 2, September 2031)'], [2, 'MONTH', [2031, 9, null], 'September 2031']],
    [['B (Issue 41, January 2032)'], [41, 'ALL', [2032, 1, null], 'January 2032']],
    [['B (Issue 3, No.2, May 2032)'], [3, 'ALL', [2032, 5, 2], 'No.2, May 2032']],
    [
      ['H (Issue 48)', 'Issue 48', 'B', 'No.2, June 2032'],
      [48, 'ALL', [2032, 6, 2], 'No.2, June 2032'],
    ],
    [
      ['H (Issue 28)', 'Issue 28', 'B', 'No. 3,January 2032'],
      [28, 'ALL', [2032, 1, 3], 'No. 3,January 2032'],
    ],
    [
      ['Issue 68', 'B', 'No.1,July 2032'],
      [68, 'ALL', [2032, 7, 1], 'No.1,July 2032'],
    ],
    [
      ['B', 'No.2, September 2031', 'lssue 2'],
      [2, 'MONTH', [2031, 9, 2], 'No.2, September 2031'],
    ],
    [
      ['B', 'lssue 2, September 2031', 'B'],
      [2, 'MONTH', [2031, 9, null], 'September 2031'],
    ],
    [
      ['B (Issue 59, No.3, May 2032)', 'Issue 60'],
      [59, null, [2032, 5, 3], 'No.3, May 2032'],
    ],
    [['H (Issue 123)'], [123, 'ALL', null, null]],
    [['H'], [null, null, null, null]],
    [
      ['H', 'As told (Issue 6) before, fog lies.'],
      [6, null, null, null],
    ],
    [
      ['H (Issue 7)', 'As told in Issue 6, fog lies.', 'Issue 6, of last week, told more.'],
      [7, 'ALL', null, null],
    ],
  ])('read %j', (front, expected) => {
    expect(readFront(...front)).toEqual(expected);
  });
});
