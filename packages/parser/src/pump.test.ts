import { describe, expect, it } from 'vitest';
import { parse } from './parse.js';
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

function timeOf(document: string): number {
  const start = performance.now();
  read(parse(document), { publishedOn: '2031-12-17' });
  return performance.now() - start;
}
