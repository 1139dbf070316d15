import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import { answerTables } from './answer-tables.js';

const SHEET = { colors: createColors(false), columns: undefined };

it('prints a connection as a table, fields of fields in columns, lists in cells, and how it goes on', () => {
  const data = {
    items: {
      totalCount: 5,
      pageInfo: { hasNextPage: true, endCursor: 'abc' },
      nodes: [
        { title: 'Tides', number: 1, section: null, sources: [{ name: 'STO' }, { name: 'VPA' }] },
        { title: 'Cranes', number: 12, section: { path: ['News', 'Latest'] }, sources: [] },
      ],
    },
  };
  expect(answerTables(data, SHEET)).toEqual([
    'items (2 of 5; after: "abc" goes on)',
    'title   number  sources   section.path',
    '──────  ──────  ────────  ────────────',
    'Tides        1  STO; VPA',
    'Cranes      12            News, Latest',
  ]);
});

it('prints an object as its fields, with its lists below', () => {
  const data = { issue: { title: 'A\u001b[2J', publication: { slug: 'quay' }, items: { nodes: [{ slug: 'x' }] } } };
  expect(answerTables(data, SHEET)).toEqual([
    'issue',
    '  title             A␛[2J',
    '  publication.slug  quay',
    '',
    'issue.items (1)',
    'slug',
    '────',
    'x',
  ]);
});

it('prints edges, plain lists, plain values and nothing', () => {
  const data = { a: { edges: [{ node: { id: '1' } }] }, b: ['x', 'y'], c: 7, d: null, e: [] };
  expect(answerTables(data, SHEET).join('\n')).toBe(
    'a (1)\nnode.id\n───────\n      1\n\nb (2)\nvalue\n─────\nx\ny\n\nc  7\n\nd  none\n\ne (0)',
  );
});
