import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORPORA } from '../corpus/corpus.js';
import { OPERATIONS } from '../operations.js';
import { BENCH } from '../paths.js';
import { costTable, speedTable } from './operation-tables.js';
import { growthTable, ingestTable, memoryLines, startLine } from './other-tables.js';
import { plot } from './plot.js';
import type { Results } from './results.js';

/** Writes the page and the plot of everything that was measured up to now. */
export function writePage(results: Results): void {
  writeFileSync(join(BENCH, 'RESULTS.md'), pageOf(results));
  writeFileSync(join(BENCH, 'speed.svg'), plot(results));
}

function pageOf(results: Results): string {
  const names = OPERATIONS.map(({ name }) => name);
  const corpora = CORPORA.flatMap(({ items }) => [
    `## At ${items.toLocaleString('en')} items`,
    speedTable(results, names, items),
    costTable(results, names, items),
  ]);
  return `${[
    '# Speed',
    'Written by `pnpm bench`; [README.md](README.md) says what is compared. A ratio is the median of paired rounds, in parentheses the lower quartile; **bold** falls short of what is wanted. CPU is that of the server and of PostgreSQL together, a request. The clients that ask run on the same machine and are in the throughput, not in the CPU.',
    ...corpora,
    '## What ten times the corpus costs',
    growthTable(results, names),
    '## Memory, start, ingest',
    memoryLines(results),
    startLine(results),
    ingestTable(results),
  ].join('\n\n')}\n`;
}
