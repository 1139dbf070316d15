import { type RawBuilder, sql, type Transaction } from 'kysely';
import { StoreError } from '../database/store-error.js';
import { parseId } from '../identity/id.js';
import type { EntityTable } from '../shared/tallies.js';
import type { EntityNameRow } from '../tables.js';
import { type EntityCuration, entityTable, rootOf } from './entity-curation.js';

/** What became of an entity that was decided about. */
export interface EntityDecided {
  readonly entityId: string;
  readonly table: EntityTable;
  /** The state that shows it. */
  readonly state: 'now' | 'draft';
  /** seq of the change; null where nothing public changed. */
  readonly change: number | null;
}

/** An entity as the preview has it: public, or only in drafts. */
export interface EntityToDecide {
  readonly table: EntityTable;
  readonly id: string;
  /** The id that was given, in the present. */
  readonly asked: string;
  readonly slug: string;
  readonly name: string;
  /** How errors name it: by what readers call it and its id, else by the id alone. Who decides need not be one who may read drafts. */
  readonly called: string;
}

/**
 * Gets the entity that an id means, in whatever state it was read; one that was merged away means the one that stays. `field` is the path of
 * the id in the input. Throws StoreError UNKNOWN_ENTITY.
 */
export async function getEntity(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  id: string,
  field: string,
): Promise<EntityToDecide> {
  const asked = parseId(id)?.canonical ?? '';
  const table = entityTable(asked);
  const found = table === undefined ? undefined : await findEntity(trx, table, rootOf(curation, asked));
  if (table !== undefined && found !== undefined) return { ...found, table, asked };
  throw new StoreError(
    'UNKNOWN_ENTITY',
    `No source, keyword or contributor has the id '${id.slice(0, 80)}'. Give one as its id or canonicalId has it.`,
    { field },
  );
}

type Found = Pick<EntityToDecide, 'id' | 'slug' | 'name' | 'called'>;

async function findEntity(trx: Transaction<unknown>, table: EntityTable, id: string): Promise<Found | undefined> {
  const entities = sql.table(`preview.${table}`);
  const { rows } = await sql<Found>`
    select e.id, e.slug, e.name, ${calledIn(table)} as called from (
      select id, slug, name from ${entities} where id = ${id}
      union all select e.id, e.slug, e.name from preview.redirect r join ${entities} e on e.id = r.target_id where r.id = ${id}
      limit 1) e
  `.execute(trx);
  return rows[0];
}

function calledIn(table: EntityTable): RawBuilder<string> {
  return sql`coalesce((select format('''%s'' (%s)', p.name, p.id) from ${sql.table(`published.${table}`)} p where p.id = e.id), e.id)`;
}

/** The printed and given forms of an entity in the preview. */
export async function listForms(trx: Transaction<unknown>, id: string): Promise<readonly EntityNameRow[]> {
  const { rows } = await sql<EntityNameRow>`
    select * from preview.entity_name where entity_id = ${id} order by name
  `.execute(trx);
  return rows;
}

/** The forms of an entity that readers see. */
export async function listPublicForms(
  trx: Transaction<unknown>,
  id: string,
): Promise<readonly Pick<EntityNameRow, 'name' | 'method'>[]> {
  const { rows } = await sql<Pick<EntityNameRow, 'name' | 'method'>>`
    select name, method from published.entity_name where entity_id = ${id} order by name
  `.execute(trx);
  return rows;
}

/** The entities of a kind that have one of some forms, by the keys of these: a short form may stand for several. */
export async function listHolders(
  trx: Transaction<unknown>,
  table: EntityTable,
  keys: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ entity_id: string }>`
    select distinct entity_id from preview.entity_name
    where name_slug = any(${keys}::text[]) and entity_id like ${`${table}\\_%`} order by entity_id
  `.execute(trx);
  return rows.map(({ entity_id }) => entity_id);
}

/** The other entity of a kind that has a slug, or a form of it; undefined where it is free. */
export async function findHolder(
  trx: Transaction<unknown>,
  { table, id }: Pick<EntityToDecide, 'table' | 'id'>,
  slug: string,
  natural: string,
): Promise<Found | undefined> {
  const entities = sql.table(`preview.${table}`);
  const { rows } = await sql<Found>`
    select e.id, e.slug, e.name, ${calledIn(table)} as called from ${entities} e where id <> ${id} and (slug = ${slug} or id = ${natural} or id in (
      select n.entity_id from preview.entity_name n where n.name_slug = ${slug} and n.entity_id like ${`${table}\\_%`}))
    limit 1
  `.execute(trx);
  return rows[0];
}

/** The state that shows an entity. */
export async function entityState(
  trx: Transaction<unknown>,
  { table, id }: Pick<EntityToDecide, 'table' | 'id'>,
): Promise<EntityDecided['state']> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from ${sql.table(`published.${table}`)} where id = ${id}) as found
  `.execute(trx);
  return rows[0]?.found === true ? 'now' : 'draft';
}
