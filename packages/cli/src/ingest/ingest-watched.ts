import { inputFile } from '../input-files.js';
import { type IngestWork, ingestFile, showProgress } from './ingest-files.js';
import { Tally } from './tally.js';
import { watchFiles } from './watch-files.js';

/** Failures that are none of the document's: it is tried again. */
const PASSING: ReadonlySet<string> = new Set([
  'DATABASE_UNREACHABLE',
  'DATABASE_BUSY',
  'DATABASE_FULL',
  'SERVER_UNREACHABLE',
  'STATEMENT_CONFLICT',
  'STATEMENT_TIMEOUT',
  'TRANSACTION_LOST',
  'FILE_CHANGING',
]);

/** Ingests what is there, and then every new and changed file as it settles, until the signal says to stop. */
export async function ingestWatched(paths: readonly string[], work: IngestWork, signal: AbortSignal): Promise<Tally> {
  const { terminal } = work;
  const tally = new Tally();
  const files = await watchFiles(paths, signal);
  terminal.error(`Watching ${paths.join(', ')} for new and changed files. Stop with Ctrl-C.`);
  for await (const path of files.settled) {
    const done = tally.done + tally.failed.length;
    showProgress(terminal, tally, { done, total: done + files.waiting() + 1, name: path });
    const failure = await ingestFile(inputFile(path), work, tally);
    if (failure !== undefined && PASSING.has(failure.code)) files.tryAgain(path);
  }
  return tally;
}
