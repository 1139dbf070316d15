import { stat } from 'node:fs/promises';
import type { Failure } from '../describe-failure.js';
import { inputFile } from '../input-files.js';
import { type IngestWork, ingestFile, showProgress } from './ingest-files.js';
import { Tally } from './tally.js';
import { watchFiles } from './watch-files.js';

/** Failures that are none of the document's, of the database or the server: it is tried again. */
const PASSING: ReadonlySet<string> = new Set([
  'DATABASE_UNREACHABLE',
  'DATABASE_BUSY',
  'DATABASE_FULL',
  'SERVER_UNREACHABLE',
  'STATEMENT_CONFLICT',
  'STATEMENT_TIMEOUT',
  'TRANSACTION_LOST',
  // What a server says of the same.
  'STORAGE_FULL',
  'TIMEOUT',
  'UNAVAILABLE',
]);

/**
 * Ingests what is there, and then every new and changed file as it settles, until the signal says to stop. A file that was refused and then
 * taken away counts as failed no longer; one that could not be stored for want of the database does.
 */
export async function ingestWatched(paths: readonly string[], work: IngestWork, signal: AbortSignal): Promise<Tally> {
  const { terminal } = work;
  const tally = new Tally();
  const files = await watchFiles(paths, signal);
  terminal.error(`Watching ${paths.join(', ')} for new and changed files. Stop with Ctrl-C.`);
  for await (const path of files.settled) {
    const done = tally.done + tally.failed.length;
    showProgress(terminal, tally, { done, total: done + files.waiting() + 1, name: path });
    const failure = await ingestFile(inputFile(path), work, tally);
    if (failure !== undefined && mayPass(failure)) files.tryAgain(path);
  }
  for (const { name, failure } of tally.failed) {
    if (!PASSING.has(failure.code) && !(await isThere(name))) tally.forget(name);
  }
  return tally;
}

/** Whether the same file may do later. */
function mayPass({ code }: Failure): boolean {
  return PASSING.has(code) || code === 'FILE_CHANGING';
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
