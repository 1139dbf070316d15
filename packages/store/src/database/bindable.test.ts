import { describe, expect, it } from 'vitest';
import { assertBindable, MAX_NESTING } from './bindable.js';
import { isStoreError } from './store-error.js';

function refusal(value: unknown) {
  try {
    assertBindable(value, 'parameter $1');
  } catch (error) {
    if (isStoreError(error)) return { code: error.code, ...error.data };
    throw error;
  }
  return undefined;
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

describe('assertBindable', () => {
  it.each([
    ['NUL in a text', 'ab\0c', { code: 'NUL_CHARACTER', offset: 2, place: 'parameter $1' }],
    ['a high surrogate alone', 'a\ud83d', { code: 'LONE_SURROGATE', offset: 1, place: 'parameter $1', unit: 'D83D' }],
    ['a low surrogate alone', '\ude00a', { code: 'LONE_SURROGATE', offset: 0, place: 'parameter $1', unit: 'DE00' }],
    [
      'a pair the wrong way round',
      '\ude00\ud83d',
      { code: 'LONE_SURROGATE', offset: 0, place: 'parameter $1', unit: 'DE00' },
    ],
    ['NUL inside an array', ['a', 'b\0'], { code: 'NUL_CHARACTER', offset: 1, place: 'parameter $1[1]' }],
    ['NUL inside an object', { a: [{ b: '\0' }] }, { code: 'NUL_CHARACTER', offset: 0, place: 'parameter $1.a[0].b' }],
    ['NUL in a key', { 'a\0': 1 }, { code: 'NUL_CHARACTER', offset: 1, place: 'a key of parameter $1' }],
  ])('refuses %s and names the place', (_, value, expected) => {
    expect(refusal(value)).toEqual(expected);
  });

  it('lets everything else pass', () => {
    const fine = [
      'text',
      '',
      '😀 and \u{10ffff}',
      '\uffff\t\r\n',
      null,
      undefined,
      1n,
      new Uint8Array([0]),
      { a: [1, 'x', null] },
    ];
    for (const value of fine) expect(refusal(value)).toBeUndefined();
  });

  it('refuses nesting past the limit and lets the limit pass', () => {
    expect(refusal(nested(MAX_NESTING))).toBeUndefined();
    expect(refusal(nested(MAX_NESTING + 1))).toMatchObject({ code: 'PARAMETER_TOO_DEEP', max_depth: MAX_NESTING });
  });
});
