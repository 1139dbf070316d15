import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { StateTable } from '../tables.js';

/** Where readers and editors see the same, one row is for all. `column` says whose rows of a table they are. */
export async function joinTellings(
  trx: Transaction<unknown>,
  { table, column }: { readonly table: StateTable; readonly column: string },
  ids: readonly string[],
): Promise<void> {
  const past = sql.table(`past.${table}`);
  await sql`
    with same as (
      delete from ${past} t using ${past} e
      where ${among(column, ids)} and t.audience = 'READERS' and e.audience = 'EDITORS'
        and ${sql.ref(`e.${column}`)} = ${sql.ref(`t.${column}`)} and e.since = t.since and e.until = t.until
        and to_jsonb(e) - 'audience' = to_jsonb(t) - 'audience'
      returning e.ctid as place
    )
    update ${past} e set audience = 'ALL' from same where e.ctid = same.place
  `.execute(trx);
}

/** The rows of a table t that are somebody's. */
export function among(column: string, ids: readonly string[]): RawBuilder<unknown> {
  return sql`${sql.ref(`t.${column}`)} = any(${ids}::text[])`;
}
