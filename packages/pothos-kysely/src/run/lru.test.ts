import { expect, test } from 'vitest';
import { Lru } from './lru.js';

test('keeps what was used last and forgets the rest', () => {
  const lru = new Lru<string, number>(2);
  const made: string[] = [];
  const get = (key: string) => lru.getOrMake(key, () => made.push(key));
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  expect(lru.size).toBe(2);
});

test('keeps nothing of what could not be made', () => {
  const lru = new Lru<string, number>(2);
  expect(() =>
    lru.getOrMake('a', () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(lru.getOrMake('a', () => 1)).toBe(1);
});

test('is bounded by the sizes of its values', () => {
  const lru = new Lru<string, number>(10, (value) => value);
  for (const [key, size] of [
    ['a', 4],
    ['b', 4],
    ['c', 4],
  ] as const)
    lru.getOrMake(key, () => size);
  expect(lru.size).toBe(2);
  expect(lru.getOrMake('d', () => 11)).toBe(11);
  expect(lru.size).toBe(0);
});
