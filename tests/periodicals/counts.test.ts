import { expect, it } from 'vitest';
import { optechCounts, rustCounts, type YearCounts } from './counts.js';

// The figures were compared with `grep` by hand; who changes a count says in the commit which lines it found or lost.
it('counts the event lines of This Week in Rust by year', () => {
  const counts = shown('This Week in Rust', rustCounts());
  if (counts === null) return;
  expect(counts.get('2016')).toMatchObject({ issues: 51, 'dated lines': 422, 'undated lines': 1 });
  expect(counts.get('2021')).toMatchObject({ issues: 52, 'dated lines': 394, 'undated lines': 0 });
  expect(counts.get('2023')).toMatchObject({ issues: 52, 'dated lines': 1814, 'undated lines': 0 });
});

it('counts the headings and top-level list items of Optech newsletters by year', () => {
  const counts = shown('Optech', optechCounts());
  if (counts === null) return;
  expect(counts.get('2019')).toMatchObject({ issues: 51, headings: 244, items: 554 });
  expect(counts.get('2021')).toMatchObject({ issues: 51, headings: 231, items: 628 });
});

function shown(name: string, counts: ReadonlyMap<string, YearCounts> | null): ReadonlyMap<string, YearCounts> | null {
  for (const [year, found] of counts ?? []) {
    const words = Object.entries(found).map(([key, count]) => `${count} ${key}`);
    console.info(`${name} ${year}: ${words.join(', ')}`);
  }
  return counts;
}
