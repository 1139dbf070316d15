import { describe, expect, it } from 'vitest';
import { orderKeys } from './order-keys.js';

type Place = Parameters<typeof orderKeys>;

/** Places in the order that a key is to give them. */
const NEWEST: readonly Place[] = [
  ['2032-01-09', 'quay', '7'],
  ['2032-01-09', 'quay', '7', 1],
  ['2032-01-09', 'quay', '7', 2],
  ['2032-01-09', 'quay', '7', 10],
  ['2032-01-09', 'quay', '7-2'],
  ['2032-01-09', 'quay-north', '1'],
  ['2032-01-08', 'lamp', '1'],
  ['1999-12-31', 'lamp', '1'],
  [null, 'lamp', '1'],
  [null, 'quay', '1'],
];
const OLDEST: readonly Place[] = [
  ['1999-12-31', 'quay', '9'],
  ['2032-01-08', 'lamp', '1'],
  ['2032-01-09', 'lamp', '1'],
  ['2032-01-09', 'lamp', '1', 1],
  ['2032-01-09', 'quay', '1'],
  ['2032-01-09', 'quay', '潮汐'],
  [null, 'lamp', '1'],
];

const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('orderKeys', () => {
  it('sorts the latest day first, then by publication, slug and position, and what has no day last', () => {
    const keys = NEWEST.map((place) => orderKeys(...place).newest_key);
    expect(keys.toSorted(bytes)).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sorts the earliest day first, then likewise', () => {
    const keys = OLDEST.map((place) => orderKeys(...place).oldest_key);
    expect(keys.toSorted(bytes)).toEqual(keys);
  });
});
