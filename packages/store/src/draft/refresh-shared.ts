import { sql, type Transaction } from 'kysely';
import { diffRows, type TableDiff } from '../log/diff.js';
import { loadSharedRows } from '../log/load-rows.js';
import { applyDraftDiff } from '../log/write-rows.js';
import { readEvents } from '../shared/events.js';
import { claimedSlugs, loadRedirects, type TypedSlug } from '../shared/redirects.js';
import { loadSeries, readSeries } from '../shared/series.js';
import { ENTITY_TABLES } from '../shared/tallies.js';

/**
 * Tells events anew for the preview: those that a draft announces, or that the published form of a drafted issue announces, are read from
 * the mentions that the preview shows. Others are as published.
 */
export async function refreshDraftEvents(trx: Transaction<unknown>, touched: readonly string[]): Promise<void> {
  if (touched.length === 0) return;
  const ids = [...new Set(touched)];
  // Not 'exists': a planner may hash all mentions to answer it.
  const { rows } = await sql<{ id: string }>`
    select e.id from unnest(${ids}::text[]) as e(id)
    where (select true from draft.event_mention m where m.event_id = e.id limit 1)
      or (select true from published.event_mention m join draft.issue d on d.id = m.issue_id where m.event_id = e.id limit 1)
  `.execute(trx);
  const told = rows.map(({ id }) => id);
  const event = await readEvents(trx, sql.table('preview.event_mention'), told);
  await applyDraftDiff(trx, diffRows(await loadSharedRows(trx, 'draft', { event: ['id', ids] }), { event }));
}

/**
 * Stitches the series of some titles anew for the preview: those that a drafted issue has, or had, a part of, or that go on in the issue after a
 * drafted one. Others are as published.
 */
export async function refreshDraftSeries(trx: Transaction<unknown>, touched: readonly string[]): Promise<void> {
  if (touched.length === 0) return;
  const keys = [...new Set(touched)];
  const { rows } = await sql<{ key: string }>`
    select t.key from unnest(${keys}::text[]) as t(key)
    where exists (select from draft.item i where i.series_key = t.key)
      or (select true from published.item i join published.issue s on s.id = i.issue_id, lateral (
          select d.id from draft.issue d where d.id = s.id
          union all select d.id from draft.issue d where d.publication_id = s.publication_id and d.number = s.number - 1
          union all select d.id from draft.issue d where d.id = (
            select b.id from published.issue b where b.publication_id = s.publication_id and b.number = s.number - 1 limit 1)
        ) d where i.series_key = t.key limit 1)
  `.execute(trx);
  const told = await readSeries(
    trx,
    'preview',
    rows.map(({ key }) => key),
  );
  await applyDraftDiff(trx, diffRows(await loadSeries(trx, 'draft', keys), told));
}

/** The slugs that drafts have for entities which a diff of what is public touches: where these become public they may have others there. */
export async function draftSlugs(trx: Transaction<unknown>, diff: readonly TableDiff[]): Promise<TypedSlug[]> {
  const asked = ENTITY_TABLES.flatMap((type) => {
    const changes = diff.filter(({ table }) => table === type);
    const ids = new Set(changes.flatMap(({ removed, added }) => [...removed, ...added].map(({ id }) => id)));
    if (ids.size === 0) return [];
    return [
      sql`select ${type}::text as type, slug from ${sql.table(`draft.${type}`)} where id = any(${[...ids]}::text[])`,
    ];
  });
  if (asked.length === 0) return [];
  return (await sql<TypedSlug>`${sql.join(asked, sql` union all `)}`.execute(trx)).rows;
}

/** Tells anew where slugs lead in the preview; the draft holds what is not so in what is published. */
export async function refreshDraftRedirects(trx: Transaction<unknown>, slugs: readonly TypedSlug[]): Promise<void> {
  if (slugs.length === 0) return;
  const claims = await claimedSlugs(trx, 'preview', slugs);
  const published = new Map((await loadRedirects(trx, 'published', slugs)).map((row) => [row.id, row.target_id]));
  const redirect = claims.filter(({ id, target_id }) => published.get(id) !== target_id);
  await applyDraftDiff(trx, diffRows({ redirect: await loadRedirects(trx, 'draft', slugs) }, { redirect }));
}
