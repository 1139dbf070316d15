import { createHash } from 'node:crypto';
import { type ControlledTransaction, sql, type Transaction } from 'kysely';
import type { Database } from '../database/database.js';
import { FORMAT, FORMAT_VERSION, type Header, printRow, type Trailer } from './format.js';
import type { OnProgress } from './progress.js';
import { readTable } from './read-table.js';
import { TRANSFER_TABLES } from './tables.js';

/**
 * Everything that a database holds, as the lines of an export, without line feeds: documents, revisions, curation, the log, what is public,
 * the past and the drafts, as they stand at one instant. The same state gives the same lines. Only some rows at a time are in memory.
 *
 * The database has to be migrated; it may not be used for anything else before the iteration has ended, where it is the embedded one.
 */
export async function* exportDatabase(database: Database, onProgress: OnProgress = () => {}): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const line of linesOf(database, onProgress)) {
    hash.update(line).update('\n');
    lines += 1;
    yield line;
  }
  yield JSON.stringify({ lines, sha256: hash.digest('hex') } satisfies Trailer);
}

async function* linesOf(database: Database, onProgress: OnProgress): AsyncGenerator<string> {
  const trx = await beginSnapshot(database);
  try {
    const header = await headerOf(trx);
    const total = Object.values(header.counts).reduce((sum, count) => sum + count, 0);
    yield JSON.stringify(header);
    let done = 0;
    for (const table of TRANSFER_TABLES) {
      for await (const json of readTable(trx, table)) {
        yield printRow({ table: table.name, json });
        done += 1;
        onProgress({ done, total });
      }
    }
  } finally {
    // Nothing was written; this also ends what is left open when the reader of the lines leaves early.
    await trx.rollback().execute();
  }
}

async function beginSnapshot(database: Database): Promise<ControlledTransaction<unknown>> {
  const trx = await database.kysely
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  // Instants are printed in the zone of the session, and an export is the same from every one.
  await sql`set local timezone = 'UTC'`.execute(trx);
  // Keys have indexes, and walking one needs no room.
  await sql`set local enable_sort = off`.execute(trx);
  return trx;
}

async function headerOf(trx: Transaction<unknown>): Promise<Header> {
  const counts = TRANSFER_TABLES.map(({ name }) => sql`(select count(*) from ${sql.table(name)}) as ${sql.id(name)}`);
  const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(trx);
  const [row = {}] = rows;
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    migration: await lastMigration(trx),
    counts: Object.fromEntries(TRANSFER_TABLES.map(({ name }) => [name, row[name] ?? 0])),
  };
}

async function lastMigration(trx: Transaction<unknown>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select max(name) as name from broadsheet.migration`.execute(trx);
  return rows[0]?.name ?? '';
}
