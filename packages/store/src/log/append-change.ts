import { sql, type Transaction } from 'kysely';
import { CHANGE_CHANNEL } from '../database/change-channel.js';
import { followSearch } from '../search/follow-search.js';
import type { TableDiff } from './diff.js';
import { type Entry, entriesOf } from './entries.js';
import type { LogPlace } from './log-head.js';
import { assertReferences } from './references.js';

export type ChangeKind = 'PUBLISHED' | 'CORRECTED' | 'WITHDRAWN' | 'CURATED';

/** What a change says beside its entries. */
export interface ChangeFacts {
  readonly kind: ChangeKind;
  readonly note: string | null;
  readonly publication_id: string | null;
  readonly issue_id: string | null;
  /** What took the place of ids that no redirect leads on, as where a split was undone. */
  readonly replaced?: ReadonlyMap<string, string>;
  /** Whether what is searched follows already. */
  readonly isSearched?: boolean;
}

/**
 * Appends what a transaction changed to the log at the place it holds: the change, an entry for each node, tombstones for those that went.
 * What is searched follows, unless it does so already. A diff without entries appends nothing. Returns the change's seq, or null, which `record` is called with when all is on
 * its way.
 */
export async function appendChange(
  trx: Transaction<unknown>,
  place: LogPlace,
  change: ChangeFacts,
  diff: readonly TableDiff[],
  record: (change: number | null) => Promise<void> = async () => {},
): Promise<number | null> {
  const following = change.isSearched === true ? undefined : followSearch(trx, diff);
  const entries = entriesOf(diff).map((entry) => ({ ...entry, replaced_by: change.replaced?.get(entry.id) ?? null }));
  if (entries.length === 0) {
    await Promise.all([following, record(null)]);
    return null;
  }
  const told = Promise.all([
    following,
    insertChange(trx, place, change, entries, newestDay(diff)),
    bury(trx, place, change, entries),
    assertReferences(trx, diff),
    record(place.seq),
  ]);
  place.overlap?.allAsked();
  await told;
  return place.seq;
}

interface ToldEntry extends Entry {
  readonly replaced_by: string | null;
}

/** The newest day of issues that come, as their `newest_key` begins with it; null where none does. */
function newestDay(diff: readonly TableDiff[]): string | null {
  const keys = diff.flatMap(({ table, added }) =>
    table === 'issue' ? added.map((row) => String(row['newest_key'])) : [],
  );
  return keys.sort()[0]?.slice(0, DAY_DIGITS) ?? null;
}

const DAY_DIGITS = 8;

/**
 * The change with the newest day of all that was public until then, its entries, the end of the tombstones of what came back, and the log's
 * new head, told to who listens: one statement.
 */
async function insertChange(
  trx: Transaction<unknown>,
  { seq, at }: LogPlace,
  change: ChangeFacts,
  entries: readonly ToldEntry[],
  newest: string | null,
): Promise<void> {
  const json = JSON.stringify(entries.map((entry, index) => ({ ...entry, ordinal: index + 1 })));
  const come = entries.filter(({ action }) => action === 'CREATED').map(({ id }) => id);
  await sql`
    with c as (
      insert into published.change (seq, at, kind, note, publication_id, issue_id, newest_day)
      values (${seq}, ${at}, ${change.kind}, ${change.note}, ${change.publication_id}, ${change.issue_id},
        least(${newest}, (select p.newest_day from published.change p order by p.seq desc limit 1)))
    ), e as (
      insert into published.change_entry (seq, ordinal, action, id, type, replaced_by)
      select ${seq}::bigint, e.ordinal, e.action, e.id, e.type,
        case when e.action = 'DELETED' then coalesce(e.replaced_by,
          (select r.target_id from published.redirect r where r.id = e.id)) end
      from json_to_recordset(${json}::json) as e(ordinal int, action text, id text, type text, replaced_by text)
    ), g as (
      delete from published.gone where id = any(${come}::text[])
    )
    update editorial.log_head set seq = ${seq}, at = ${at}::timestamptz
    returning pg_notify(${CHANGE_CHANNEL}, ${String(seq)})
  `.execute(trx);
}

/** What went leaves a tombstone. */
async function bury(
  trx: Transaction<unknown>,
  { seq }: LogPlace,
  { kind }: ChangeFacts,
  entries: readonly ToldEntry[],
): Promise<void> {
  const gone = entries.filter(({ action }) => action === 'DELETED');
  if (gone.length === 0) return;
  await sql`
    insert into published.gone (id, type, reason, replaced_by, seq)
    select g.id, g.type, ${kind},
      coalesce(g.replaced_by, (select r.target_id from published.redirect r where r.id = g.id)), ${seq}::bigint
    from json_to_recordset(${JSON.stringify(gone)}::json) as g(id text, type text, replaced_by text)
    on conflict (id) do update set reason = excluded.reason, replaced_by = excluded.replaced_by, seq = excluded.seq
  `.execute(trx);
}
