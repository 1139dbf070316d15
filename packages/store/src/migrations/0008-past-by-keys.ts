import { type Kysely, sql } from 'kysely';

/**
 * The past found in few steps, however long the history: a list of it begins where it did, and of the many versions of a name that is counted
 * anew with each issue one is found without looking at the others.
 */
export const pastByKeys = {
  name: '0008-past-by-keys',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...NEWEST_DAY, ...LONG_VERSIONS]) await sql.raw(statement).execute(db);
    for (const table of TABLES) await sql.raw(await view(db, table)).execute(db);
  },
};

/** Tables of a state, frozen here. */
const TABLES = [
  'publication',
  'rubric',
  'series',
  'source',
  'keyword',
  'contributor',
  'entity_name',
  'redirect',
  'issue',
  'revision',
  'diagnostic',
  'section',
  'item',
  'series_part',
  'item_keyword',
  'item_source',
  'item_contributor',
  'item_rubric',
  'attribution',
  'byline',
  'link',
  'exchange',
  'heading',
  'event',
  'event_mention',
];

/**
 * The newest day that any issue had that was public until a change, as `newest_key` begins with it: no row of that past has a lesser key. A day
 * alone, because readers may read the log.
 */
const NEWEST_DAY = [
  'alter table published.change add column newest_day text collate "C"',
  `update published.change c set newest_day = left(n.newest_key, 8)
    from (
      select c.seq, min(i.newest_key) over (order by c.seq) as newest_key
      from published.change c left join (
        select since, min(newest_key) as newest_key
        from (select since, newest_key from published.issue union all select since, newest_key from past.issue) every group by since
      ) i on i.since = c.seq
    ) n
    where n.seq = c.seq`,
];

/** After how many changes a version ended, at least and at most. */
interface Lasting {
  readonly shortest: bigint;
  readonly reach: bigint;
}

/** More changes than there ever are. */
const ANY = 2n ** 62n;
const EVERY: Lasting = { shortest: 0n, reach: ANY };
const SHORT: Lasting = { shortest: 0n, reach: 64n };
const LONG: Lasting = { shortest: SHORT.reach + 1n, reach: ANY };

/** What is counted anew with nearly each change, and what its rows are found by. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  source: ['id', 'slug'],
  keyword: ['id', 'slug'],
  contributor: ['id', 'slug'],
  entity_name: ['entity_id'],
  rubric: ['id', 'publication_id'],
};

/** Long versions have indexes of their own, which few rows are in; short ones are found in those of all. */
const LONG_VERSIONS = [
  'drop index if exists past.rubric_publication_id_slug_idx',
  'create index on past.rubric (publication_id, until, since, slug)',
  ...Object.entries(COUNTED).flatMap(([table, columns]) =>
    columns.map(
      (column) => `create index on past.${table} (${column}, until, since) where until - since > ${SHORT.reach}`,
    ),
  ),
];

/**
 * All rows that ever were, each with its period. `stands` tells those of the present, for which nothing else is to be asked: it is a constant of
 * each half, so that the planner drops the rest of a condition that begins with it. Of what is counted the past comes twice, as its short
 * versions and as its long ones: who reads has to ask for `until - since between shortest and reach`. These are constants too, so that each is
 * found by its own index; a condition that stood in the view would keep the planner from taking it apart.
 */
async function view(db: Kysely<unknown>, table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${`published.${table}`}::regclass and attnum > 0 and not attisdropped order by attnum
  `.execute(db);
  const columns = rows.map(({ name }) => name).join(', ');
  const past = (COUNTED[table] === undefined ? [EVERY] : [SHORT, LONG]).map(
    ({ shortest, reach }) =>
      `select ${columns}, until, audience, false, ${shortest}::bigint, ${reach}::bigint from past.${table}`,
  );
  const present = `select ${columns}, 9223372036854775807 as until, 'ALL' as audience, true as stands, 0::bigint as shortest, 0::bigint as reach
    from published.${table}`;
  return `create or replace view history.${table} with (security_invoker = true) as ${[present, ...past].join(' union all ')}`;
}
