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

/**
 * What stands after FROM around a past that is entered by an instant (`YYYY-MM-DDTHH:MM:SS.ffffffZ`): one row with the seq of the last change
 * until then, and the instant. OFFSET keeps the planner from finding it anew wherever it is named.
 */
export function pastAtInstant(instant: Expression<string>): RawBuilder<unknown> {
  return sql`(select coalesce((select c.seq from published.change c where c.at <= ${instant} order by c.at desc limit 1), 0) as seq,
    ${instant}::timestamptz as at offset 0) as "$at"`;
}

/** The same for a past that an id carries, as `item_…~12`. Its instant is that of the change. */
export function pastOfId(id: Expression<string>): RawBuilder<unknown> {
  const seq = sql`split_part(${id}, '~', 2)::bigint`;
  return sql`(select ${seq} as seq, (select c.at::timestamptz from published.change c where c.seq = ${seq}) as at) as "$at"`;
}

/** Tables that are not a state's own. */
const UNSTATED: ReadonlySet<string> = new Set(['gone', 'change', 'change_entry']);

function pastFor(key: string, unseen: 'EDITORS' | 'READERS', documents: string): Scope {
  return {
    key,
    table(name) {
      if (name === 'document') return sql.table(documents);
      if (UNSTATED.has(name)) return sql`(select * from ${sql.table(`published.${name}`)} where seq <= ${PAST_SEQ})`;
      return sql`(select * from ${sql.table(`history.${name}`)}
        where since <= ${PAST_SEQ} and until > ${PAST_SEQ} and audience <> ${sql.lit(unseen)})`;
    },
    id: (expr) => sql<string>`${expr} || '~' || ${PAST_SEQ}`,
  };
}
