import { type Kysely, sql } from 'kysely';

/**
 * The past as it is read: who may see each row of it, views that put it beside what is public now, and indexes by which it is walked.
 *
 * `audience` stands last in every table of `past`, after `until`, and is filled by its default: a migration that adds columns to a state's
 * tables has to keep both where they are.
 */
export const history = {
  name: '0006-history',
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('create schema history').execute(db);
    for (const table of TABLES) {
      for (const statement of [...audience(table), await view(db, table)]) await sql.raw(statement).execute(db);
    }
    for (const statement of [...DOCUMENTS, ...INDEXES, ...PERIODS, ...SKIPPED, ...NEVER_PUBLIC, ...RIGHTS])
      await sql.raw(statement).execute(db);
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

/** What a row of the past is found by, where that is not its id. */
const KEYS: Readonly<Record<string, string>> = {
  entity_name: 'entity_id',
  diagnostic: 'revision_id',
  series_part: 'item_id',
  item_keyword: 'item_id',
  item_source: 'item_id',
  item_contributor: 'item_id',
  item_rubric: 'item_id',
  attribution: 'item_id',
  byline: 'item_id',
  link: 'item_id',
  exchange: 'item_id',
  heading: 'item_id',
  event_mention: 'item_id',
};

/**
 * ALL see a row of the past, or EDITORS alone what was withdrawn, or READERS alone what it says with that left out. The scope asks for it; the
 * policy holds it for every login but the owner's, should the scope ever forget.
 */
function audience(table: string): string[] {
  return [
    `alter table past.${table} add column audience text not null default 'ALL' check (audience in ('ALL', 'EDITORS', 'READERS'))`,
    `alter table past.${table} enable row level security`,
    `create policy readers on past.${table} for select using (audience <> 'EDITORS')`,
  ];
}

/**
 * All rows that ever were, each with its period. Without a condition of its own, so that the planner takes the view apart and finds rows by the
 * indexes of both tables, joined ones too; with the rights of who asks, so that the policy holds.
 */
async function view(db: Kysely<unknown>, table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${`published.${table}`}::regclass and attnum > 0 and not attisdropped order by attnum
  `.execute(db);
  const columns = rows.map(({ name }) => name).join(', ');
  return `create view history.${table} with (security_invoker = true) as
    select ${columns}, 9223372036854775807 as until, 'ALL' as audience from published.${table}
    union all select ${columns}, until, audience from past.${table}`;
}

/** The documents of revisions that readers may see, now or in the past. */
const DOCUMENTS = [
  `create view history.document as
    select d.sha256, d.format, d.byte_length, d.text from editorial.document d
    where exists (select from published.revision r where r.sha256 = d.sha256)
      or exists (select from past.revision r where r.sha256 = d.sha256 and r.audience <> 'EDITORS')`,
];

/** By what the graph walks; ids have theirs. */
const INDEXES = [
  'create unique index change_at on published.change (at)',
  ...[
    'publication (slug)',
    'rubric (publication_id, slug)',
    'rubric (parent_id)',
    'source (slug, until, since)',
    'keyword (slug, until, since)',
    'contributor (slug, until, since)',
    'redirect (type, slug)',
    'issue (publication_id, newest_key)',
    'issue (publication_id, oldest_key)',
    'issue (publication_id, slug)',
    'issue (newest_key)',
    'revision (issue_id, ordinal)',
    'revision (sha256)',
    'section (issue_id, position)',
    'section (parent_id)',
    'item (issue_id, position)',
    'item (section_id, position)',
    'item (newest_key)',
    'item (oldest_key)',
    'series_part (series_id, ordinal)',
    'item_keyword (keyword_id, newest_key)',
    'item_keyword (issue_id)',
    'item_source (source_id, newest_key)',
    'item_source (issue_id)',
    'item_contributor (contributor_id, newest_key)',
    'item_rubric (rubric_id, newest_key)',
    'event (day, id)',
    'event_mention (event_id, newest_key, ordinal)',
    'event_mention (issue_id)',
  ].map((place) => `create index on past.${place}`),
];

/**
 * A name has a row of the past for each change of its count. Most who read the past read what is not long ago, after which few of them ended: so
 * the end stands before the beginning.
 */
const PERIODS = TABLES.flatMap((table) => [
  `drop index past.${table}_period`,
  `create index ${table}_period on past.${table} (${KEYS[table] ?? 'id'}, until, since)`,
]);

/** A page of a past, newest first, begins behind all that came since: which the index tells without the rows. */
const SKIPPED = ['keyword', 'source'].flatMap((name) => [
  `drop index published.item_${name}_newest`,
  `create index item_${name}_newest on published.item_${name} (${name}_id, newest_key, since)`,
]);

/** Revisions of a public issue that never were public themselves: a draft lists them, and where there is none the preview finds them here. */
const UNSEEN = `r.published_at is null and exists (select from published.issue p where p.id = r.issue_id)
      and not exists (select from draft.issue d where d.id = r.issue_id)`;

const NEVER_PUBLIC = [
  `create or replace view preview.revision as
    select * from draft.revision union all select p.* from published.revision p
    where not exists (select from draft.issue d where d.id = p.issue_id)
    union all select r.id, r.issue_id, r.ordinal, r.created_at, r.published_at, r.superseded_at, r.sha256, coalesce(r.given->>'format', t.format),
      t.byte_length, r.lines, r.attributed, 0::bigint
    from editorial.revision r join editorial.document t using (sha256) where ${UNSEEN}`,
  `create or replace view preview.diagnostic as
    select * from draft.diagnostic union all select p.* from published.diagnostic p
    where not exists (select from draft.issue d where d.id = p.issue_id)
    union all select r.id, r.issue_id, k.ordinal::int, t.severity, t.code, t.message, t.span_start, t.span_end, t.span_line, t.span_column,
      t.span_text, 0::bigint
    from editorial.revision r, json_array_elements(r.diagnostics) with ordinality as k(value, ordinal),
      json_to_record(k.value) as t(severity text, code text, message text, span_start int, span_end int, span_line int, span_column int, span_text text)
    where ${UNSEEN}`,
];

/** Where there is a role of readers; an operator has made it where the login may not. */
const RIGHTS = [
  `do $$ begin
    if exists (select from pg_roles where rolname = 'broadsheet_reader') then
      grant usage on schema history, past to broadsheet_reader;
      grant select on all tables in schema history to broadsheet_reader;
      grant select on all tables in schema past to broadsheet_reader;
    end if;
  exception when insufficient_privilege then null;
  end $$`,
];
