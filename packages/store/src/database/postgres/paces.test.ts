import { describe, expect, it } from 'vitest';
import { Paces } from './paces.js';

describe('the paces of statements', () => {
  it('are not known of what was never carried out, nor of what has no name', () => {
    const paces = new Paces();
    paces.note(undefined, 1);
    expect([paces.isQuick('latest'), paces.isQuick(undefined)]).toEqual([false, false]);
  });

  it('follow the last times: a quick statement that has become slow is no more quick, and one whose first time was slow becomes so', () => {
    const paces = new Paces();
    paces.note('latest', 1);
    expect(paces.isQuick('latest')).toBe(true);
    paces.note('latest', 100);
    expect(paces.isQuick('latest')).toBe(false);
    for (let times = 0; times < 20; times += 1) paces.note('latest', 1);
    expect(paces.isQuick('latest')).toBe(true);
  });

  it('are forgotten of what was met first when there are too many', () => {
    const paces = new Paces();
    for (let number = 0; number <= 1_000; number += 1) paces.note(String(number), 1);
    expect([paces.isQuick('0'), paces.isQuick('1'), paces.isQuick('1000')]).toEqual([false, true, true]);
  });
});
