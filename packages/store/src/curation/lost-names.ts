import { sql, type Transaction } from 'kysely';
import { makeId } from '../identity/id.js';
import { listDefined } from '../names/definitions.js';
import { baseKeys } from '../names/source-ties.js';
import { type EntityCuration, naturalId, tieEntity } from './entity-curation.js';
import type { EntityToDecide } from './entity-to-decide.js';

/**
 * Names of an entity that went when a split took it out of another one: nothing public printed them any more, and the merge that held them was
 * deleted. Merged back, it brings them again. The past has them, as far as readers may see it.
 */
export async function listLost(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  from: EntityToDecide,
  into: EntityToDecide,
): Promise<readonly string[]> {
  const [own, past] = [sql.table(`published.${from.table}`), sql.table(`past.${from.table}`)];
  const { rows } = await sql<{ name: string }>`
    select distinct n.name
    from published.change c join past.entity_name n on n.until = c.seq
    where c.kind = 'CURATED' and c.seq = (
        select max(a.since) from (select since from ${own} where id = ${from.id} union all select since from ${past} where id = ${from.id}) a
        where not exists (select from ${past} p where p.id = ${from.id} and p.until = a.since))
      and n.entity_id = ${into.id} and n.method = 'CURATED' and n.audience <> 'EDITORS'
      and not exists (select from (
        select entity_id, name, since from published.entity_name union all select entity_id, name, since from past.entity_name) k
        where k.entity_id in (${from.id}, ${into.id}) and k.name = n.name and k.since = c.seq)
    order by n.name
  `.execute(trx);
  const lost: string[] = [];
  for (const { name } of rows) if (await isOf(trx, curation, from, name)) lost.push(name);
  return lost;
}

/** Whether a name is an entity's where an item prints it. */
async function isOf(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  { id, table }: EntityToDecide,
  name: string,
): Promise<boolean> {
  const keys = table === 'source' ? baseKeys([name]) : [];
  const natural = [naturalId(table, name), ...keys.map((key) => makeId(table, key)), ...(await listDefined(trx, keys))];
  return natural.some((one) => tieEntity(curation, table, name, one) === id);
}
