import { sql } from 'kysely';
import type { Database } from '../database/database.js';

/** So many times somebody was refused something. */
export interface Refusals {
  readonly actor: string;
  readonly action: string;
  /** The code of the error: FORBIDDEN. */
  readonly outcome: string;
  readonly times: number;
}

/** Adds to the audit log what was refused: one line a day for each actor and action, with how often. */
export async function countRefusals({ kysely }: Database, refusals: readonly Refusals[]): Promise<void> {
  if (refusals.length === 0) return;
  await sql`
    insert into editorial.audit (actor, action, outcome, times, day)
    select r.actor, r.action, r.outcome, r.times, (clock_timestamp() at time zone 'UTC')::date
    from json_to_recordset(${JSON.stringify(refusals)}::json) as r(actor text, action text, outcome text, times int)
    on conflict (day, actor, action, outcome) where day is not null
    do update set times = audit.times + excluded.times, at = excluded.at
  `.execute(kysely);
}
