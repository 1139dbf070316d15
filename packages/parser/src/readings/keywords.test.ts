import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../source.js';
import { readKeywords, withoutRepeats } from './keywords.js';

const keywordsIn = (text: string, diagnostics: Diagnostic[] = []) =>
  readKeywords({ text, start: 10, line: 2, column: 11 }, diagnostics);

describe('readKeywords', () => {
  it.each([
    ['A, B', ['A', 'B']],
    ['A; B, C', ['A', 'B, C']],
    ['A，B、C', ['A', 'B', 'C']],
    ['Tides (spring, neap), Quays', ['Tides (spring, neap)', 'Quays']],
    ['1,000 boats, Fees', ['1,000 boats', 'Fees']],
    [' A ,, B , ', ['A', 'B']],
    ['(A, B', ['(A, B']],
    ['', []],
  ])('parts %j', (text, values) => {
    expect(keywordsIn(text).map(({ value }) => value)).toEqual(values);
  });

  it('places each keyword on its words', () => {
    expect(keywordsIn('A,  Bc')[1]?.span).toEqual({ start: 14, end: 16, line: 2, column: 15 });
  });

  it('says that a line names nothing', () => {
    const diagnostics: Diagnostic[] = [];
    keywordsIn('', diagnostics);
    expect(diagnostics.map(({ code }) => code)).toEqual(['EMPTY_KEYWORD_LINE']);
  });

  it('keeps the first of two that differ in letter case alone', () => {
    const diagnostics: Diagnostic[] = [];
    expect(withoutRepeats(keywordsIn('Tides, tides, Quays'), diagnostics).map(({ value }) => value)).toEqual([
      'Tides',
      'Quays',
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['DUPLICATE_KEYWORD']);
  });
});
