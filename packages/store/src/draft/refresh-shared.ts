import { sql, type Transaction } from 'kysely';
import { insertAll } from '../log/write-rows.js';
import { readEvents } from '../shared/events.js';
import { readSeries } from '../shared/series.js';

/**
 * Tells events anew for the preview: those that a draft announces, or that the published form of a drafted issue announces, are read from
 * the mentions that the preview shows. Others are as published.
 */
export async function refreshDraftEvents(trx: Transaction<unknown>, ids: readonly string[]): Promise<void> {
  await sql`delete from draft.event where id = any(${ids}::text[])`.execute(trx);
  const { rows } = await sql<{ id: string }>`
    select e.id from unnest(${ids}::text[]) as e(id)
    where exists (select from draft.event_mention m where m.event_id = e.id)
      or exists (select from published.event_mention m join draft.issue d on d.id = m.issue_id where m.event_id = e.id)
  `.execute(trx);
  const event = await readEvents(
    trx,
    sql.table('preview.event_mention'),
    rows.map(({ id }) => id),
  );
  await insertAll(trx, 'draft', { event }, 0);
}

/** Tells series anew for the preview: those that a drafted issue has, or had, a part of. */
export async function refreshDraftSeries(trx: Transaction<unknown>, ids: readonly string[]): Promise<void> {
  await sql`delete from draft.series where id = any(${ids}::text[])`.execute(trx);
  const { rows } = await sql<{ id: string }>`
    select s.id from unnest(${ids}::text[]) as s(id)
    where exists (select from draft.item i where i.series_id = s.id)
      or exists (select from published.item i join draft.issue d on d.id = i.issue_id where i.series_id = s.id)
  `.execute(trx);
  const series = await readSeries(
    trx,
    sql.table('preview.item'),
    rows.map(({ id }) => id),
  );
  await insertAll(trx, 'draft', { series }, 0);
}
