import { describe, expect, it } from 'vitest';
import type { DocumentFormat } from './format.js';
import { parse } from './parse.js';
import { print } from './print.js';
import { read } from './read.js';
import { pumpMarkup, pumpOpenings, pumpShapes, pumpTags } from './testing/pump-shapes.js';

const small = 1 << 11;
const factor = 8;

// Work eight times as long may take eight times as long; one that grows with the square takes 64 times.
describe.each(Object.entries(pumpOpenings))('work %s', (place, opening) => {
  // Interviews and articles differ from briefs in their lines alone.
  const fitting = place.startsWith('in an ') ? pumpShapes.filter((shape) => shape.includes('\n')) : pumpShapes;

  it.each(fitting)('grows with the length of %j repeated', { retry: 2 }, (shape) => {
    const time = (length: number) => timeOf(opening + shape.repeat(Math.ceil(length / shape.length)));
    const once = Math.max(2, time(small));
    expect(time(small * factor)).toBeLessThan(once * factor * 4);
  });
});

describe.each(pumpMarkup)('work in %s', (format, opening, list, closing) => {
  it.each(list)('grows with the length of %j repeated', { retry: 2 }, (shape) => {
    const time = (length: number) => timeOf(opening + shape.repeat(Math.ceil(length / shape.length)) + closing, format);
    const once = Math.max(4, time(small * 8));
    expect(time(small * 8 * factor)).toBeLessThan(once * factor * 4);
  });
});

describe.each(pumpTags)('work in a tag in %s below %j', (format, opening, list, closing) => {
  it.each(list)('grows with the length of %j repeated', { retry: 2 }, (shape) => {
    const time = (length: number) => timeOf(opening + shape.repeat(Math.ceil(length / shape.length)) + closing, format);
    const once = Math.max(4, time(small));
    expect(time(small * factor)).toBeLessThan(once * factor * 4);
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

/** Milliseconds of the processor, which neighbours on the machine change little. */
function timeOf(document: string, format: DocumentFormat = 'TEXT'): number {
  const start = process.cpuUsage();
  read(parse(document, { format }), { publishedOn: '2031-12-17' });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
