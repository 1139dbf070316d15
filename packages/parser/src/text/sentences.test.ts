import { describe, expect, it } from 'vitest';
import { longestSentence, sentencesOf } from './sentences.js';

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each([
    ['', []],
    ['One. Two! Three', ['One.', 'Two!', 'Three']],
    ['On Dec. 24 at 3 p.m. it rains. Yes.', ['On Dec. 24 at 3 p.m. it rains.', 'Yes.']],
    ['It costs 3.50. “Fine.” So be it.', ['It costs 3.50.', '“Fine.”', 'So be it.']],
    ['一。二！', ['一。', '二！']],
    ['The lamps (all of them!) are lit. Yes.', ['The lamps (all of them!) are lit.', 'Yes.']],
    ['Ropes, e.g. of hemp, i.e. fibre. (None!) Go.', ['Ropes, e.g. of hemp, i.e. fibre.', '(None!)', 'Go.']],
    ['  One.  ', ['One.']],
  ])('cuts %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it('cuts what is too long at a blank, and never inside a surrogate pair', () => {
    expect(cut('word '.repeat(300)).every((part) => part.length <= longestSentence && part.startsWith('word'))).toBe(
      true,
    );
    expect(cut(`x${'🚢'.repeat(600)}`).every((part) => !/\p{Cs}/u.test(part))).toBe(true);
  });
});
