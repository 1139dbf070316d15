import { describe, expect, it } from 'vitest';
import { labelledLines, labelledMarks } from '../testing/listings/labelled-lines.js';
import { listedMarkdown } from '../testing/listings/listed-markdown.js';
import { seededRandom } from '../testing/random.js';
import { readCallLine } from './call-for-papers.js';
import { readEventLine } from './event-line.js';
import { readItemMarks } from './item-marks.js';
import type { ListedLine } from './listed-line.js';
import { readNumberedTitle } from './numbered-title.js';

const contexts = [
  { issuedOn: '2031-12-17', heading: 'Online' },
  { issuedOn: '2031-12-17', heading: 'Calls for Papers' },
  { issuedOn: null, heading: null },
];
const printed = [...labelledLines('events.txt'), ...labelledLines('calls.txt'), ...labelledMarks()].map(
  (labelled) => labelled.printed,
);
const pieces = [
  ' | ',
  ' - ',
  '||',
  '(',
  ')',
  '[',
  ']',
  '**',
  '1/2',
  '. ',
  ', ',
  'TBD',
  'Virtual',
  '@ ',
  '2031-01-02',
  '#9',
  '\u{1f980}',
  '\ud83e',
  '\0',
  ' ',
];

describe('lines of lists', () => {
  it('are read without throwing whatever is cut from them or put into them, and words lie in their line', () => {
    const random = seededRandom(4);
    const pick = (limit: number) => Math.floor(random() * limit);
    for (let round = 0; round < 3000; round++) {
      const text = printed[pick(printed.length)] ?? '';
      const [from, length] = [pick(text.length + 1), pick(12)];
      const piece = pick(3) === 0 ? '' : (pieces[pick(pieces.length)] ?? '');
      check(listedMarkdown(text.slice(0, from) + piece + text.slice(from + length)));
    }
  });

  it('are read without throwing when their links lie anywhere', () => {
    const random = seededRandom(5);
    for (const text of printed) {
      const line = listedMarkdown(text);
      const links = line.links.map(({ url }) => {
        const start = Math.floor(random() * line.text.length);
        return { url, start, end: start + Math.floor(random() * (line.text.length - start + 1)) };
      });
      check({ ...line, links: links.sort((a, b) => a.start - b.start) });
    }
  });
});

function check(line: ListedLine): void {
  for (const context of contexts) {
    const { events } = readEventLine(line, context);
    for (const { startsOn, endsOn, title, evidence } of events ?? []) {
      expect(startsOn <= endsOn, line.text).toBe(true);
      const text = title.line === 0 ? line.text : (line.nested[title.line - 1]?.text ?? '');
      expect(title.value).not.toBe('');
      expect(text.slice(title.start, title.end)).toBe(title.value);
      for (const { start, end } of evidence) expect(start).toBeLessThan(end);
    }
    const { call } = readCallLine(line, context);
    if (call !== null) expect(line.text.slice(call.title.start, call.title.end)).toBe(call.title.value);
  }
  expect(readItemMarks(line).titleStart).toBeLessThanOrEqual(line.text.length);
  const part = readNumberedTitle(line.text);
  if (part !== null) expect(line.text.slice(part.start, part.end)).not.toBe('');
}

const shapes = [
  '|',
  ' | ',
  ' - ',
  ' ',
  '-',
  '(',
  ') ',
  '[',
  'a ',
  'A ',
  '**',
  '*',
  '.',
  ', ',
  ';',
  '/',
  '1/2. ',
  '2031-01-02, ',
  'May 3 - ',
  'Oslo, NO; ',
  'Virtual + ',
  'at ',
  '@ ',
  '#9 ',
  ' Part 2',
  '[video] ',
  'CFP by May 5 ',
  'closes ',
  'is open ',
  '漢',
  'hybrid ',
  '(online ',
];
const openings = [
  '',
  '2031-01-02 | ',
  '2031-01-02 | Virtual (',
  '1/2. ',
  'May 3, Oslo, NO - ',
  'CFP closes ',
  'Title ',
];
const small = 1 << 11;
const factor = 8;

// Work eight times as long may take eight times as long; one that grows with the square takes 64 times.
describe.each(openings)('work behind %j', (opening) => {
  it.each(shapes)('grows with the length of %j repeated', { retry: 2 }, (shape) => {
    const time = (length: number) => timeOf(lineOf(opening + shape.repeat(Math.ceil(length / shape.length))));
    const once = Math.max(1, time(small));
    expect(time(small * factor)).toBeLessThan(once * factor * 4);
  });
});

it('grows with the number of links and of nested lines', { retry: 2 }, () => {
  const time = (count: number) => {
    const text = `2031-01-02 | Oslo, NO${' | [a](b)'.repeat(count)}\n${'    * [c](d)\n'.repeat(count).trimEnd()}`;
    return timeOf(listedMarkdown(text));
  };
  const once = Math.max(1, time(250));
  expect(time(2000)).toBeLessThan(once * 8 * 4);
});

function lineOf(text: string): ListedLine {
  return {
    text,
    links: [{ url: 'https://quay.example/', start: 0, end: text.length }],
    nested: [{ text, links: [], nested: [] }],
  };
}

function timeOf(line: ListedLine): number {
  const start = performance.now();
  for (const context of contexts) {
    readEventLine(line, context);
    readEventLine({ ...line, links: [], nested: [] }, context);
    readCallLine(line, context);
    readCallLine({ ...line, links: [] }, context);
  }
  readItemMarks(line);
  readNumberedTitle(line.text);
  return performance.now() - start;
}
