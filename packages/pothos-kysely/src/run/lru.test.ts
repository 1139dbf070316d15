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
