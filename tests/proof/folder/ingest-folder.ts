import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, jsonLines, run } from '../../cli/command.js';
import { countRows } from '../../cli/count-rows.js';
import type { CommandDatabaseKind } from '../../cli/databases.js';
import type { BadFile } from './bad-files.js';
import { type FolderSize, writeFolder } from './write-folder.js';

/** What came of one run over the folder. */
export interface FolderRun {
  readonly code: number | null;
  readonly seconds: number;
  /** Documents by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Bad files that were named with their code and reason, on stdout as JSON and on stderr in one line. */
  readonly named: number;
  /** Files that were named wrongly, or were no bad ones; empty unless something is off. */
  readonly wrong: readonly string[];
}

/** What came of a folder that was ingested twice. */
export interface FolderFindings {
  readonly first: FolderRun;
  readonly second: FolderRun;
  readonly issues: number;
  readonly documents: number;
  /** Tables whose number of rows the second run changed; empty unless something is off. */
  readonly changed: readonly string[];
}

/** Ingests a folder of good and bad files with the command, and then once more. */
export async function ingestFolder(kind: CommandDatabaseKind, size: FolderSize, seed: number): Promise<FolderFindings> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-folder-'));
  const place = await kind.make();
  try {
    const bad = await writeFolder(folder, size, seed);
    const words = ['ingest', folder, '--publication', 'lantern', '--publish', '--json', ...place.flags];
    const first = await runOnce(words, bad);
    const before = await countRows(place);
    const second = await runOnce(words, bad);
    const after = await countRows(place);
    const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return {
      first,
      second,
      issues: after['published.issue'] ?? 0,
      documents: after['editorial.document'] ?? 0,
      changed: tables.filter((name) => before[name] !== after[name]),
    };
  } finally {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runOnce(words: readonly string[], bad: readonly BadFile[]): Promise<FolderRun> {
  const start = performance.now();
  const ended = await run(words);
  return { ...judge(ended, bad), seconds: (performance.now() - start) / 1000 };
}

interface Failed {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

function judge({ code, out, err }: Ended, bad: readonly BadFile[]): Omit<FolderRun, 'seconds'> {
  const lines = jsonLines(out);
  const outcomes: Record<string, number> = {};
  const failed: Failed[] = [];
  for (const line of lines) {
    const { code: failure, message } = { code: undefined, message: '', ...Object(line['error']) };
    if (failure !== undefined) failed.push({ file: String(line['file']), code: failure, message });
    else outcomes[String(line['outcome'])] = (outcomes[String(line['outcome'])] ?? 0) + 1;
  }
  const told = new Set(err.split('\n'));
  const isNamed = ({ file, code: failure, message }: Failed): boolean =>
    bad.some(({ path, code: wanted, reason }) => path === file && wanted === failure && reason.test(message)) &&
    told.has(`${file}: ${message} (${failure})`);
  return {
    code,
    outcomes,
    named: failed.filter(isNamed).length,
    wrong: failed.filter((failure) => !isNamed(failure)).map(({ file, code: failure }) => `${file} ${failure}`),
  };
}
