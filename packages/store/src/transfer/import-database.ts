import { sql, type Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import type { Database } from '../database/database.js';
import { type Migration, migrate } from '../database/migrate.js';
import { lockLog } from '../log/log-head.js';
import { MIGRATIONS } from '../migrations/all.js';
import { rebuildSearch } from '../search/rebuild-search.js';
import { assertEmpty, moveOn, rewind } from './empty-database.js';
import type { Header } from './format.js';
import { newer } from './import-error.js';
import type { OnProgress } from './progress.js';
import { type NumberedRow, readLines } from './read-lines.js';
import { TRANSFER_TABLES } from './tables.js';
import { checkReferences, moveCounters, writeRows } from './write-rows.js';

/** What an import brought. */
export interface ImportResult {
  readonly rows: number;
  /** Rows by table, as the export counts them. */
  readonly counts: Header['counts'];
  /** Last migration of the export; an older one is migrated. */
  readonly migration: string;
}

export interface ImportOptions {
  readonly onProgress?: OnProgress;
  /** Those of this version unless given. */
  readonly migrations?: readonly Migration[];
  /** Who asks, for the audit log; `command` where it is left out. */
  readonly actor?: string;
}

/**
 * Puts an export into an empty database: afterwards it holds what the exported one held, under the same ids, and ingest goes on from there.
 * All or nothing: one transaction. Only some rows at a time are in memory.
 * Throws StoreError: IMPORT_NOT_EMPTY, IMPORT_FORMAT, IMPORT_TRUNCATED, IMPORT_DAMAGED, IMPORT_NEWER.
 */
export async function importDatabase(
  database: Database,
  lines: AsyncIterable<string>,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const iterator = lines[Symbol.asyncIterator]();
  try {
    return await importLines(database, iterator, options);
  } finally {
    // Where it was left early, what gives the lines is let go.
    await iterator.return?.();
  }
}

async function importLines(
  database: Database,
  lines: AsyncIterator<string>,
  { onProgress = () => {}, migrations = MIGRATIONS, actor }: ImportOptions,
): Promise<ImportResult> {
  await migrate(database, migrations);
  const { header, rows } = await readLines(lines);
  const known = migrations.findIndex(({ name }) => name === header.migration) + 1;
  if (known === 0) throw newer(header);
  const later = migrations.slice(known);
  const total = Object.values(header.counts).reduce((sum, count) => sum + count, 0);
  await database.transaction(async (trx) => {
    await lockLog(trx);
    await assertEmpty(trx, TABLE_NAMES);
    if (later.length > 0) await rewind(trx, migrations.slice(0, known));
    await writeAll(trx, rows, (done) => onProgress({ done, total }));
    await moveOn(trx, later);
    await rebuildSearch(trx);
    const detail = { rows: total, migration: header.migration };
    await recordAudit(trx, { actor, action: 'import', subject_id: null, outcome: 'IMPORTED', detail });
  });
  await analyze(database);
  return { rows: total, counts: header.counts, migration: header.migration };
}

const TABLE_NAMES = TRANSFER_TABLES.map(({ name }) => name);

async function writeAll(
  trx: Transaction<unknown>,
  rows: AsyncIterable<NumberedRow>,
  onDone: (done: number) => void,
): Promise<void> {
  let done = 0;
  await writeRows(trx, rows, (count) => {
    done += count;
    onDone(done);
  });
  await checkReferences(trx);
  await moveCounters(trx);
}

/** Tells the planner how much there is now, so that the first operations are as fast as the later ones. */
async function analyze(database: Database): Promise<void> {
  await sql`analyze ${sql.join(TABLE_NAMES.map((name) => sql.table(name)))}`.execute(database.kysely);
}
