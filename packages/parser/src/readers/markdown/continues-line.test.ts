import { describe, expect, it } from 'vitest';
import { continuesLine } from './continues-line.js';

const full = 'The sluice rules were revised by the water office';

describe('continuesLine', () => {
  it.each<[string, string, boolean]>([
    [full, 'and they now say more.', true],
    [`${full} on the`, 'First of May.', true],
    [`${full},`, 'Keepers say.', true],
    [full, 'again.', true],
    [`${full}.`, 'and so on', false],
    [full, 'Keepers must open every sluice.', false],
    [full, 'https://water.example/rules', false],
    [full, 'english.lanternport.example', false],
    [full, 'lssue', false],
    [`${full} and`, 'Source: Water Office', false],
    [full, '[Keywords: Sluices]', false],
    ['A short line', 'and another', false],
  ])('%j before %j', (line, next, goesOn) => {
    expect(continuesLine(line, next)).toBe(goesOn);
  });
});
