import { describe, expect, it } from 'vitest';
import { readPartLabel } from './part-label.js';

describe('readPartLabel', () => {
  it.each([
    ['The Price of Salt (Part 2)', 'The Price of Salt', 2, null, '(Part 2)'],
    ['The Price of Salt (part two)', 'The Price of Salt', 2, null, '(part two)'],
    ['The Price of Salt (Pt. 3)', 'The Price of Salt', 3, null, '(Pt. 3)'],
    ['The Price of Salt (II)', 'The Price of Salt', 2, null, '(II)'],
    ['The Price of Salt（III）', 'The Price of Salt', 3, null, '（III）'],
    ['The Price of Salt (2/4)', 'The Price of Salt', 2, 4, '(2/4)'],
    ['The Price of Salt (2 of 4)', 'The Price of Salt', 2, 4, '(2 of 4)'],
    ['The Price of Salt [Part 1/3]', 'The Price of Salt', 1, 3, '[Part 1/3]'],
    ['The Price of Salt: Part Three', 'The Price of Salt', 3, null, ': Part Three'],
    ['The Price of Salt - Part IV', 'The Price of Salt', 4, null, '- Part IV'],
    ['The Price of Salt – Part 4', 'The Price of Salt', 4, null, '– Part 4'],
    ['The Price of Salt, Part 2 of 3', 'The Price of Salt', 2, 3, ', Part 2 of 3'],
    ['[Essays] The Price of Salt (Part 3)', 'The Price of Salt', 3, null, '(Part 3)'],
    ['盐的价格 (Part 2)', '盐的价格', 2, null, '(Part 2)'],
  ])('reads %j', (title, name, number, of, words) => {
    const label = readPartLabel(title);
    expect(label).toMatchObject({ title: name, number, of });
    expect(title.slice(label?.start, label?.end)).toBe(words);
  });

  it.each([
    'The Price of Salt',
    'The Price of Salt (2024)',
    'Rules for Lamps (C)',
    'Rules for Lamps (L)',
    'Rules for Lamps (4/2)',
    'Rules for Lamps (XXX)',
    'Fees for Quays: a Draft',
    'The Best Part',
    'Ready in part two ways',
    'Chapter Part 2',
    '(Part 2)',
    'Tide Law (Trial)',
    'Civil War (mix)',
    'A Counterpart, Part Company',
  ])('reads none in %j', (title) => {
    expect(readPartLabel(title)).toBeNull();
  });
});
