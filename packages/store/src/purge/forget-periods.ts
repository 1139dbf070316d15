import { sql, type Transaction } from 'kysely';
import { joinTellings } from '../past/join-tellings.js';
import { FOR_ALL, FOR_EDITORS, FOR_READERS } from '../past/telling.js';
import { OWNED_TABLES } from '../project/rows.js';
import type { StateTable } from '../tables.js';
import { fillEventGaps, listEventGaps } from './event-gaps.js';
import type { Period } from './period.js';
import { scrubNames } from './scrub-names.js';
import { scrubRubrics, scrubSeries } from './scrub-titles.js';
import type { Touched } from './touched.js';

/**
 * Makes the past forget an issue for some periods, in which it then is as if it had been withdrawn: its rows are cut there, and what it told
 * of things that issues share is told by the others, or gone.
 */
export async function forgetPeriods(
  trx: Transaction<unknown>,
  issueId: string,
  periods: readonly Period[],
  touched: Touched,
): Promise<void> {
  for (const period of periods) {
    const forReaders = await listEventGaps(trx, issueId, period, FOR_READERS);
    const forEditors = await listEventGaps(trx, issueId, period, FOR_EDITORS);
    for (const table of CUT_TABLES) await cut(trx, table, issueId, period);
    // What was withdrawn tells editors of an event, and not readers.
    await fillEventGaps(trx, forReaders, FOR_READERS);
    await fillEventGaps(trx, forEditors, FOR_EDITORS);
    await joinTellings(
      trx,
      { table: 'event', column: 'id' },
      [...forReaders, ...forEditors].map(({ id }) => id),
    );
  }
  await scrubNames(trx, touched, FOR_ALL);
  await scrubRubrics(trx, touched.rubric, FOR_ALL);
  await scrubSeries(trx, touched.series, FOR_ALL);
}

/** An event is told by one issue's mention, and has that issue; so has a part of a series. */
const CUT_TABLES: readonly StateTable[] = [...OWNED_TABLES, 'series_part', 'event'];

/** What a row says before and after the period stays; what it says in the period goes. */
async function cut(
  trx: Transaction<unknown>,
  table: StateTable,
  issueId: string,
  { since, until }: Period,
): Promise<void> {
  const past = sql.table(`past.${table}`);
  const published = sql.table(`published.${table}`);
  const own = sql`${sql.ref(table === 'issue' ? 't.id' : 't.issue_id')} = ${issueId}`;
  await sql`
    insert into ${past} select (json_populate_record(t, ${JSON.stringify({ since: until })}::json)).*
    from ${past} t where ${own} and t.since < ${until} and t.until > ${until} and t.until > ${since}
  `.execute(trx);
  await sql`update ${past} t set until = ${since} where ${own} and t.since < ${since} and t.until > ${since}`.execute(
    trx,
  );
  await sql`delete from ${past} t where ${own} and t.since >= ${since} and t.since < ${until}`.execute(trx);
  await sql`insert into ${past} select t.*, ${since}::bigint from ${published} t where ${own} and t.since < ${since}`.execute(
    trx,
  );
  await sql`update ${published} t set since = ${until} where ${own} and t.since < ${until}`.execute(trx);
}
