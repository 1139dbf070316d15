import type { IssueReading } from '@broadsheet/parser';

/** What readings hold, by what is counted: issues, sections, items and events by kind, diagnostics by code. In alphabetical order. */
export function tableOfReadings(readings: readonly IssueReading[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (what: string, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by);
  for (const { sections, items, diagnostics, url } of readings) {
    add('issues');
    if (url !== null) add('issues with an address');
    add('sections', sections.length);
    add('sections whose heading the layout knows', sections.filter(({ isKnown }) => isKnown).length);
    for (const { kind, events, exchanges, part, language, links } of items) {
      add(`items: ${kind}`);
      for (const event of events) add(`events: ${event.kind}`);
      if (exchanges.length > 0) add('items with a question and its answer');
      if (exchanges.length > 0) add('questions', exchanges.length);
      if (part !== null) add('items with a part of a series');
      if (language !== null) add('items with a language mark');
      add('links', links.length);
    }
    for (const { code } of diagnostics) add(`diagnostics: ${code}`);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
