import { readFileSync } from 'node:fs';
import { parseWith, print, readWith } from '@broadsheet/parser';
import { expect, it } from 'vitest';
import { harbourDigest } from './third/harbour-digest.js';

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const layoutText = file('third/harbour-digest.ts');
const document = file('third/harbour-digest.md');
const manual = file('../../docs/layouts.md');

it('the manual shows a third periodical, its layout in fewer than 80 lines', () => {
  expect(manual).toContain(layoutText.trim());
  expect(manual).toContain(document.trim());
  expect(layoutText.split('\n').length).toBeLessThan(80);
});

it('a third periodical is read by its layout alone', () => {
  const parsed = parseWith(harbourDigest, document, 'MARKDOWN');
  const reading = readWith(harbourDigest, parsed);
  expect(print(parsed.tree)).toBe(document);
  expect(parsed.coverage.attributed).toBe(parsed.coverage.lines);
  expect(reading.diagnostics).toEqual([]);
  expect(reading.number?.value).toBe(7);
  expect(reading.publishedOn?.value).toBe('2031-04-02');
  expect(reading.url?.value).toBe('https://digest.harbour.example/2031/7/');
  expect(reading.introduction?.text).toBe('What the week brought.');
  expect(reading.sections.map(({ path }) => path.join(' > '))).toEqual([
    'In brief',
    'In brief > Reading',
    'Meetings',
    'Letters',
    'Said on the quay',
    'Tides, part 2: neap',
  ]);
  expect(reading.sections.filter(({ isKnown }) => !isKnown).map(({ heading }) => heading)).toEqual([
    'Tides, part 2: neap',
  ]);
  expect(reading.items.map(({ kind, title, body }) => [kind, title.value, body.text])).toEqual([
    ['BRIEF', 'The clock of the tower', 'it strikes again.'],
    ['LINK', 'Les lampes du port', 'of three hundred lamps'],
    ['LINK', 'Lock Night', '2031-04-09 | Oslo, NO | Lock Night | Lock Keepers'],
    ['INTERVIEW', 'Why is the sea salt?', 'Because rivers are not.'],
    ['QUOTE', 'Wait for the tide.', 'Wait for the tide.'],
    ['ARTICLE', 'Tides, part 2: neap', 'Twice a month the tide is small, as told in the last digest.'],
  ]);
  const [, link, meeting, letter, quote, essay] = reading.items;
  expect(link).toMatchObject({ language: 'fr', attributions: [{ value: 'lampes.example' }] });
  expect(meeting?.events).toMatchObject([
    { kind: 'MEETING', startsOn: '2031-04-09', place: { city: 'Oslo', country: 'NO' }, organizer: 'Lock Keepers' },
  ]);
  expect(letter?.exchanges).toMatchObject([
    { question: { text: 'Why is the sea salt?' }, answer: { text: 'Because rivers are not.' } },
  ]);
  expect(quote?.bylines).toMatchObject([{ name: 'Ada Quill' }]);
  expect(essay).toMatchObject({
    bylines: [{ name: 'Noor Vane', affiliation: 'Tide Institute' }],
    part: { title: 'Tides', number: 2 },
    links: [{ url: 'https://digest.harbour.example/2031/6/' }],
  });
});
