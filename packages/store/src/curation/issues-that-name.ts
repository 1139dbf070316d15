import { sql, type Transaction } from 'kysely';
import type { StateSchema } from '../log/load-rows.js';
import { entityTable } from './entity-curation.js';

/** The issues that name one of some entities of one kind in a state, by id. */
export async function issuesThatName(
  trx: Transaction<unknown>,
  state: StateSchema,
  ids: readonly string[],
): Promise<readonly string[]> {
  const table = entityTable(ids[0] ?? '');
  if (table === undefined) return [];
  const { rows } = await sql<{ issue_id: string }>`
    select distinct issue_id from ${sql.table(`${state}.item_${table}`)}
    where ${sql.ref(`${table}_id`)} = any(${ids}::text[]) order by issue_id
  `.execute(trx);
  return rows.map(({ issue_id }) => issue_id);
}
