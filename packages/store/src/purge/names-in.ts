import { type IssueReading, sourceName } from '@broadsheet/parser';
import { definitionsOf } from '../names/definitions.js';
import type { EntityTable } from '../shared/tallies.js';

/** Forms of names, by kind of entity. */
export type NamesIn = Readonly<Record<EntityTable, ReadonlySet<string>>>;

/** What readings print of sources, keywords and contributors, or define; a source's name without its channel too. */
export function namesIn(readings: readonly IssueReading[]): NamesIn {
  const items = readings.flatMap(({ items: own }) => own);
  const attributed = items.flatMap(({ attributions }) => attributions.map(({ value }) => value));
  const defined = readings.flatMap(definitionsOf).flatMap(({ short, long }) => [short, long]);
  return {
    source: new Set([...withBases(attributed), ...defined]),
    keyword: new Set(items.flatMap(({ keywords }) => keywords.map(({ value }) => value))),
    contributor: new Set(items.flatMap(({ bylines }) => bylines.map(({ name }) => name))),
  };
}

/** Source lines, and the names in them. */
export function withBases(lines: readonly string[]): string[] {
  return lines.flatMap((line) => [line, sourceName(line).base]);
}
