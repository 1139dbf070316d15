import { sql, type Transaction } from 'kysely';

/** The place in the change log that a transaction holds. */
export interface LogPlace {
  /** Number of the next change. */
  readonly seq: number;
  /** Its instant, RFC 3339 in UTC with microseconds; later than every one before. */
  readonly at: string;
}

/**
 * Takes the lock under which everything is written, and the next place of the log. Because it is taken before anything is read, the order
 * of the log is the order of commits. Released when the transaction ends.
 */
export async function lockLog(trx: Transaction<unknown>): Promise<LogPlace> {
  await sql`select from editorial.log_head for update`.execute(trx);
  const { rows } = await sql<LogPlace>`
    select seq + 1 as seq,
      to_char(greatest(clock_timestamp(), at + interval '1 microsecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from editorial.log_head
  `.execute(trx);
  const [place] = rows;
  if (place === undefined) throw new Error('editorial.log_head is empty: the database was not migrated.');
  return place;
}

/** Moves the head on to a place that was used. */
export async function advanceLog(trx: Transaction<unknown>, { seq, at }: LogPlace): Promise<void> {
  await sql`update editorial.log_head set seq = ${seq}, at = ${at}::timestamptz`.execute(trx);
}
