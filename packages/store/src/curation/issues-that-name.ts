import { sql, type Transaction } from 'kysely';
import type { StateSchema } from '../log/load-rows.js';
import { ENTITY_TABLES, type EntityTable, PLACES } from '../shared/tallies.js';
import { entityTable } from './entity-curation.js';

/** The issues that name one of some entities in a state, by id. */
export async function issuesThatName(
  trx: Transaction<unknown>,
  state: StateSchema,
  ids: readonly string[],
): Promise<readonly string[]> {
  const parts = ENTITY_TABLES.flatMap((table) => {
    const own = ids.filter((id) => entityTable(id) === table);
    if (own.length === 0) return [];
    return [
      sql`select issue_id from ${sql.table(`${state}.item_${table}`)}
        where ${sql.ref(`${table}_id`)} = any(${own}::text[])`,
    ];
  });
  if (parts.length === 0) return [];
  const { rows } = await sql<{ issue_id: string }>`
    select distinct issue_id from (${sql.join(parts, sql` union all `)}) named order by issue_id
  `.execute(trx);
  return rows.map(({ issue_id }) => issue_id);
}

/** The public issues that print some forms of an entity, by id. */
export async function issuesThatPrint(
  trx: Transaction<unknown>,
  { table, id }: { readonly table: EntityTable; readonly id: string },
  forms: readonly string[],
): Promise<readonly string[]> {
  const place = PLACES[table];
  const { rows } = await sql<{ issue_id: string }>`
    select distinct issue_id from ${sql.table(`published.${place.forms}`)}
    where ${sql.ref(place.id)} = ${id} and ${sql.ref(place.form)} = any(${forms}::text[]) order by issue_id
  `.execute(trx);
  return rows.map(({ issue_id }) => issue_id);
}
