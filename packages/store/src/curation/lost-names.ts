import { type RawBuilder, sql, type Transaction } from 'kysely';
import { makeId } from '../identity/id.js';
import { listDefined } from '../names/definitions.js';
import { baseKeys } from '../names/source-ties.js';
import { type EntityTable, PLACES } from '../shared/tallies.js';
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
  const { rows } = await sql<{ name: string }>`
    select distinct n.name
    from published.change c join past.entity_name n on n.until = c.seq
    where c.kind = 'CURATED' and c.seq = (${comingOf(from)})
      and n.entity_id = ${into.id} and n.method = 'CURATED' and n.audience <> 'EDITORS'
      and not exists (select from (
        select entity_id, name, since from published.entity_name union all select entity_id, name, since from past.entity_name) k
        where k.entity_id in (${from.id}, ${into.id}) and k.name = n.name and k.since = c.seq)
    order by n.name
  `.execute(trx);
  return ofThese(
    trx,
    curation,
    from,
    rows.map(({ name }) => name),
  );
}

/** What an entity was called that went from what is public, and the issues that made that public, be they withdrawn since or not. */
export interface FormerName {
  readonly name: string;
  readonly issues: readonly string[];
}

/**
 * The name of an entity that only drafts print, as it was told until a split took the other one out of it, by a merge that was deleted then.
 * Undefined where it was not told its own.
 */
export async function findFormerName(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  from: EntityToDecide,
  into: EntityToDecide & { readonly natural: string },
): Promise<FormerName | undefined> {
  const place = PLACES[into.table];
  const { rows: names } = await sql<{ name: string }>`
    select e.name from published.change c join ${sql.table(`past.${into.table}`)} e on e.until = c.seq
    where c.kind = 'CURATED' and c.seq = (${comingOf(from)})
      and e.id = ${into.id} and e.slug = ${into.natural} and e.audience <> 'EDITORS'
    limit 1
  `.execute(trx);
  const [told] = names;
  if (told === undefined) return undefined;
  const { rows } = await sql<{ issue_id: string; form: string }>`
    select distinct issue_id, ${sql.ref(place.form)} as form from ${sql.table(`past.${place.forms}`)}
    where ${sql.ref(place.id)} = ${into.id} and audience <> 'EDITORS' order by issue_id, form
  `.execute(trx);
  const own = new Set(await ofThese(trx, curation, into, [...new Set(rows.map(({ form }) => form))]));
  return {
    name: told.name,
    issues: [...new Set(rows.flatMap(({ issue_id, form }) => (own.has(form) ? [issue_id] : [])))],
  };
}

/** The change with which an entity came that is public since. */
function comingOf({ table, id }: { readonly table: EntityTable; readonly id: string }): RawBuilder<unknown> {
  const [own, past] = [sql.table(`published.${table}`), sql.table(`past.${table}`)];
  return sql`
    select max(a.since) from (select since from ${own} where id = ${id} union all select since from ${past} where id = ${id}) a
    where not exists (select from ${past} p where p.id = ${id} and p.until = a.since)`;
}

/** Those of some names that are an entity's where an item prints them. */
async function ofThese(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  { id, table }: EntityToDecide,
  names: readonly string[],
): Promise<readonly string[]> {
  const own: string[] = [];
  for (const name of names) {
    const keys = table === 'source' ? baseKeys([name]) : [];
    const bases = [...keys.map((key) => makeId(table, key)), ...(await listDefined(trx, keys))];
    const natural = [naturalId(table, name), ...bases];
    if (natural.some((one) => tieEntity(curation, table, name, one) === id)) own.push(name);
  }
  return own;
}
