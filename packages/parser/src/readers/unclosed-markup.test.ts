import { expect, it } from 'vitest';
import type { DocumentFormat } from '../format.js';
import { parse } from '../parse.js';
import { print } from '../print.js';
import { leavesOf } from '../tree-walk.js';

const HEAD = '# Quay Notes (Issue 3)\n\nThe ferries run.\n\n';

const CASES: readonly { name: string; format: DocumentFormat; document: string; kept: string; place: string }[] = [
  {
    name: 'a block of Markdown whose tag has no end',
    format: 'MARKDOWN',
    document: `${HEAD}<div class="note\nThe swing bridge stays open.\n\nThe tide table follows.\n`,
    kept: 'The swing bridge stays open.',
    place: '<div class="note',
  },
  {
    name: 'a page that is cut off within a tag',
    format: 'HTML',
    document: '<p>The ferries run.</p><p>The <b class=late swing bridge stays open',
    kept: 'swing bridge stays open',
    place: '<b class=late',
  },
];

it.each(CASES)('keeps the words of $name, and says where it begins', ({ format, document, kept, place }) => {
  const parsed = parse(document, { format });
  expect(print(parsed.tree)).toBe(document);
  expect(leavesOf(parsed.tree).some(({ value }) => value.includes(kept))).toBe(true);
  const told = parsed.diagnostics.filter(({ code }) => code === 'UNCLOSED_MARKUP');
  expect(told).toHaveLength(1);
  expect(document.slice(told[0]?.span?.start).startsWith(place)).toBe(true);
});

it('says where a quote is missing that another one far below closes', () => {
  const document = '<p>One</p><div class="note><p>Two <a href="/three">three</a></p></div>';
  const { diagnostics } = parse(document, { format: 'HTML' });
  const told = diagnostics.filter(({ code }) => code === 'UNCLOSED_MARKUP');
  expect(told.map(({ span }) => document.slice(span?.start, span?.end))).toEqual([
    '<div class="note><p>Two <a href="/three">',
  ]);
});

it('has nothing to say of markup that ends where it should', () => {
  const document = '<!-- a note --><p title="a > b">One <br/> two</p><img alt=\'x "y"\' src=z>';
  expect(parse(document, { format: 'HTML' }).diagnostics.map(({ code }) => code)).not.toContain('UNCLOSED_MARKUP');
});
