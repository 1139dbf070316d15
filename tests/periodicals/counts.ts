import { readdirSync, readFileSync } from 'node:fs';
import { corpusFile, corpusPath } from '../corpus.js';
import { headingAndItemLines } from './heading-and-item-lines.js';
import { rustEventLines, undatedEventLines } from './rust-event-lines.js';

/** What is counted in the issues of one year; the keys name it. */
export type YearCounts = Readonly<Record<string, number>>;

/** Counts of This Week in Rust by year: dated and undated lines of its event sections. Null where the corpus is absent. */
export function rustCounts(): ReadonlyMap<string, YearCounts> | null {
  return countsByYear('twir', '2016-01-04-this-week-in-rust.md', (document, issued) => {
    const dated = rustEventLines(document, issued);
    return {
      issues: 1,
      'dated lines': dated.length,
      'with a place': dated.filter(({ place }) => place !== null).length,
      titles: dated.reduce((sum, { titles }) => sum + titles.length, 0),
      'undated lines': undatedEventLines(document, issued).length,
    };
  });
}

/** Counts of the Optech newsletter by year: headings and top-level list items. Null where the corpus is absent. */
export function optechCounts(): ReadonlyMap<string, YearCounts> | null {
  return countsByYear('optech', '2019-01-08-newsletter.md', (document) => {
    const blocks = headingAndItemLines(document);
    return {
      issues: 1,
      headings: blocks.filter(({ kind }) => kind === 'HEADING').length,
      items: blocks.filter(({ kind }) => kind === 'ITEM').length,
    };
  });
}

function countsByYear(
  folder: string,
  first: string,
  count: (document: string, issued: string) => YearCounts,
): ReadonlyMap<string, YearCounts> | null {
  // Prints a line where the corpus is absent.
  if (corpusFile(`${folder}/${first}`) === undefined) return null;
  const years = new Map<string, YearCounts>();
  for (const name of readdirSync(corpusPath(folder)).sort()) {
    const issued = /^\d{4}-\d\d-\d\d/.exec(name)?.[0];
    if (issued === undefined) continue;
    const document = readFileSync(corpusPath(`${folder}/${name}`), 'utf8');
    const year = issued.slice(0, 4);
    years.set(year, sum(years.get(year) ?? {}, count(document, issued)));
  }
  return years;
}

function sum(left: YearCounts, right: YearCounts): YearCounts {
  return Object.fromEntries(Object.entries(right).map(([key, value]) => [key, value + (left[key] ?? 0)]));
}
