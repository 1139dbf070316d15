import { brokenPromises, brokenSpans } from '@broadsheet/parser/testing';
import { describe, expect, it } from 'vitest';
import { compareBlocks, compareEvents, compareQuestions } from './compare-with-counts.js';
import { readCorpus } from './read-corpus.js';
import { tableOfReadings } from './table-of-readings.js';

describe.each([
  ['twir', 'this-week-in-rust', 163],
  ['optech', 'bitcoin-optech', 102],
] as const)('the issues in corpus/%s', (folder, layout, count) => {
  const readings = readCorpus(folder);
  const isThere = readings.length > 0;

  it.runIf(isThere)('are all read in their layout, without loss, every line accounted for', () => {
    expect(readings).toHaveLength(count);
    for (const { name, document, parsed, reading } of readings) {
      expect(parsed.layout, name).toBe(layout);
      expect(parsed.coverage.attributed, name).toBe(parsed.coverage.lines);
      expect(brokenPromises(document, parsed, 'MARKDOWN'), name).toEqual([]);
      expect(brokenSpans(document, reading), name).toEqual([]);
    }
  });

  it.runIf(isThere)(
    'have a date each, no section deeper than one below its parent, and no item without a title',
    () => {
      for (const { name, reading } of readings) {
        expect(reading.publishedOn?.value, name).toBe(name.slice(0, 10));
        for (const { depth, parent } of reading.sections)
          expect(depth, name).toBe(parent === null ? 1 : (reading.sections[parent]?.depth ?? 0) + 1);
        expect(
          reading.items.filter(({ title }) => title.value === ''),
          name,
        ).toEqual([]);
      }
    },
  );

  it.runIf(isThere)('give no diagnostic that is not explained', () => {
    const codes = [...tableOfReadings(readings.map(({ reading }) => reading)).keys()].flatMap(
      (what) => /^diagnostics: (.*)$/.exec(what)?.[1] ?? [],
    );
    console.info(`${folder}: ${codes.join(', ')}`);
    // docs/layouts.md says why each of these is there.
    const explained = [
      'AMBIGUOUS_ABBREVIATION',
      'CALL_WITHOUT_DEADLINE',
      'EVENT_LINE_UNDATED',
      'EVENT_LONG_PAST',
      'MISSING_BYLINE',
      'MISSING_NUMBER',
      'UNDEFINED_REFERENCE',
    ];
    expect(explained).toEqual(expect.arrayContaining(codes));
  });

  it.runIf(isThere && folder === 'twir')('have an event on every dated line of their event sections', () => {
    const compared = readings.filter(({ name }) => /^20(?:16|21|23)/.test(name)).map(compareEvents);
    const counted = compared.reduce((sum, each) => sum + each.counted, 0);
    console.info(`This Week in Rust: ${counted} dated lines`);
    expect(counted).toBe(2630);
    expect(compared.flatMap(({ missing }) => missing)).toEqual([]);
  });

  it.runIf(isThere && folder === 'optech')('have a node for every heading and every item of an outermost list', () => {
    const compared = readings.map(compareBlocks);
    const counted = compared.reduce((sum, each) => sum + each.counted, 0);
    console.info(`Optech: ${counted} headings and items`);
    expect(counted).toBe(1657);
    expect(compared.flatMap(({ missing }) => missing)).toEqual([]);
  });

  it.runIf(isThere && folder === 'optech')(
    'have an exchange for every question in a tag, with its answer and link',
    () => {
      const compared = readings.map(compareQuestions);
      const counted = compared.reduce((sum, each) => sum + each.counted, 0);
      const inTags = readings.flatMap(({ reading }) =>
        reading.items.filter(({ kind, title, span }) => kind === 'INTERVIEW' && title.span.line < span.line),
      );
      console.info(
        `Optech: ${counted} questions in tags of ${compared.filter((each) => each.counted > 0).length} issues`,
      );
      expect(counted).toBe(68);
      expect(compared.flatMap(({ missing }) => missing)).toEqual([]);
      expect(inTags.reduce((sum, { exchanges }) => sum + exchanges.length, 0)).toBe(counted);
    },
  );
});
