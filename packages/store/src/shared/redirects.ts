import { sql, type Transaction } from 'kysely';
import { makeId } from '../identity/id.js';
import { diffRows, keyOf, type TableDiff } from '../log/diff.js';
import { loadSharedRows, type StateSchema } from '../log/load-rows.js';
import type { AnyRow } from '../project/rows.js';
import type { RedirectRow } from '../tables.js';

/**
 * The redirects that a diff of sources and their names asks for: a slug that is some source's other name, and no source's own, finds that
 * source, as long as it is the name of one alone. Call it when the diff is written.
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
  slugs: readonly string[],
): Promise<RedirectRow[]> {
  if (slugs.length === 0) return [];
  const claims = await sql<{ slug: string; target_id: string }>`
    select n.name_slug as slug, min(n.entity_id) as target_id
    from ${sql.table(`${state}.entity_name`)} n
    where n.name_slug = any(${slugs}::text[]) and n.entity_id like 'source\\_%'
      and n.name_slug <> all(array(select own.slug from ${sql.table(`${state}.source`)} own where own.slug = any(${slugs}::text[])))
    group by n.name_slug having count(distinct n.entity_id) = 1
  `.execute(trx);
  return claims.rows.map(({ slug, target_id }) => ({ id: makeId('source', slug), type: 'Source', slug, target_id }));
}

/** The redirects that a state has among some slugs. */
export async function loadRedirects(
  trx: Transaction<unknown>,
  state: StateSchema,
  slugs: readonly string[],
): Promise<readonly RedirectRow[]> {
  const ids = slugs.map((slug) => makeId('source', slug));
  return (await loadSharedRows(trx, state, { redirect: ['id', ids] })).redirect ?? [];
}

/** The slugs that a diff of sources and their names may have given or taken: a name that is there before and after gives none. */
export function touchedSlugs(diff: readonly TableDiff[]): string[] {
  const slugs = diff.flatMap(({ table, removed, added }) => {
    const column = table === 'source' ? 'slug' : table === 'entity_name' ? 'name_slug' : undefined;
    if (column === undefined) return [];
    const keys = (rows: readonly AnyRow[]): Set<string> => new Set(rows.map((row) => keyOf(table, row)));
    const [before, after] = [keys(removed), keys(added)];
    const moved = [...removed, ...added].filter((row) => {
      const key = keyOf(table, row);
      return isSourceRow(row) && before.has(key) !== after.has(key);
    });
    return moved.map((row) => String(row[column]));
  });
  return [...new Set(slugs)];
}

function isSourceRow(row: AnyRow): boolean {
  return String(row['entity_id'] ?? row['id']).startsWith('source_');
}
