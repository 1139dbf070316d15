import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { tableLines } from './table.js';

const PLAIN = createColors(false);
const COLUMNS = [{ title: 'slug' }, { title: 'items', align: 'right' }, { title: 'title' }] as const;

it('aligns columns by what a terminal shows', () => {
  expect(
    tableLines(
      COLUMNS,
      [
        ['204', '11', 'Night ferries'],
        ['二〇五', '7', 'Two'],
      ],
      { colors: PLAIN, columns: undefined },
    ),
  ).toEqual([
    'slug    items  title',
    '──────  ─────  ─────────────',
    '204        11  Night ferries',
    '二〇五      7  Two',
  ]);
});

it('clips the widest columns to the terminal, wide characters among them', () => {
  const lines = tableLines(COLUMNS, [['204', '11', '夜'.repeat(60)]], { colors: PLAIN, columns: 40 });
  expect(lines.map((line) => stringWidth(line))).toEqual([18, 40, 40]);
  expect(lines[2]).toMatch(/^204 {6}11 {2}夜+…$/);
});

it('shows control characters and does not print them', () => {
  const [, , line] = tableLines([{ title: 'title' }], [['a\u001b[31mb\nc\u202ed']], { colors: PLAIN, columns: 80 });
  expect(line).toBe('a␛[31mb␊c�d');
});
