import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Overlap } from './overlap.js';

/** The place in the change log that a transaction holds. */
export interface LogPlace {
  /** Number of the next change. */
  readonly seq: number;
  /** Its instant, RFC 3339 in UTC with microseconds; later than every one before. */
  readonly at: string;
  /** Where the next change of the same transaction may begin before this one has ended. */
  readonly overlap?: Overlap;
}

/**
 * Takes the lock under which everything is written, and the next place of the log. Because it is taken before anything is read, the order
 * of the log is the order of commits. Released when the transaction ends. What is asked for after this call, awaited or not, is read under
 * the lock.
 */
export async function lockLog(trx: Transaction<unknown>): Promise<LogPlace> {
  const [, , place] = await Promise.all([
    readByKeys(trx),
    sql`select from editorial.log_head for update`.execute(trx),
    readPlace(trx),
  ]);
  return place;
}

/**
 * What a writer reads it finds by keys, a handful of rows in tables of any size. A plan that was made while a table was small is kept with
 * its prepared statement; so plans that would read a table whole are put off from the beginning, and plans are made once. What is put off costs so much on paper that it would be compiled, hence jit.
 */
async function readByKeys(trx: Transaction<unknown>): Promise<void> {
  await sql`
    select set_config(name, value, true) from (values ('plan_cache_mode', 'force_generic_plan'), ('enable_seqscan', 'off'),
      ('enable_hashjoin', 'off'), ('enable_mergejoin', 'off'), ('jit', 'off')) as s(name, value)
  `.execute(trx);
}

/**
 * The next place of the log, for a transaction that holds the lock. Apart from taking it, because a statement that waits sees what was so before it
 * waited.
 */
export async function readPlace(trx: Transaction<unknown>): Promise<LogPlace> {
  const { rows } = await sql<LogPlace>`
    select seq + 1 as seq, ${later(sql`at`)} as at from editorial.log_head
  `.execute(trx);
  const [place] = rows;
  if (place === undefined) throw new Error('editorial.log_head is empty: the database was not migrated.');
  return place;
}

/** The place behind one that is sure to be used. */
export async function placeAfter(trx: Transaction<unknown>, { seq, at }: LogPlace): Promise<LogPlace> {
  const { rows } = await sql<Pick<LogPlace, 'at'>>`select ${later(sql`${at}::timestamptz`)} as at`.execute(trx);
  return { seq: seq + 1, at: rows[0]?.at ?? at };
}

/** Now, but later than an instant. */
function later(at: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(greatest(clock_timestamp(), ${at} + interval '1 microsecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** Moves the head on to a place that was used. */
export async function advanceLog(trx: Transaction<unknown>, { seq, at }: LogPlace): Promise<void> {
  await sql`update editorial.log_head set seq = ${seq}, at = ${at}::timestamptz`.execute(trx);
}
