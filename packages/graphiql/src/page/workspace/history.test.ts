import { describe, expect, it } from 'vitest';
import { withRun } from './history.js';
import { newTab } from './tab.js';

describe('the history of runs', () => {
  it('has the newest first, and the same query once', () => {
    const [a, b] = ['{ a }', '{ b }'].map((query) => newTab({ title: query, query, isOwn: true }));
    if (a === undefined || b === undefined) throw new Error('Two tabs were made.');
    const history = [a, b, { ...a, query: ' { a }\n' }].reduce(
      (before, tab, index) => withRun(before, tab, `2026-01-01T00:00:0${index}Z`),
      withRun([], a, 'earlier'),
    );
    expect(history.map(({ title, at }) => [title, at])).toEqual([
      ['{ a }', '2026-01-01T00:00:02Z'],
      ['{ b }', '2026-01-01T00:00:01Z'],
    ]);
  });
});
