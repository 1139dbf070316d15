import { parse, read } from '@broadsheet/parser';
import { expect, it } from 'vitest';
import { namingDocument, namingIssues } from '../testing/names/labelled-names.js';
import { scoreNames } from '../testing/names/score-names.js';
import { byShortKey, definitionsOf } from './definitions.js';
import { tieSource } from './source-ties.js';

// The same through ingest and GraphQL is `pnpm proof names`.
it('ties labelled names to nobody else, and most of them to whom they mean', () => {
  const issues = namingIssues().map((issue, index) => {
    const reading = read(parse(namingDocument(issue, index + 1)), { publishedOn: '2031-12-17' });
    return { ...issue, definitions: definitionsOf(reading) };
  });
  const all = byShortKey(issues.flatMap(({ definitions }) => definitions));
  const names = issues.flatMap(({ names: lines, definitions }) =>
    lines.map((line) => ({ ...line, source: tieSource(line.printed, { own: byShortKey(definitions), all }).slug })),
  );
  const { misses, ...score } = scoreNames(names);
  console.info(
    `${score.names} names, ${score.bodies} bodies: precision ${score.precision}, recall ${score.recall.toFixed(3)}`,
  );
  expect(misses.filter((miss) => miss.includes('two bodies'))).toEqual([]);
  expect(score.names).toBeGreaterThanOrEqual(120);
  expect(score.recall).toBeGreaterThan(0.95);
});
