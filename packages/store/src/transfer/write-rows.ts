import { sql, type Transaction } from 'kysely';
import { isStoreError } from '../database/store-error.js';
import { danglingReferences } from '../log/references.js';
import { listColumns, listTables } from './columns.js';
import { badLine, damaged } from './import-error.js';
import type { NumberedRow } from './read-lines.js';
import { KEPT_TABLES, LOG_HEAD, TRANSFER_SCHEMAS } from './tables.js';

/** UTF-16 units and rows of one statement. */
const MAX_SIZE = 1024 * 1024;
const MAX_ROWS = 1_000;

/**
 * Writes the rows of an export to their tables, many at a time, and tells each that is written. Whose table no export has is IMPORT_FORMAT, so that
 * none brings a token along;
 * what the database refuses is IMPORT_DAMAGED.
 */
export async function writeRows(
  trx: Transaction<unknown>,
  rows: AsyncIterable<NumberedRow>,
  onWritten: (count: number) => void,
): Promise<void> {
  const known = await listTables(trx, TRANSFER_SCHEMAS);
  for await (const batch of batches(rows)) {
    const [{ table, line }] = batch;
    if (!known.has(table) || KEPT_TABLES.includes(table))
      throw badLine(line, `a row of a table that is there, not of '${table}'`);
    await writeBatch(trx, batch);
    onWritten(batch.length);
  }
}

type Batch = [NumberedRow, ...NumberedRow[]];

async function* batches(rows: AsyncIterable<NumberedRow>): AsyncGenerator<Batch> {
  let batch: Batch | undefined;
  let size = 0;
  for await (const row of rows) {
    if (batch === undefined || batch[0].table !== row.table || batch.length === MAX_ROWS || size >= MAX_SIZE) {
      if (batch !== undefined) yield batch;
      batch = [row];
      size = 0;
    } else {
      batch.push(row);
    }
    size += row.json.length;
  }
  if (batch !== undefined) yield batch;
}

async function writeBatch(trx: Transaction<unknown>, batch: Batch): Promise<void> {
  const [{ table, line }] = batch;
  const name = sql.table(table);
  const columns = sql.join((await listColumns(trx, table)).map((column) => sql.ref(column)));
  const json = `[${batch.map((row) => row.json).join(',')}]`;
  // An empty database has a log head, which others may be waiting for: it is moved, never replaced.
  const conflict =
    table === LOG_HEAD ? sql`on conflict (only_one) do update set seq = excluded.seq, at = excluded.at` : sql``;
  try {
    await sql`
      insert into ${name} (${columns}) overriding system value
      select ${columns} from json_populate_recordset(null::${name}, ${json}::json) ${conflict}
    `.execute(trx);
  } catch (error) {
    throw refused(error, `a row of ${table} on line ${line} or up to ${batch.length - 1} lines below it`);
  }
}

/** Sets the counters of identity columns on past the rows that were written. */
export async function moveCounters(trx: Transaction<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string; column: string }>`
    select n.nspname || '.' || c.relname as name, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attidentity <> '' and not a.attisdropped and n.nspname = any(${TRANSFER_SCHEMAS}::text[])
  `.execute(trx);
  for (const { name, column } of rows) {
    await sql`
      select setval(pg_get_serial_sequence(${name}, ${column}), max(${sql.ref(column)})) from ${sql.table(name)}
      having max(${sql.ref(column)}) is not null
    `.execute(trx);
  }
}

/** Looks at every reference now, and not when the transaction ends. */
export async function checkReferences(trx: Transaction<unknown>): Promise<void> {
  try {
    await sql`set constraints all immediate`.execute(trx);
  } catch (error) {
    throw refused(error, 'a row points at one that is not there');
  }
  for (const { reference, exists } of danglingReferences()) {
    const { rows } = await sql<{ found: boolean }>`select ${exists} as found`.execute(trx);
    if (rows[0]?.found !== true) continue;
    const { table, column, target } = reference;
    throw damaged(`a row of published.${table} points by ${column} at a row of published.${target} that is not there`, {
      table,
      column,
    });
  }
}

/** A statement that fails by what the rows hold (SQLSTATE classes 22 and 23) tells of the rows; any other is passed on. */
function refused(error: unknown, what: string): unknown {
  if (!isStoreError(error, 'STATEMENT_FAILED')) return error;
  const sqlstate = String(error.data['sqlstate']);
  if (!/^2[23]/.test(sqlstate)) return error;
  return damaged(`the database refuses ${what} (${error.message})`, { sqlstate }, error);
}
