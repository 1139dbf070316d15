import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.js';

describe('a function that remembers', () => {
  it('is carried out once for a text, and gives the same again', () => {
    const asked: string[] = [];
    const parts = remembered((text) => {
      asked.push(text);
      return text.split(' ');
    });
    expect(parts('Harbour Office')).toEqual(['Harbour', 'Office']);
    expect(parts('Harbour Office')).toBe(parts('Harbour Office'));
    expect(asked).toEqual(['Harbour Office']);
  });

  it('forgets when there are too many, and keeps no long ones', () => {
    let calls = 0;
    const length = remembered((text) => {
      calls += 1;
      return text.length;
    });
    for (let number = 0; number <= 20_000; number += 1) length(String(number));
    expect(length('0')).toBe(1);
    expect(calls).toBe(20_002);
    const long = 'x'.repeat(201);
    expect([length(long), length(long)]).toEqual([201, 201]);
    expect(calls).toBe(20_004);
  });
});
