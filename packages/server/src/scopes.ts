import type { Scope } from '@broadsheet/pothos-kysely';
import type { IdState } from '@broadsheet/store';
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Rights } from './http/rights.js';

/** What is public now. */
export const NOW: Scope = {
  key: 'now',
  table: (name) => sql.table(`published.${name}`),
  id: (expr) => expr,
};

/** What is public, with the newest draft of every issue in place. */
export const PREVIEW: Scope = {
  key: 'preview',
  table: (name) => sql.table(`preview.${name}`),
  id: (expr) => sql<string>`${expr} || '~draft'`,
};

/** What was public after a change of the log, with what was withdrawn since left out. Which change it is stands in the row `PAST_ROW`. */
export const PAST: Scope = pastFor('at', 'EDITORS', 'history.document');

/** The same with nothing left out, for who may read drafts. */
export const WHOLE_PAST: Scope = pastFor('at-whole', 'READERS', 'preview.document');

/** The past that the sender of a request may read. */
export function pastOf({ mayReadDrafts }: Rights): Scope {
  return mayReadDrafts ? WHOLE_PAST : PAST;
}

/** The scope that an id's state stands for. */
export function scopeOf(state: IdState, rights: Rights): Scope {
  if (typeof state === 'number') return pastOf(rights);
  switch (state) {
    case 'now':
      return NOW;
    case 'draft':
      return PREVIEW;
    default:
      return state satisfies never;
  }
}

export function isPast({ key }: Scope): boolean {
  return key === PAST.key || key === WHOLE_PAST.key;
}

/** Today, in a time zone: in the past the day of that instant. */
export function todayIn(scope: Scope, timeZone: Expression<unknown>): RawBuilder<unknown> {
  const instant = isPast(scope) ? sql.ref('$at.at') : sql`now()`;
  return sql`(${instant} at time zone ${timeZone})::date`;
}

/** The seq of the change after which the past is read; 0 before the first. */
export const PAST_SEQ = sql.ref('$at.seq');

/** No `newest_key` of that past is less. */
export const PAST_NEWEST = sql.ref('$at.newest');

/**
 * What stands after FROM around a past that is entered by an instant (`YYYY-MM-DDTHH:MM:SS.ffffffZ`): one row with the seq of the last change
 * until then, the newest day of what was public until then, and the instant. OFFSET keeps the planner from finding it anew wherever it is named.
 */
export function pastAtInstant(instant: Expression<string>): RawBuilder<unknown> {
  return sql`(select coalesce(c.seq, 0) as seq, coalesce(c.newest_day, '') as newest, ${instant}::timestamptz as at
    from (select) o left join lateral (select seq, newest_day from published.change where at <= ${instant} order by at desc limit 1) c on true
    offset 0) as "$at"`;
}

/** The same for a past that an id carries, as `item_…~12`: its instant is that of the change. No row where the log has not come so far. */
export function pastOfId(id: Expression<string>): RawBuilder<unknown> {
  return sql`(select i.seq, coalesce(c.newest_day, '') as newest, c.at::timestamptz as at
    from (select split_part(${id}, '~', 2)::bigint as seq) i join published.change c on c.seq = i.seq offset 0) as "$at"`;
}

/** Tables that are not a state's own. */
const UNSTATED: ReadonlySet<string> = new Set(['gone', 'change', 'change_entry']);

/**
 * Rows of these have a version for nearly each change, of which one is looked for. The view has short versions apart from long ones: of those
 * that end at most so many changes later (`reach`) there are few.
 */
const COUNTED: ReadonlySet<string> = new Set(['source', 'keyword', 'contributor', 'entity_name', 'rubric']);
const WITHIN_REACH = sql` and until <= ${PAST_SEQ} + reach and until - since between shortest and reach`;

function pastFor(key: string, unseen: 'EDITORS' | 'READERS', documents: string): Scope {
  return {
    key,
    table(name) {
      if (name === 'document') return sql.table(documents);
      if (UNSTATED.has(name)) return sql`(select * from ${sql.table(`published.${name}`)} where seq <= ${PAST_SEQ})`;
      const stood = sql`until > ${PAST_SEQ} and audience <> ${sql.lit(unseen)}`;
      return sql`(select * from ${sql.table(`history.${name}`)}
        where since <= ${PAST_SEQ} and (stands or ${stood}${COUNTED.has(name) ? WITHIN_REACH : sql``}))`;
    },
    id: (expr) => sql<string>`${expr} || '~' || ${PAST_SEQ}`,
  };
}
