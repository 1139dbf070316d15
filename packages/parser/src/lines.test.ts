import { describe, expect, it } from 'vitest';
import { readLines } from './lines.js';

describe('readLines', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a\n']],
    ['a\r\nb\rc\nd', ['a\r\n', 'b\r', 'c\n', 'd']],
    ['\n\r\r\n', ['\n', '\r', '\r\n']],
    ['a\u2028b\u0085c', ['a\u2028b\u0085c']],
  ])('cuts %j behind each ending', (document, values) => {
    expect(readLines(document).map(({ value }) => value)).toEqual(values);
  });

  it('places a line with an ending before the first column of the next', () => {
    expect(readLines('ab\r\nc').map(({ position }) => position)).toEqual([
      { start: { line: 1, column: 1, offset: 0 }, end: { line: 2, column: 1, offset: 4 } },
      { start: { line: 2, column: 1, offset: 4 }, end: { line: 2, column: 2, offset: 5 } },
    ]);
  });
});
