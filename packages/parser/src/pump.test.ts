import { describe, expect, it } from 'vitest';
import type { DocumentFormat } from './format.js';
import { parse } from './parse.js';
import { print } from './print.js';
import { read } from './read.js';

const small = 1 << 11;
const factor = 8;

const openings = {
  'at the top': '',
  'in a brief': 'T (Issue 1)\nLaws and Regulations\n1. T\n[Keywords: a]\n',
  'in an answer': 'T\nQ&A\nLead\nQ\nWhy?\nA\n',
  'in an article': 'T\nExpert Perspective\nTitle\nBy A (B)\n',
};

const shapes = [
  '\n',
  '\r',
  ' ',
  'a\n',
  'a ',
  'A ',
  '.',
  '. ',
  ',',
  '(',
  ')',
  '(AB) ',
  '((',
  '[Keywords: ',
  '1. x\n',
  '1.',
  'Q\nA\n',
  'Q&A\n',
  'Source: x\n',
  'By A and B (C), ',
  'http://',
  'http://a)',
  'www.',
  'mailto:a@',
  'January 5 ',
  'Jan',
  '1-',
  '*',
  '&',
  '"',
  '\0',
  '漢',
  'One Week in X\n',
  'On January 5 the forum will be held at the Grand Hall. ',
  'March 3, 4, 5 and 6 to ',
  '1月5日至',
  'will be opened on ',
  'held at the A of the ',
  '(Issue ',
  '( 2031.',
  '1. T\n[Keyword: a]\nx\nSource: y\n',
  'Source: x\n[Keyword: y]\n',
  'Issue 5\nA\n',
  'Contents\n・x\n',
  '【A】\n1. x\n',
  'x.png\n',
  '\u00a0',
  '\ufeff',
];

// Work eight times as long may take eight times as long; one that grows with the square takes 64 times.
describe.each(Object.entries(openings))('work %s', (place, opening) => {
  // Interviews and articles differ from briefs in their lines alone.
  const fitting = place.startsWith('in an ') ? shapes.filter((shape) => shape.includes('\n')) : shapes;

  it.each(fitting)('grows with the length of %j repeated', { retry: 2 }, (shape) => {
    const time = (length: number) => timeOf(opening + shape.repeat(Math.ceil(length / shape.length)));
    const once = Math.max(2, time(small));
    expect(time(small * factor)).toBeLessThan(once * factor * 4);
  });
});

const markup: readonly (readonly [format: DocumentFormat, opening: string, shapes: readonly string[]])[] = [
  [
    'MARKDOWN',
    '# T (Issue 1)\n\n## Laws and Regulations\n\n1. T\n[Keywords: a]\n\n',
    [
      '[',
      '![',
      '[a](',
      'a*_',
      '`a``',
      '<a ',
      '> ',
      '>',
      '- ',
      '  - a\n',
      '|a|\n|-|\n',
      '[a]: b\n',
      'a\n=\n',
      '<!--\n\n',
      '{% a\n',
    ],
  ],
  [
    'HTML',
    '<h1>T (Issue 1)</h1><h2>Laws and Regulations</h2><p>1. T<p>[Keywords: a]<p>',
    [
      '<',
      '<div>',
      '<p>a',
      '<b>',
      '</b>',
      '<ul><li>a',
      '<ol><li>',
      'a<br>',
      '<b><p>',
      '&amp;',
      '<td>',
      '<a href=x>',
      '<!--',
      '<nav>',
    ],
  ],
];

describe.each(markup)('work in %s', (format, opening, list) => {
  it.each(list)('grows with the length of %j repeated', { retry: 2 }, (shape) => {
    const time = (length: number) => timeOf(opening + shape.repeat(Math.ceil(length / shape.length)), format);
    const once = Math.max(4, time(small * 8));
    expect(time(small * 8 * factor)).toBeLessThan(once * factor * 4);
  });
});

describe('what is nested 20,000 deep', () => {
  it.each<[DocumentFormat, string]>([
    ['MARKDOWN', '>'],
    ['MARKDOWN', '- '],
    ['MARKDOWN', '['],
    ['HTML', '<div>'],
    ['HTML', '<ul><li>'],
    ['HTML', '<b>'],
  ])('is read in %s: %j', (format, shape) => {
    const document = `${shape.repeat(20_000)}Laws and Regulations`;
    const parsed = parse(document, { format });
    expect(print(parsed.tree)).toBe(document);
    expect(read(parsed).diagnostics.length).toBeGreaterThan(0);
  });
});

function timeOf(document: string, format: DocumentFormat = 'TEXT'): number {
  const start = performance.now();
  read(parse(document, { format }), { publishedOn: '2031-12-17' });
  return performance.now() - start;
}
