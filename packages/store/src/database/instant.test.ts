import { describe, expect, it } from 'vitest';
import { readInstant } from './instant.js';

describe('readInstant', () => {
  it.each([
    ['2025-12-17 00:00:00+00', '2025-12-17T00:00:00.000000Z'],
    ['2025-12-17 08:00:00.5+08', '2025-12-17T00:00:00.500000Z'],
    ['2025-12-16 19:30:00.123456-04:30', '2025-12-17T00:00:00.123456Z'],
    ['0050-03-01 00:00:00+00', '0050-03-01T00:00:00.000000Z'],
    ['2024-02-29 23:59:59.999999+00', '2024-02-29T23:59:59.999999Z'],
    ['1900-01-01 00:00:00+08:05:43', '1899-12-31T15:54:17.000000Z'],
    ['infinity', 'infinity'],
  ])('reads %s as %s', (printed, expected) => {
    expect(readInstant(printed)).toBe(expected);
  });

  it.each(['0001-01-01 00:00:00+00 BC', '17/12/2025 00:00:00 UTC', '10000-01-01 00:00:00+00'])(
    'refuses %s',
    (printed) => {
      expect(() => readInstant(printed)).toThrow(expect.objectContaining({ code: 'VALUE_OUT_OF_RANGE' }));
    },
  );
});
