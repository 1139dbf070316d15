import { describe, expect, it } from 'vitest';
import { countWords } from './count-words.js';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['one two', 2],
    ["the sailor's well-known R&D", 4],
    ['12,252 boats, 98.8% full.', 4],
    ['潮汐表 2031', 4],
    ['かもめ', 3],
    ['Döhler’s café', 2],
    ['𝒳 🚢', 1],
    [' - & ’ ', 0],
    ['a\u0301b', 1],
  ])('counts the words of %j', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
