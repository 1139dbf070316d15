import { describe, expect, it } from 'vitest';
import { plainSpaces, trimExtent } from './trim.js';

describe('trimExtent', () => {
  it('takes away exactly the blanks that the language does, and those without width, and marks of direction', () => {
    const marks = '\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      const isBlank = character.trim() === '' || code === 0x200b || code === 0x2060 || marks.includes(character);
      const { start, end } = trimExtent(character);
      if ((start === end) !== isBlank) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('gives the range of the words', () => {
    expect(trimExtent('\ufeff a b \r\n')).toEqual({ start: 2, end: 5 });
  });
});

describe('plainSpaces', () => {
  it('keeps every offset', () => {
    expect(plainSpaces('a\u00a0b\u3000c')).toBe('a b c');
  });
});
