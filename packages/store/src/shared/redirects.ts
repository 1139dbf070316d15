import { sql, type Transaction } from 'kysely';
import type { CuratedRedirect } from '../curation/entity-curation.js';
import { loadCuration } from '../curation/load-curation.js';
import { makeId, NODE_TYPES } from '../identity/id.js';
import { diffRows, keyOf, type TableDiff } from '../log/diff.js';
import { loadSharedRows, type StateSchema } from '../log/load-rows.js';
import type { AnyRow } from '../project/rows.js';
import type { RedirectRow } from '../tables.js';

/** The names whose other forms have slugs of their own. */
const REDIRECTED = ['source', 'keyword', 'contributor'] as const;
type Redirected = (typeof REDIRECTED)[number];

/** A slug of one kind of name. */
export interface TypedSlug {
  readonly type: Redirected;
  readonly slug: string;
}

/**
 * The redirects that a diff of sources, keywords and their names asks for: a slug that is some source's other name, and no source's own, finds
 * that source, as long as it is the name of one alone; keywords and contributors alike. A slug that was merged or renamed away finds what it now means. Call it when the diff is written.
 */
export async function diffRedirects(
  trx: Transaction<unknown>,
  diff: readonly TableDiff[],
  more: readonly TypedSlug[] = [],
): Promise<TableDiff[]> {
  const slugs = [...more, ...touchedSlugs(diff), ...(await curatedSlugs(trx, diff))];
  const [present, wanted] = await Promise.all([
    loadRedirects(trx, 'published', slugs),
    claimedSlugs(trx, 'published', slugs),
  ]);
  return diffRows({ redirect: present }, { redirect: wanted });
}

/** The redirects that a state's names claim among some slugs. */
export async function claimedSlugs(
  trx: Transaction<unknown>,
  state: 'published' | 'preview',
  slugs: readonly TypedSlug[],
): Promise<RedirectRow[]> {
  const claims = REDIRECTED.flatMap((type) => {
    const asked = [...new Set(slugs.filter((slug) => slug.type === type).map(({ slug }) => slug))];
    if (asked.length === 0) return [];
    const own = sql.table(`${state}.${type}`);
    return [
      sql`select ${type}::text as type, n.name_slug as slug, min(n.entity_id) as target_id
      from ${sql.table(`${state}.entity_name`)} n
      where n.name_slug = any(${asked}::text[]) and n.entity_id like ${`${type}\\_%`}
        and n.name_slug <> all(array(select own.slug from ${own} own where own.slug = any(${asked}::text[])))
      group by n.name_slug having count(distinct n.entity_id) = 1`,
    ];
  });
  if (claims.length === 0) return [];
  const decided = await decidedRedirects(trx, state, slugs);
  const isDecided = new Set(decided.map(({ type, slug }) => `${type} ${slug}`));
  const found = await sql<TypedSlug & { target_id: string }>`${sql.join(claims, sql` union all `)}`.execute(trx);
  const claimed = found.rows.map(({ type, slug, target_id }) => ({
    id: idOf({ type, slug }),
    type: NODE_TYPES[type],
    slug,
    target_id,
  }));
  return [...decided, ...claimed.filter(({ type, slug }) => !isDecided.has(`${type} ${slug}`))];
}

/**
 * Where decisions lead some slugs that once were public, as long as what they mean is there and nothing else has the slug as its own. Of what
 * never was public nobody is to learn that it was merged or renamed.
 */
async function decidedRedirects(
  trx: Transaction<unknown>,
  state: 'published' | 'preview',
  slugs: readonly TypedSlug[],
): Promise<RedirectRow[]> {
  const asked = new Set(slugs.map(({ type, slug }) => `${type} ${slug}`));
  const { redirects } = await loadCuration(trx);
  const decided = redirects.filter(({ table, slug }) => asked.has(`${table} ${slug}`));
  if (decided.length === 0) return [];
  const holds = REDIRECTED.map(
    (type) => sql`(d."table" = ${type} and exists (select from ${sql.table(`${state}.${type}`)} t where t.id = d.target)
      and not exists (select from ${sql.table(`${state}.${type}`)} o
        where o.slug = d.slug and not (o.id = d.target and d."isMerged"))
      and exists (select from ${sql.table(`past.${type}`)} w
        where w.id = d.subject and (d."isMerged" or w.slug = d.slug)))`,
  );
  const { rows } = await sql<CuratedRedirect>`
    select d.* from json_to_recordset(${JSON.stringify(decided)}::json)
      as d("table" text, slug text, target text, subject text, "isMerged" boolean)
    where ${sql.join(holds, sql` or `)}
  `.execute(trx);
  return rows.map(({ table, slug, target }) => ({
    id: makeId(table, slug),
    type: NODE_TYPES[table],
    slug,
    target_id: target,
  }));
}

/** Slugs that decisions lead to the entities that came or went with a diff. */
export async function curatedSlugs(trx: Transaction<unknown>, diff: readonly TableDiff[]): Promise<TypedSlug[]> {
  const { redirects } = await loadCuration(trx);
  if (redirects.length === 0) return [];
  const touched = new Set(
    diff
      .filter(({ table }) => REDIRECTED.some((type) => type === table))
      .flatMap(({ removed, added }) => [...removed, ...added].map(({ id }) => id)),
  );
  return redirects.filter(({ target }) => touched.has(target)).map(({ table, slug }) => ({ type: table, slug }));
}

/** The redirects that a state has among some slugs. */
export async function loadRedirects(
  trx: Transaction<unknown>,
  state: StateSchema,
  slugs: readonly TypedSlug[],
): Promise<readonly RedirectRow[]> {
  return (await loadSharedRows(trx, state, { redirect: ['id', slugs.map(idOf)] })).redirect ?? [];
}

/** The slugs that a diff of names may have given or taken: a name that is there before and after gives none. */
export function touchedSlugs(diff: readonly TableDiff[]): TypedSlug[] {
  const slugs = new Map<string, TypedSlug>();
  for (const { table, removed, added } of diff) {
    const column = REDIRECTED.some((type) => type === table)
      ? 'slug'
      : table === 'entity_name'
        ? 'name_slug'
        : undefined;
    if (column === undefined) continue;
    const nameOf = (row: AnyRow): string => `${keyOf(table, row)} ${row[column]}`;
    const [before, after] = [new Set(removed.map(nameOf)), new Set(added.map(nameOf))];
    for (const row of [...removed, ...added]) {
      const type = typeOf(String(row['entity_id'] ?? row['id']));
      if (type === undefined || before.has(nameOf(row)) === after.has(nameOf(row))) continue;
      slugs.set(`${type} ${row[column]}`, { type, slug: String(row[column]) });
    }
  }
  return [...slugs.values()];
}

function typeOf(id: string): Redirected | undefined {
  return REDIRECTED.find((type) => id.startsWith(`${type}_`));
}

function idOf({ type, slug }: TypedSlug): string {
  return makeId(type, slug);
}
