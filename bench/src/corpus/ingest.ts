import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StartedPostgres } from '../../../tests/postgres/start-postgres.js';
import { cpuOf, cpuOfServer } from '../measure/process-use.js';
import { Progress } from '../progress.js';
import { type Corpus, documentsOf, PUBLICATION } from './corpus.js';
import { type CommandRun, runCommand } from './run-command.js';

/** A part of an ingest, measured. */
export interface IngestPart {
  readonly issues: number;
  readonly seconds: number;
  readonly node_ms: number;
  readonly postgres_ms: number;
}

const PARTS = 20;

/** Ingests and publishes a corpus as an operator would: a folder of files, one command. Every part is a twentieth of it. */
export async function ingestCorpus(corpus: Corpus, postgres: StartedPostgres): Promise<IngestPart[]> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-issues-'));
  try {
    await writeDocuments(corpus, folder);
    const args = ['ingest', folder, '--publication', PUBLICATION, '--title', 'The Quay', '--publish', '--json'];
    const run = runCommand(args, postgres.url);
    const parts = await measureParts(corpus, run, postgres);
    await run.ended;
    return parts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeDocuments(corpus: Corpus, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  let number = 0;
  for (const document of documentsOf(corpus)) {
    number += 1;
    await writeFile(join(folder, `${String(number).padStart(6, '0')}.txt`), document);
  }
}

async function measureParts({ issues }: Corpus, run: CommandRun, postgres: StartedPostgres): Promise<IngestPart[]> {
  const progress = new Progress('ingest', issues);
  const parts: IngestPart[] = [];
  const size = Math.ceil(issues / PARTS);
  let begun = await now(run.pid, postgres.pid);
  let done = 0;
  for await (const line of run.lines) {
    if (!line.includes('"published":true')) throw new Error(`An issue was not published: ${line.slice(0, 500)}`);
    done += 1;
    if (done % size !== 0 && done !== issues) continue;
    const here = await now(run.pid, postgres.pid);
    const part = {
      issues: done - parts.reduce((sum, before) => sum + before.issues, 0),
      seconds: here.seconds - begun.seconds,
      node_ms: here.node_ms - begun.node_ms,
      postgres_ms: here.postgres_ms - begun.postgres_ms,
    };
    parts.push(part);
    begun = here;
    progress.show(done, `${Math.round(part.issues / part.seconds)} issues/s`);
  }
  if (done !== issues) throw new Error(`${done} of ${issues} issues were ingested.`);
  return parts;
}

async function now(command: number, server: number): Promise<Omit<IngestPart, 'issues'>> {
  const [node_ms, postgres_ms] = await Promise.all([cpuOf(command), cpuOfServer(server)]);
  return { seconds: performance.now() / 1_000, node_ms, postgres_ms };
}
