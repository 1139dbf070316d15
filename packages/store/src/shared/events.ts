import { type RawBuilder, sql, type Transaction } from 'kysely';
import { diffRows, type TableDiff } from '../log/diff.js';
import { loadSharedRows } from '../log/load-rows.js';
import type { EventRow } from '../tables.js';

/** The events that a diff of mentions touches. */
export function touchedEvents(diff: readonly TableDiff[]): string[] {
  const rows = diff.flatMap(({ table, removed, added }) => (table === 'event_mention' ? [...removed, ...added] : []));
  return [...new Set(rows.map((row) => String(row['event_id'])))];
}

/** What becomes of events: their fields are read from the newest mention, and an event that nobody mentions goes. Call it when the mentions are written. */
export async function diffEvents(trx: Transaction<unknown>, ids: readonly string[]): Promise<TableDiff[]> {
  if (ids.length === 0) return [];
  const [present, event] = await Promise.all([
    loadSharedRows(trx, 'published', { event: ['id', ids] }),
    readEvents(trx, sql.table('published.event_mention'), ids),
  ]);
  return diffRows(present, { event });
}

/** The rows of events as a state's mentions tell them. */
export async function readEvents(
  trx: Transaction<unknown>,
  mentions: RawBuilder<unknown>,
  ids: readonly string[],
): Promise<EventRow[]> {
  const found = await sql<EventRow>`
    select m.event_id as id, m.kind, m.title, m.starts_on::text, m.ends_on::text,
      m.place_printed, m.place_venue, m.place_city, m.place_country, m.mode, m.organizer, m.url,
      coalesce(m.starts_on, m.ends_on)::text as day, m.item_id, m.issue_id
    from unnest(${ids}::text[]) as e(id), lateral (
      select * from ${mentions} n where n.event_id = e.id order by n.newest_key, n.ordinal limit 1
    ) m
  `.execute(trx);
  return found.rows;
}
