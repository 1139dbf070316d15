import { describe, expect, it } from 'vitest';
import { chooseLayout } from './choose-layout.js';
import { parse } from './parse.js';
import type { ParsedDocument } from './parsed-document.js';

/** A parsed document as another layout might have read it. */
function read(layout: string, attributed: number, lines = 10): ParsedDocument {
  return { ...parse('T\nQ&A\n'), layout, coverage: { lines, attributed } };
}

const told = (...parsed: readonly ParsedDocument[]) => {
  const { layout, diagnostics } = chooseLayout(parsed);
  return [layout, ...diagnostics.map(({ code }) => code)];
};

describe('chooseLayout', () => {
  it.each<[string, readonly ParsedDocument[], readonly string[]]>([
    ['the one that explains the most lines', [read('a', 7), read('b', 9)], ['b']],
    ['the first of equals, with a word', [read('a', 8), read('b', 9), read('c', 9)], ['b', 'LAYOUT_TIE']],
    ['the least bad, with a word', [read('a', 2), read('b', 4)], ['b', 'LOW_COVERAGE']],
    ['one of the equally bad, with two', [read('a', 4), read('b', 4)], ['a', 'LOW_COVERAGE', 'LAYOUT_TIE']],
    ['the first for a document without lines', [read('a', 0, 0), read('b', 0, 0)], ['a']],
  ])('takes %s', (_, parsed, expected) => {
    expect(told(...parsed)).toEqual(expected);
  });

  it('names the equals and what to do', () => {
    const [tie] = chooseLayout([read('a', 9), read('b', 9)]).diagnostics;
    expect(tie?.message).toBe(
      "The layouts 'a', 'b' explain equally much, 9 of 10 lines; 'a' is used. Name the one that it is in.",
    );
  });
});
