import { describe, expect, it } from 'vitest';
import { type Nested, parseArray, printArray } from './array-literal.js';

describe('array literals', () => {
  const arrays: readonly (readonly [Nested<string | null>[], string])[] = [
    [[], '{}'],
    [['a', null, 'NULL', ''], '{"a",NULL,"NULL",""}'],
    [['a,b', 'c"d', 'e\\f', '{g}', 'h\ni'], '{"a,b","c\\"d","e\\\\f","{g}","h\ni"}'],
    [
      [
        ['a', 'b'],
        ['c', null],
      ],
      '{{"a","b"},{"c",NULL}}',
    ],
  ];

  it.each(arrays)('prints %j as SQL and reads it back', (values, literal) => {
    expect(printArray(values)).toBe(literal);
    expect(parseArray(literal, String)).toEqual(values);
  });

  it('reads elements without quotes with the reader of their type', () => {
    expect(parseArray('{1,NULL,-3}', Number)).toEqual([1, null, -3]);
  });

  it('reads an array with bounds of its own', () => {
    expect(parseArray('[0:1]={1,2}', Number)).toEqual([1, 2]);
  });
});
