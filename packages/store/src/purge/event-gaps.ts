import { sql, type Transaction } from 'kysely';
import type { Telling } from '../past/telling.js';
import type { Period } from './period.js';

/** A period in which nothing tells of an event any more. */
export interface EventGap extends Period {
  /** Of the event. */
  readonly id: string;
}

/** The events that an issue tells of in a period, and when, as those see it whom a telling is for. */
export async function listEventGaps(
  trx: Transaction<unknown>,
  issueId: string,
  { since, until }: Period,
  { seen }: Telling,
): Promise<readonly EventGap[]> {
  const { rows } = await sql<EventGap>`
    select id, greatest(since, ${since}) as since, least(until, ${until}) as until from (
      select id, since, until from past.event t where issue_id = ${issueId} and ${seen('t')}
      union all select id, since, ${until} from published.event where issue_id = ${issueId}
    ) e where since < ${until} and until > ${since}
  `.execute(trx);
  return rows;
}

/** Lets the newest of the other mentions tell of an event, as far as there were any. */
export async function fillEventGaps(
  trx: Transaction<unknown>,
  gaps: readonly EventGap[],
  telling: Telling,
): Promise<void> {
  for (const gap of gaps) await fill(trx, gap, telling);
}

async function fill(trx: Transaction<unknown>, { id, since, until }: EventGap, telling: Telling): Promise<void> {
  if (since >= until) return;
  const { rows } = await sql<Period>`
    insert into past.event (id, ${COLUMNS}, day, item_id, issue_id, since, until, audience)
    select event_id, ${COLUMNS}, coalesce(starts_on, ends_on), item_id, issue_id, greatest(since, ${since}), least(until, ${until}), ${telling.audience}
    from (
      select event_id, ${COLUMNS}, item_id, issue_id, newest_key, ordinal, since, until from past.event_mention t
      where ${telling.seen('t')}
      union all
      select event_id, ${COLUMNS}, item_id, issue_id, newest_key, ordinal, since, ${until} from published.event_mention
    ) m where event_id = ${id} and since < ${until} and until > ${since}
    order by newest_key, ordinal, since limit 1
    returning since, until
  `.execute(trx);
  const [filled] = rows;
  if (filled === undefined) return;
  await fill(trx, { id, since, until: filled.since }, telling);
  await fill(trx, { id, since: filled.until, until }, telling);
}

const COLUMNS = sql.raw(
  'kind, title, starts_on, ends_on, place_printed, place_venue, place_city, place_country, mode, organizer, url',
);
