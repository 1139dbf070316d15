import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { Client } from 'pg';
import { findPostgresBinaries } from '../../../tests/postgres/find-binaries.js';
import { runToEnd } from '../../../tests/postgres/run-to-end.js';
import { type StartedPostgres, startKeptPostgres } from '../../../tests/postgres/start-postgres.js';
import { keepTrack } from '../running.js';
import { type Corpus, migrationNames } from './corpus.js';
import { ingestCorpus } from './ingest.js';
import { findOlder, folderOf, type IngestRecord, readRecord, writeRecord } from './kept.js';
import { runCommand } from './run-command.js';

/** A corpus in a database that runs. */
export interface OpenCorpus {
  readonly corpus: Corpus;
  readonly postgres: StartedPostgres;
  /** How its ingest went, which may have been another day. */
  readonly ingest: IngestRecord;
}

/** As an operator would set a server up: safe, and with some of a small machine's memory. */
const SETTINGS = [
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'shared_buffers=2GB',
  'max_wal_size=4GB',
  'max_connections=100',
];

/**
 * The database with a corpus: the kept one; or a kept one of fewer migrations, copied and migrated; or a new one that goes through the product's
 * ingest, always so where `fresh` is said. The caller stops the server; the database is kept.
 */
export async function openCorpus(corpus: Corpus, { fresh }: { readonly fresh: boolean }): Promise<OpenCorpus> {
  const migrations = migrationNames();
  const folder = folderOf(corpus, migrations);
  if (fresh) await rm(folder, { recursive: true, force: true });
  if (!existsSync(folder))
    await make(corpus, migrations, folder, fresh ? undefined : await findOlder(corpus, migrations));
  const { ingest } = await readRecord(folder);
  return { corpus, ingest, postgres: await start(folder) };
}

async function make(
  corpus: Corpus,
  migrations: readonly string[],
  folder: string,
  older: string | undefined,
): Promise<void> {
  // A folder has its name when everything in it is done: a run that was ended half-way leaves none.
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  if (older === undefined) await mkdir(unfinished, { recursive: true });
  else await runToEnd('cp', ['--archive', '--reflink=auto', older, unfinished], {});
  const postgres = await start(unfinished);
  try {
    const ingest =
      older === undefined ? await ingestNow(corpus, migrations, postgres) : await migrate(older, postgres.url);
    await settle(postgres.url);
    await writeRecord(unfinished, { migrations, ingest });
  } finally {
    await postgres.stop();
  }
  await rename(unfinished, folder);
}

async function ingestNow(
  corpus: Corpus,
  migrations: readonly string[],
  postgres: StartedPostgres,
): Promise<IngestRecord> {
  const at = new Date().toISOString();
  return { at, migrations, parts: await ingestCorpus(corpus, postgres) };
}

async function migrate(older: string, databaseUrl: string): Promise<IngestRecord> {
  process.stderr.write(`Migrating a copy of ${older}\n`);
  const { lines, ended } = runCommand(['migrate'], databaseUrl);
  for await (const line of lines) process.stderr.write(`${line}\n`);
  await ended;
  return (await readRecord(older)).ingest;
}

/** What autovacuum would have done some minutes later. */
async function settle(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

async function start(folder: string): Promise<StartedPostgres> {
  const binaries = findPostgresBinaries();
  if (binaries === undefined)
    throw new Error('No postgres binary in PATH or /usr/lib/postgresql/*/bin: apt-get install postgresql.');
  return keepTrack(await startKeptPostgres(binaries, folder, SETTINGS));
}
