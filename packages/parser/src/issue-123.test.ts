import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.js';
import { print } from './print.js';
import { read } from './read.js';
import { sourceName } from './source-name.js';

const file = new URL('../../../../shared/corpus/swb/issue-123.txt', import.meta.url);

describe('issue 123 of the corpus', () => {
  if (!existsSync(file)) {
    it('is not at hand, so that nothing is checked', () => {
      console.info('issue-123.test: ../shared/corpus/swb/issue-123.txt is absent; its facts are not checked.');
    });
    return;
  }
  const document = readFileSync(file, 'utf8');
  const parsed = parse(document);
  const reading = read(parsed, { publishedOn: '2025-12-17' });

  it('prints as it was and leaves no line unread', () => {
    expect(print(parsed.tree)).toBe(document);
    expect(parsed.coverage).toEqual({ lines: 95, attributed: 95 });
    expect(reading.diagnostics).toEqual([]);
  });

  it('has its number and its whole first line as the title', () => {
    expect(reading.number?.value).toBe(123);
    expect(reading.title.value).toBe(document.split('\n')[0]);
    expect(reading.publishedOn).toBeNull();
    expect(reading.introduction).toBeNull();
  });

  it('has ten sections, four at the top', () => {
    const city = reading.sections[2]?.heading ?? '';
    expect(reading.sections.map(({ depth, heading }) => `${depth} ${heading}`)).toEqual([
      '1 Laws and Regulations',
      '2 National',
      `2 ${city}`,
      '1 Q&A',
      '1 Expert Perspective',
      `1 One Week in ${city}`,
      '2 Latest News',
      '2 Corporate Activities',
      '2 Competitive Events',
      '2 Culture & Art',
    ]);
    expect(reading.sections.map(({ parent }) => parent)).toEqual([null, 0, 0, null, null, null, 5, 5, 5, 5]);
  });

  it('has 13 briefs, an interview and an article', () => {
    const kinds = reading.items.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'BRIEF')).toHaveLength(13);
    expect([kinds[4], kinds[5]]).toEqual(['INTERVIEW', 'ARTICLE']);
    expect(reading.items.map(({ number }) => number)).toEqual([1, 2, 1, 2, null, null, 1, 2, 3, 4, 1, 2, 1, 1, 2]);
    expect(reading.items.map(({ section }) => section)).toEqual([1, 1, 2, 2, 3, 4, 6, 6, 6, 6, 7, 7, 8, 9, 9]);
  });

  it('has an interview of one exchange whose title is the lead sentence', () => {
    const interview = reading.items[4];
    expect(interview?.title.value).toBe(document.split('\n')[21]);
    expect(interview?.exchanges).toHaveLength(1);
    expect(interview?.exchanges[0]?.answer?.text.split('\n\n')).toHaveLength(7);
  });

  it('has a signed part of a series with four headings', () => {
    const article = reading.items[5];
    expect(article?.title.value).toBe(document.split('\n')[34]);
    expect(article?.bylines.map(({ name, affiliation }) => `${name}, ${affiliation}`)).toEqual([
      document.split('\n')[35]?.replace(/^By (.*) \((.*)\)$/, '$1, $2'),
    ]);
    expect(article?.part).toMatchObject({ isContinuation: true, toBeContinued: true });
    expect(article?.headings.map(({ depth, label }) => `${depth} ${label}`)).toEqual(['1 III', '2 3', '2 4', '2 5']);
  });

  it('has 14 source lines with 13 names', () => {
    const names = reading.items.flatMap(({ attributions }) => attributions.map(({ value }) => value));
    expect(names).toHaveLength(14);
    expect(new Set(names).size).toBe(13);
    expect(sourceName(names[0] ?? '')).toEqual({ base: 'MIIT', channel: 'WeChat Official Account', short: null });
  });

  it('has four dated events with two venues', () => {
    const events = reading.items.flatMap((item) => item.events);
    expect(events.map(({ kind, startsOn, endsOn, place }) => [kind, startsOn, endsOn, place?.venue ?? null])).toEqual([
      ['COMMENT_DEADLINE', null, '2026-01-05', null],
      ['COMPETITION', '2025-12-18', '2025-12-19', null],
      ['EXHIBITION', '2025-12-22', null, 'Museum of Art Pudong'],
      ['EXHIBITION', '2025-12-23', null, "Shanghai Museum on People's Square"],
    ]);
  });

  it('repeats the second item of its city in the headline', () => {
    expect(reading.leadItem).toBe(3);
  });

  it('ties short forms to full names', () => {
    const longs = Object.fromEntries(reading.abbreviations.map(({ short, long }) => [short, long]));
    expect(longs).toMatchObject({
      MIIT: 'Ministry of Industry and Information Technology',
      CAC: 'Cyberspace Administration of China',
      STA: 'State Taxation Administration',
      MAP: 'Museum of Art Pudong',
    });
  });

  it('makes no event of a date without a year when no date is given', () => {
    const undated = read(parsed);
    expect(undated.items.flatMap((item) => item.events)).toHaveLength(1);
    expect(undated.diagnostics.map(({ code }) => code)).toEqual([
      'MISSING_DATE',
      'EVENT_YEAR_UNKNOWN',
      'EVENT_YEAR_UNKNOWN',
      'EVENT_YEAR_UNKNOWN',
    ]);
  });
});
