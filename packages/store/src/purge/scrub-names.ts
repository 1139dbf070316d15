import { sql, type Transaction } from 'kysely';
import { rootOf } from '../curation/entity-curation.js';
import { loadCuration } from '../curation/load-curation.js';
import { nameKey } from '../identity/slug.js';
import type { Telling } from '../past/telling.js';
import { ENTITY_TABLES, type EntityTable } from '../shared/tallies.js';
import type { Touched } from './touched.js';

/**
 * Takes names that nothing prints or defines any more out of the past of sources, keywords and contributors: a form goes, a name or slug is
 * replaced by one that is left, and an entity that nothing names goes as a whole. Counts stay as they were.
 */
export async function scrubNames(trx: Transaction<unknown>, touched: Touched, telling: Telling): Promise<void> {
  for (const table of ENTITY_TABLES) {
    const left = await listForms(trx, table, touched[table], telling);
    const unused = touched[table].filter((id) => !left.has(id));
    await deleteEntities(trx, table, unused, telling);
    for (const [id, forms] of left) await scrubEntity(trx, table, id, forms, telling);
  }
}

/** What is left of an entity's names. */
interface Forms {
  readonly names: Set<string>;
  readonly slugs: Set<string>;
}

const PRINTED = {
  source: sql`select source_id as id, printed as form, base_key as slug`,
  keyword: sql`select keyword_id as id, printed as form, null as slug`,
  contributor: sql`select contributor_id as id, name as form, null as slug`,
} as const;
const PRINTED_IN = { source: 'attribution', keyword: 'item_keyword', contributor: 'byline' } as const;

async function listForms(
  trx: Transaction<unknown>,
  table: EntityTable,
  ids: readonly string[],
  telling: Telling,
): Promise<ReadonlyMap<string, Forms>> {
  if (ids.length === 0) return new Map();
  const select = PRINTED[table];
  const { rows } = await sql<{ id: string; form: string; slug: string | null }>`
    select distinct id, form, slug from (
      ${select} from ${sql.table(`past.${PRINTED_IN[table]}`)} t where ${telling.seen('t')} union all ${select} from ${sql.table(`published.${PRINTED_IN[table]}`)}
    ) s where id = any(${ids}::text[])
  `.execute(trx);
  const forms = new Map<string, Forms>();
  for (const { id, form, slug } of rows) add(forms, id, form, slug ?? nameKey(form));
  if (table === 'source') await addDefined(trx, forms, telling);
  await addGiven(trx, forms);
  return forms;
}

/** What editors gave an entity by hand is their own word: it stays as long as the entity has a name. */
async function addGiven(trx: Transaction<unknown>, forms: Map<string, Forms>): Promise<void> {
  const curation = await loadCuration(trx);
  for (const decision of curation.decisions) {
    const id = rootOf(curation, decision.subject_id);
    const own = forms.get(id);
    if (own === undefined || decision.operation !== 'UPDATE_ENTITY') continue;
    const { name, slug, former = [], aliases = [] } = decision.data;
    for (const given of [...aliases, ...(name === undefined ? [] : [name])]) add(forms, id, given, nameKey(given));
    for (const given of [...former, ...(slug === undefined ? [] : [slug])]) own.slugs.add(given);
  }
}

/** Names that other issues define are names, printed or not. */
async function addDefined(trx: Transaction<unknown>, forms: Map<string, Forms>, telling: Telling): Promise<void> {
  const { rows } = await sql<{ id: string; short: string; long: string; long_key: string }>`
    select distinct s.id, d.short, d.long, d.long_key
    from (select id, slug from past.source t where ${telling.seen('t')} union select id, slug from published.source) s
    join editorial.definition d on d.long_key = s.slug and d.uses > 0
    where s.id = any(${[...forms.keys()]}::text[])
  `.execute(trx);
  for (const { id, short, long, long_key } of rows) {
    add(forms, id, short, long_key);
    add(forms, id, long, long_key);
  }
}

function add(forms: Map<string, Forms>, id: string, form: string, slug: string): void {
  const { names, slugs } = forms.get(id) ?? { names: new Set(), slugs: new Set() };
  forms.set(id, { names: names.add(form), slugs: slugs.add(slug).add(nameKey(form)) });
}

async function deleteEntities(
  trx: Transaction<unknown>,
  table: EntityTable,
  ids: readonly string[],
  { changed }: Telling,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${sql.table(`past.${table}`)} t where id = any(${ids}::text[]) and ${changed('t')}`.execute(
    trx,
  );
  await sql`delete from past.entity_name t where entity_id = any(${ids}::text[]) and ${changed('t')}`.execute(trx);
  await sql`delete from past.redirect t where target_id = any(${ids}::text[]) and ${changed('t')}`.execute(trx);
}

async function scrubEntity(
  trx: Transaction<unknown>,
  table: EntityTable,
  id: string,
  { names, slugs }: Forms,
  { changed }: Telling,
): Promise<void> {
  const past = sql.table(`past.${table}`);
  const [kept, slugsKept] = [[...names].sort(), [...slugs]];
  const { rows } = await sql<{ slug: string; name: string }>`
    select distinct slug, name from ${past} t where id = ${id} and ${changed('t')}
  `.execute(trx);
  for (const { slug: wasSlug, name: wasName } of rows) {
    // An id says nothing, and is as good a slug as any for what has lost its own.
    const slug = slugs.has(wasSlug) ? wasSlug : id;
    const name = names.has(wasName) ? wasName : (kept[0] ?? slug);
    if (slug === wasSlug && name === wasName) continue;
    await sql`
      update ${past} t set slug = ${slug}, name = ${name}, name_key = ${`${slug} ${name}`}
      where id = ${id} and slug = ${wasSlug} and name = ${wasName} and ${changed('t')}
    `.execute(trx);
  }
  if (table === 'source') {
    await sql`
      update past.source t set abbreviation = null
      where id = ${id} and abbreviation <> all(${kept}::text[]) and ${changed('t')}
    `.execute(trx);
  }
  await sql`delete from past.entity_name t where entity_id = ${id} and name <> all(${kept}::text[]) and ${changed('t')}`.execute(
    trx,
  );
  await sql`delete from past.redirect t where target_id = ${id} and slug <> all(${slugsKept}::text[]) and ${changed('t')}`.execute(
    trx,
  );
}
