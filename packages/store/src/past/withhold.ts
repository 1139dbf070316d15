import { sql, type Transaction } from 'kysely';
import { OWNED_TABLES } from '../project/rows.js';
import { fillEventGaps, listEventGaps } from '../purge/event-gaps.js';
import { ALWAYS } from '../purge/period.js';
import { scrubNames } from '../purge/scrub-names.js';
import { scrubRubrics, scrubSeries } from '../purge/scrub-titles.js';
import { listDefined, listTouched, type Touched } from '../purge/touched.js';
import type { StateTable } from '../tables.js';
import { among, joinTellings } from './join-tellings.js';
import { FOR_READERS } from './telling.js';

/**
 * Keeps from readers' past all that was public of an issue until now, when it is withdrawn: its rows are for editors alone. Of what it shares
 * with others, and told of something that only it said, readers get a telling of their own without that, as if it had been purged.
 */
export async function withholdPast(trx: Transaction<unknown>, issueId: string): Promise<void> {
  const touched = await listTouched(trx, issueId, await listDefined(trx, issueId));
  const gaps = await listEventGaps(trx, issueId, ALWAYS, FOR_READERS);
  for (const table of ISSUE_TABLES) await hide(trx, table, issueId);
  await fillEventGaps(trx, gaps, FOR_READERS);
  for (const shared of SHARED) await part(trx, shared, touched);
  await scrubNames(trx, touched, FOR_READERS);
  await scrubRubrics(trx, touched.rubric, FOR_READERS);
  await scrubSeries(trx, touched.series, FOR_READERS);
  for (const shared of SHARED) await joinTellings(trx, shared, shared.ids(touched));
}

/** An event is told by one issue's mention, and has that issue; so has a part of a series. */
const ISSUE_TABLES: readonly StateTable[] = [...OWNED_TABLES, 'series_part', 'event'];

/** What it told readers alone, in place of others that were withdrawn before, nobody is to see. */
async function hide(trx: Transaction<unknown>, table: StateTable, issueId: string): Promise<void> {
  const past = sql.table(`past.${table}`);
  const own = sql`${sql.ref(table === 'issue' ? 'id' : 'issue_id')} = ${issueId}`;
  await sql`delete from ${past} where ${own} and audience = 'READERS'`.execute(trx);
  await sql`update ${past} set audience = 'EDITORS' where ${own}`.execute(trx);
}

/** A table of what issues share, and the column that says whose row it is. */
interface Shared {
  readonly table: StateTable;
  readonly column: string;
  readonly ids: (touched: Touched) => readonly string[];
}

const names = ({ source, keyword, contributor }: Touched): string[] => [...source, ...keyword, ...contributor];

const SHARED: readonly Shared[] = [
  { table: 'source', column: 'id', ids: ({ source }) => source },
  { table: 'keyword', column: 'id', ids: ({ keyword }) => keyword },
  { table: 'contributor', column: 'id', ids: ({ contributor }) => contributor },
  { table: 'entity_name', column: 'entity_id', ids: names },
  { table: 'redirect', column: 'target_id', ids: names },
  { table: 'rubric', column: 'id', ids: ({ rubric }) => rubric },
  { table: 'series', column: 'id', ids: ({ series }) => series },
];

/** Gives readers rows of their own. */
async function part(trx: Transaction<unknown>, { table, column, ids }: Shared, touched: Touched): Promise<void> {
  const past = sql.table(`past.${table}`);
  const own = among(column, ids(touched));
  await sql`
    insert into ${past} select (json_populate_record(t, '{"audience": "READERS"}')).* from ${past} t
    where ${own} and t.audience = 'ALL'
  `.execute(trx);
  await sql`update ${past} t set audience = 'EDITORS' where ${own} and t.audience = 'ALL'`.execute(trx);
}
