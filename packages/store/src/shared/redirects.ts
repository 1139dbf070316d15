import { sql, type Transaction } from 'kysely';
import { makeId, NODE_TYPES } from '../identity/id.js';
import { diffRows, keyOf, type TableDiff } from '../log/diff.js';
import { loadSharedRows, type StateSchema } from '../log/load-rows.js';
import type { AnyRow } from '../project/rows.js';
import type { RedirectRow } from '../tables.js';

/** The names whose other forms have slugs of their own. */
const REDIRECTED = ['source', 'keyword'] as const;
type Redirected = (typeof REDIRECTED)[number];

/** A slug of one kind of name. */
export interface TypedSlug {
  readonly type: Redirected;
  readonly slug: string;
}

/**
 * The redirects that a diff of sources, keywords and their names asks for: a slug that is some source's other name, and no source's own, finds
 * that source, as long as it is the name of one alone; keywords alike. Call it when the diff is written.
 */
export async function diffRedirects(trx: Transaction<unknown>, diff: readonly TableDiff[]): Promise<TableDiff[]> {
  const slugs = touchedSlugs(diff);
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
    const asked = slugs.filter((slug) => slug.type === type).map(({ slug }) => slug);
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
  const found = await sql<TypedSlug & { target_id: string }>`${sql.join(claims, sql` union all `)}`.execute(trx);
  return found.rows.map(({ type, slug, target_id }) => ({
    id: idOf({ type, slug }),
    type: NODE_TYPES[type],
    slug,
    target_id,
  }));
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
    const column =
      table === 'source' || table === 'keyword' ? 'slug' : table === 'entity_name' ? 'name_slug' : undefined;
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
