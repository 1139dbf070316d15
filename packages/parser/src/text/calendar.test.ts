import { describe, expect, it } from 'vitest';
import { daysBetween, formatDay, isCalendarDay, parseDay } from './calendar.js';

describe('calendar', () => {
  it.each([
    ['2032-02-29', true],
    ['2031-02-29', false],
    ['2100-02-29', false],
    ['2000-02-29', true],
    ['2031-04-31', false],
    ['2031-13-01', false],
    ['0000-01-01', false],
    ['2031-1-1', false],
  ])('tells whether %s is a day', (text, isDay) => {
    expect(parseDay(text) !== null).toBe(isDay);
  });

  it('counts days over a leap day and in early years', () => {
    expect(daysBetween({ year: 2032, month: 2, day: 28 }, { year: 2032, month: 3, day: 1 })).toBe(2);
    expect(daysBetween({ year: 99, month: 12, day: 31 }, { year: 100, month: 1, day: 1 })).toBe(1);
  });

  it('pads what it prints', () => {
    expect(formatDay({ year: 931, month: 4, day: 2 })).toBe('0931-04-02');
    expect(isCalendarDay({ year: 2031, month: 4, day: 0 })).toBe(false);
  });
});
