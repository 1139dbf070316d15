import type { DocumentFormat } from '@broadsheet/parser';
import { type Failure, failureOf } from '../describe-failure.js';
import type { InputFile } from '../input-files.js';
import { failureLine, ingestLine, warningLines } from '../report/ingest-report.js';
import type { Terminal } from '../terminal.js';
import { progressBar } from '../text/progress-bar.js';
import { inAdvance } from './in-advance.js';
import type { ingestDocument } from './ingest-document.js';
import { Tally } from './tally.js';

/** How documents are ingested one after another. */
export interface IngestWork {
  /** Ingests one document. */
  readonly ingest: (document: string, format: DocumentFormat) => ReturnType<typeof ingestDocument>;
  /** How many documents are read while one is being stored. */
  readonly ahead: number;
  readonly terminal: Terminal;
  readonly json: boolean;
  /** No line for a document that was stored. */
  readonly quiet: boolean;
}

/** Ingests one file after another, and goes on past a bad one. */
export async function ingestFiles(files: readonly InputFile[], work: IngestWork): Promise<Tally> {
  const tally = new Tally();
  const begun = inAdvance(files, {
    prepare: async ({ format, read }) => ({ format, document: await read() }),
    act: ({ document, format }) => work.ingest(document, format),
    ahead: work.ahead,
  });
  for await (const { value, index, end } of begun) {
    showProgress(work.terminal, tally, { done: index, total: files.length, name: value.name });
    await tellEnd(value.name, end, work, tally);
  }
  return tally;
}

/** Ingests a file, tells what became of it and counts it. Returns why it failed, if it did. */
export function ingestFile(
  { name, format, read }: InputFile,
  work: IngestWork,
  tally: Tally,
): Promise<Failure | undefined> {
  const end = read().then((document) => work.ingest(document, format));
  return tellEnd(name, end, work, tally);
}

async function tellEnd(
  name: string,
  end: ReturnType<IngestWork['ingest']>,
  { terminal, json, quiet }: IngestWork,
  tally: Tally,
): Promise<Failure | undefined> {
  try {
    const report = await end;
    tally.add(name, report);
    if (json) terminal.print(JSON.stringify({ file: name, ...report }));
    else if (!quiet) {
      terminal.print(ingestLine(name, report, terminal.colors));
      for (const line of warningLines(name, report, terminal.errorColors)) terminal.error(line);
    }
    return undefined;
  } catch (error) {
    const failure = failureOf(error);
    tally.fail(name, failure);
    if (json) terminal.print(JSON.stringify({ file: name, error: failure }));
    terminal.error(failureLine(name, error, terminal.errorColors));
    return failure;
  }
}

/** Shows how many documents are done, how many of them failed, and which is next. */
export function showProgress(
  terminal: Terminal,
  { failed }: Tally,
  { done, total, name }: { readonly done: number; readonly total: number; readonly name: string },
): void {
  const bad = failed.length === 0 ? '' : `  ${failed.length} failed`;
  terminal.progress(`${progressBar(done, total)}${bad}  ${name}`);
}
