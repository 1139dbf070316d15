import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../source.js';
import { readAbbreviations } from './abbreviations.js';

function pairsIn(text: string, diagnostics: Diagnostic[] = []): string[] {
  const found = readAbbreviations([{ text, start: 0, line: 1, column: 1 }], diagnostics);
  return found.map(({ short, long, span }) => `${short}=${long}|${text.slice(span.start, span.end)}`);
}

describe('readAbbreviations', () => {
  it.each([
    ['the Office of Quays and Locks (OQL) said', 'OQL=Office of Quays and Locks|Office of Quays and Locks (OQL)'],
    ['a State Tidal Agency (STA)', 'STA=State Tidal Agency|State Tidal Agency (STA)'],
    ['by the Museum of Art Petrel (the “MAP”)', 'MAP=Museum of Art Petrel|Museum of Art Petrel (the “MAP”)'],
    ['of an artificial isle (AI, since 2030)', 'AI=artificial isle|artificial isle (AI, since 2030)'],
    ['OQL (Office of Quays and Locks) said', 'OQL=Office of Quays and Locks|OQL (Office of Quays and Locks)'],
    ['OQL (the Office of Quays and Locks)', 'OQL=Office of Quays and Locks|OQL (the Office of Quays and Locks)'],
  ])('reads %j', (text, pair) => {
    expect(pairsIn(text)).toEqual([pair]);
  });

  it.each([
    'China Tide Platform (Lanternport)',
    'the Rules (Draft for Comments)',
    'the lamps (AB)',
    'It rained. Then the Office (IO)',
    'T (Issue 12)',
    '((((((',
    'ABC (ABC)',
  ])('finds nothing in %j', (text) => {
    expect(pairsIn(text)).toEqual([]);
  });

  it('gives a pair once, and notes a second meaning of the short form', () => {
    const diagnostics: Diagnostic[] = [];
    expect(pairsIn('Tide Office (TO), the tide office (TO), Town Orchestra (TO)', diagnostics)).toHaveLength(2);
    expect(diagnostics.map(({ code }) => code)).toEqual(['AMBIGUOUS_ABBREVIATION']);
  });
});
