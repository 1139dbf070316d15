/** `pnpm bench`: how fast the product answers, beside hand-written SQL and beside PostGraphile. */
import { measureCorpora } from './measure/measure-corpora.js';
import { readOptions, USAGE } from './options.js';
import { readResults, writeResults } from './report/results.js';
import { writePage } from './report/results-page.js';

const options = readOptions(process.argv.slice(2));
if (options === undefined) process.stdout.write(`${USAGE}\n`);
else {
  const found = await measureCorpora(options);
  if (options.counts) {
    const known = readResults();
    writeResults({
      ...known,
      operations: { ...known.operations, ...found.operations },
      ingest: { ...known.ingest, ...found.ingest },
      ...(found.start === undefined ? {} : { start: found.start }),
    });
    writePage(readResults());
  }
}
