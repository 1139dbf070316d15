import { describe, expect, it } from 'vitest';
import { countRows } from './count-rows.js';

describe('what a diff changes in the counts that are kept', () => {
  it('adds what comes and takes away what leaves, by publication and by rubric', () => {
    const diff = [
      { table: 'issue', removed: [], added: [{ id: 'issue_1', publication_id: 'publication_a' }] },
      {
        table: 'item',
        removed: [{ id: 'item_1', publication_id: 'publication_b' }],
        added: [
          { id: 'item_2', publication_id: 'publication_a' },
          { id: 'item_3', publication_id: 'publication_a' },
        ],
      },
      { table: 'item_rubric', removed: [{ item_id: 'item_1', rubric_id: 'rubric_x' }], added: [] },
    ] as const;
    expect(countRows(diff)).toEqual([
      { id: 'publication_a', items: 2, issues: 1 },
      { id: 'publication_b', items: -1, issues: 0 },
      { id: 'rubric_x', items: -1, issues: 0 },
    ]);
  });

  it('leaves a row that is replaced by itself, and rows that nobody counts, uncounted', () => {
    const item = { id: 'item_1', publication_id: 'publication_a' };
    const diff = [
      { table: 'item', removed: [item], added: [{ ...item, title: 'Another' }] },
      { table: 'keyword', removed: [], added: [{ id: 'keyword_1' }] },
    ] as const;
    expect(countRows(diff)).toEqual([]);
  });
});
