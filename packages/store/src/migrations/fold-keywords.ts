import { type Kysely, sql } from 'kysely';
import { makeId } from '../identity/id.js';
import { keywordKey } from '../identity/keyword-key.js';
import { shortestSlug, withTally } from '../shared/entity-rows.js';
import type { EntityNameRow } from '../tables.js';

interface Folded {
  readonly old: string;
  readonly id: string;
}

/** Gives every keyword the id that its forms have in common: those that are forms of one become one, in the present and in the drafts. */
export async function foldKeywords(db: Kysely<unknown>): Promise<void> {
  for (const schema of ['published', 'draft'] as const) {
    const folded = await renameIn(db, schema);
    if (folded.length > 0) await tellAgain(db, schema, [...new Set(folded.map(({ id }) => id))]);
  }
  await renameIn(db, 'past');
}

/** In the past forms of one keyword stay rows of their own, under one id. */
async function renameIn(db: Kysely<unknown>, schema: 'published' | 'draft' | 'past'): Promise<Folded[]> {
  const table = (name: string) => sql.table(`${schema}.${name}`);
  const { rows } = await sql<{ id: string; slug: string }>`select distinct id, slug from ${table('keyword')}`.execute(
    db,
  );
  const folded = rows
    // A purge may have left an id in the place of a slug.
    .filter(({ id, slug }) => id !== slug)
    .map(({ id, slug }) => ({ old: id, id: makeId('keyword', keywordKey(slug)) }))
    .filter(({ old, id }) => old !== id);
  if (folded.length === 0) return [];
  const names = sql`json_to_recordset(${JSON.stringify(folded)}::json) as f(old text, id text)`;
  if (schema !== 'past') {
    await sql`
      with f as (select * from ${names}), links as (
        select k.item_id, k.keyword_id, k.ordinal, coalesce(f.id, k.keyword_id) as id
        from ${table('item_keyword')} k left join f on f.old = k.keyword_id)
      delete from ${table('item_keyword')} k using links l
      where l.item_id = k.item_id and l.keyword_id = k.keyword_id
        and exists (select from links o where o.item_id = l.item_id and o.id = l.id and o.ordinal < l.ordinal)
    `.execute(db);
  }
  await sql`update ${table('item_keyword')} k set keyword_id = f.id from ${names} where f.old = k.keyword_id`.execute(
    db,
  );
  await sql`update ${table('entity_name')} n set entity_id = f.id from ${names} where f.old = n.entity_id`.execute(db);
  if (schema === 'past')
    await sql`update ${table('keyword')} k set id = f.id from ${names} where f.old = k.id`.execute(db);
  else await sql`delete from ${table('keyword')} k using ${names} where f.old = k.id`.execute(db);
  return folded;
}

interface Told {
  readonly id: string;
  readonly item_count: number;
  readonly since: string;
  readonly names: readonly EntityNameRow[];
}

/** Writes the rows of keywords out of the items that name them. */
async function tellAgain(db: Kysely<unknown>, schema: 'published' | 'draft', ids: readonly string[]): Promise<void> {
  const table = (name: string) => sql.table(`${schema}.${name}`);
  await sql`
    update ${table('entity_name')} n set uses = u.uses from (
      select n.entity_id, n.name, (select count(*) from ${table('item_keyword')} k where k.keyword_id = n.entity_id and k.printed = n.name) as uses
      from ${table('entity_name')} n where n.entity_id = any(${ids}::text[]) and length(n.name) < 200
    ) u where u.entity_id = n.entity_id and u.name = n.name
  `.execute(db);
  await sql`delete from ${table('entity_name')} n where n.entity_id = any(${ids}::text[]) and n.uses = 0`.execute(db);
  const { rows } = await sql<Told>`
    select n.entity_id as id, max(n.since)::text as since, json_agg(n) as names,
      (select count(*)::int from ${table('item_keyword')} k where k.keyword_id = n.entity_id) as item_count
    from ${table('entity_name')} n where n.entity_id = any(${ids}::text[]) group by n.entity_id
  `.execute(db);
  for (const { since, ...told } of rows) {
    const row = withTally({ slug: told.id, ...told }, undefined, [], shortestSlug)?.row;
    if (row === undefined) continue;
    await sql`delete from ${table('keyword')} where id = ${row.id}`.execute(db);
    await sql`
      insert into ${table('keyword')} (id, slug, name, name_key, item_count, since)
      values (${row.id}, ${row.slug}, ${row.name}, ${row.name_key}, ${row.item_count}, ${since}::bigint)
    `.execute(db);
    if (schema === 'published') await redirectOthers(db, row, told.names, since);
  }
}

async function redirectOthers(
  db: Kysely<unknown>,
  { id, slug }: { readonly id: string; readonly slug: string },
  names: readonly EntityNameRow[],
  since: string,
): Promise<void> {
  for (const other of new Set(names.map(({ name_slug }) => name_slug))) {
    if (other === slug) continue;
    await sql`
      insert into published.redirect (id, type, slug, target_id, since)
      values (${makeId('keyword', other)}, 'Keyword', ${other}, ${id}, ${since}::bigint) on conflict do nothing
    `.execute(db);
  }
}
