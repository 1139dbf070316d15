import { sql, type Transaction } from 'kysely';
import { diffRows } from '../log/diff.js';
import { loadSharedRows } from '../log/load-rows.js';
import { applyDraftDiff } from '../log/write-rows.js';
import { readEvents } from '../shared/events.js';
import { claimedSlugs, loadRedirects } from '../shared/redirects.js';
import { readSeries } from '../shared/series.js';

/**
 * Tells events anew for the preview: those that a draft announces, or that the published form of a drafted issue announces, are read from
 * the mentions that the preview shows. Others are as published.
 */
export async function refreshDraftEvents(trx: Transaction<unknown>, touched: readonly string[]): Promise<void> {
  if (touched.length === 0) return;
  const ids = [...new Set(touched)];
  const { rows } = await sql<{ id: string }>`
    select e.id from unnest(${ids}::text[]) as e(id)
    where exists (select from draft.event_mention m where m.event_id = e.id)
      or exists (select from published.event_mention m join draft.issue d on d.id = m.issue_id where m.event_id = e.id)
  `.execute(trx);
  const told = rows.map(({ id }) => id);
  const event = await readEvents(trx, sql.table('preview.event_mention'), told);
  await applyDraftDiff(trx, diffRows(await loadSharedRows(trx, 'draft', { event: ['id', ids] }), { event }));
}

/** Tells series anew for the preview: those that a drafted issue has, or had, a part of. */
export async function refreshDraftSeries(trx: Transaction<unknown>, touched: readonly string[]): Promise<void> {
  if (touched.length === 0) return;
  const ids = [...new Set(touched)];
  const { rows } = await sql<{ id: string }>`
    select s.id from unnest(${ids}::text[]) as s(id)
    where exists (select from draft.item i where i.series_id = s.id)
      or exists (select from published.item i join draft.issue d on d.id = i.issue_id where i.series_id = s.id)
  `.execute(trx);
  const told = rows.map(({ id }) => id);
  const series = await readSeries(trx, sql.table('preview.item'), told);
  await applyDraftDiff(trx, diffRows(await loadSharedRows(trx, 'draft', { series: ['id', ids] }), { series }));
}

/** Tells anew where slugs lead in the preview; the draft holds what is not so in what is published. */
export async function refreshDraftRedirects(trx: Transaction<unknown>, slugs: readonly string[]): Promise<void> {
  if (slugs.length === 0) return;
  const claims = await claimedSlugs(trx, 'preview', slugs);
  const published = new Map((await loadRedirects(trx, 'published', slugs)).map((row) => [row.id, row.target_id]));
  const redirect = claims.filter(({ id, target_id }) => published.get(id) !== target_id);
  await applyDraftDiff(trx, diffRows({ redirect: await loadRedirects(trx, 'draft', slugs) }, { redirect }));
}
