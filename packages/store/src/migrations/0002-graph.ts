import { type Kysely, sql } from 'kysely';
import { foldKeywords } from './fold-keywords.js';

/** Series stitched out of all their parts, addresses by which links find issues, one keyword for all its forms, and the preview's views. */
export const graph = {
  name: '0002-graph',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      ...DROPPED_VIEWS,
      ...COLUMNS,
      ...SERIES_PARTS,
      ...KEYS,
      ...INDEXES,
      ...VIEWS,
      ...PARTS,
      ...RIGHTS,
    ]) {
      await sql.raw(statement).execute(db);
    }
    await foldKeywords(db);
  },
};

/** They read `item` by `*`, or one that does. */
const DROPPED_VIEWS = ['series', 'redirect', 'item', 'link', 'issue'].map((view) => `drop view preview.${view}`);

/** Adds columns to a table of each state. What a row of `past` has more than that of `published` stays its last column. */
const added = (table: string, columns: readonly string[]): string[] => {
  const list = columns.map((column) => `add column ${column}`).join(', ');
  return [
    ...['published', 'draft', 'past'].map((schema) => `alter table ${schema}.${table} ${list}`),
    `alter table past.${table} rename column until to ended`,
    `alter table past.${table} add column until bigint`,
    `update past.${table} set until = ended`,
    `alter table past.${table} alter column until set not null, drop column ended`,
    `create index ${table}_period on past.${table} (${table === 'link' ? 'item_id' : 'id'}, since, until)`,
  ];
};

const COLUMNS = [
  ...added('item', [
    'series_key text collate "C"',
    'series_title text',
    'part_number integer',
    'part_of integer',
    'link_address_key text collate "C"',
  ]),
  ...added('link', ['address_key text collate "C"']),
  ...added('issue', ['address_key text collate "C"']),
];

const SERIES_PARTS = [
  `create table published.series_part (
    item_id text collate "C" primary key references published.item (id) deferrable initially deferred,
    issue_id text collate "C" not null,
    series_id text collate "C" not null references published.series (id) deferrable initially deferred,
    series_key text collate "C" not null,
    ordinal integer not null,
    previous_id text collate "C",
    next_id text collate "C",
    since bigint not null
  )`,
  'create index series_part_series on published.series_part (series_id, ordinal)',
  'create index series_part_key on published.series_part (series_key)',
  'create index series_part_issue on published.series_part (issue_id)',
  'create table draft.series_part (like published.series_part including all)',
  'create table past.series_part (like published.series_part)',
  'alter table past.series_part add column until bigint not null',
  'create index series_part_period on past.series_part (item_id, since, until)',
];

/** A series was told by its publication and title, which is what its parts are found by now. */
const KEYS = ['published', 'draft', 'past'].flatMap((schema) => [
  `update ${schema}.item set series_key = series_id, series_title = title where series_id is not null`,
  `alter table ${schema}.item drop column series_id`,
]);

const INDEXES = ['published', 'draft'].flatMap((schema) => [
  `create index item_series_key on ${schema}.item (series_key)`,
  `create index issue_address on ${schema}.issue (address_key, newest_key)`,
  `create index issue_publication_number on ${schema}.issue (publication_id, number)`,
]);

const VIEWS = [
  ...['item', 'link'].map(
    (table) => `create view preview.${table} as
      select * from draft.${table} union all select p.* from published.${table} p
      where not exists (select from draft.issue d where d.id = p.issue_id)`,
  ),
  `create view preview.issue as
    select * from draft.issue union all select p.* from published.issue p
    where not exists (select from draft.issue d where d.id = p.id)`,
  `create view preview.series_part as
    select * from draft.series_part union all select p.* from published.series_part p
    where not exists (select from draft.series_part d where d.series_key = p.series_key)
      and exists (select from preview.item i where i.id = p.item_id and i.series_key = p.series_key)`,
  `create view preview.series as
    select * from draft.series union all select p.* from published.series p
    where not exists (select from draft.series d where d.id = p.id)
      and exists (select from preview.series_part s where s.series_id = p.id)`,
  `create view preview.redirect as
    select * from draft.redirect union all select p.* from published.redirect p
    where not exists (select from draft.redirect d where d.id = p.id)
      and not exists (select from draft.source d where d.id = p.id)
      and (p.type <> 'Series' or not exists (select from draft.series d where d.id = p.id)
        and exists (select from preview.series s where s.id = p.target_id)
        and not exists (select from published.series_part q join draft.series_part d on d.series_key = q.series_key
          where q.series_id = p.target_id))`,
];

const parts = (items: string, more = ''): string =>
  `select id, issue_id, series_key, series_key, row_number() over w, lag(id) over w, lead(id) over w, since${more}
    from ${items} where series_key is not null`;

/**
 * The parts of the series that there are, until their titles are next stitched. The preview's stand in the draft whole. In the past it is not
 * known what stood beside a part, and it stands alone.
 */
const PARTS = [
  `insert into published.series_part ${parts('published.item')} window w as (partition by series_key order by oldest_key)`,
  `insert into draft.series_part ${parts('preview.item')} and series_key in (
    select series_key from draft.item
    union select p.series_key from published.item p join draft.issue d on d.id = p.issue_id)
    window w as (partition by series_key order by oldest_key)`,
  `insert into past.series_part ${parts('past.item', ', until')} window w as (partition by id, since order by oldest_key)`,
];

/** Where there is a role of readers; an operator has made it where the login may not. */
const RIGHTS = [
  `do $$ begin
    if exists (select from pg_roles where rolname = 'broadsheet_reader') then
      grant select on published.series_part to broadsheet_reader;
    end if;
  exception when insufficient_privilege then null;
  end $$`,
];
