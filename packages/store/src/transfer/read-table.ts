import { sql, type Transaction } from 'kysely';
import { listColumns } from './columns.js';
import type { TransferTable } from './tables.js';

/** UTF-16 units that a fetch aims at. */
const AIM = 1024 * 1024;

/**
 * The rows of a table as JSON, in the order of its key, a few at a time. Rows whose key is the same (in `past`) are put in order by all they
 * hold, so that the order is always the same.
 */
export async function* readTable(trx: Transaction<unknown>, table: TransferTable): AsyncGenerator<string> {
  await declareCursor(trx, table);
  for (let count = 1; ; ) {
    const rows = await fetchRows(trx, count);
    yield* rows;
    if (rows.length < count) break;
    const size = rows.reduce((sum, row) => sum + row.length, 0);
    // At most twice as many as before: what comes may be larger than what came.
    count = Math.max(1, Math.min(count * 2, table.batch, Math.floor((count * AIM) / size)));
  }
  await sql`close transfer`.execute(trx);
}

async function declareCursor(trx: Transaction<unknown>, { name, order }: TransferTable): Promise<void> {
  const columns = (await listColumns(trx, name)).map((column) => sql.ref(`t.${column}`));
  const keys = order.map((column) => sql.ref(`t.${column}`));
  // Only rows that never could be read, which came and went in one change, may have one key and one period.
  const ties = name.startsWith('past.') ? [sql`case when t.since = t.until then t::text end collate "C"`] : [];
  // JSON is made after the rows are in order: what is sorted stays small.
  await sql`
    declare transfer no scroll cursor for
    select row_to_json(t)::text as row
    from (select ${sql.join(columns)} from ${sql.table(name)} t order by ${sql.join([...keys, ...ties])}) t
  `.execute(trx);
}

async function fetchRows(trx: Transaction<unknown>, count: number): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`fetch ${sql.lit(count)} from transfer`.execute(trx);
  return rows.map(({ row }) => row);
}
