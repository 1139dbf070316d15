import { type Kysely, sql } from 'kysely';

/** The four schemas, the role of readers, and the views of the preview. */
export const ground = {
  name: '0001-ground',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...EDITORIAL, ...PUBLISHED, ...INDEXES, ...COPIES, ...PREVIEW, ...RIGHTS]) {
      await sql.raw(statement).execute(db);
    }
  },
};

const EDITORIAL = [
  'create schema editorial',
  'create schema published',
  'create schema past',
  'create schema draft',
  'create schema preview',
  `create table editorial.log_head (
    only_one boolean primary key default true check (only_one),
    seq bigint not null,
    at timestamptz not null
  )`,
  `insert into editorial.log_head (seq, at) values (0, '2000-01-01T00:00:00Z')`,
  `create table editorial.publication (
    id text collate "C" primary key,
    slug text collate "C" not null unique,
    layout text
  )`,
  `create table editorial.document (
    sha256 text collate "C" primary key,
    format text not null,
    byte_length integer not null,
    text text not null
  )`,
  `create table editorial.issue (
    id text collate "C" primary key,
    publication_id text collate "C" not null references editorial.publication (id),
    slug text collate "C" not null,
    status text not null,
    published_at text,
    latest_ordinal integer not null,
    published_ordinal integer,
    unique (publication_id, slug)
  )`,
  `create table editorial.revision (
    id text collate "C" primary key,
    issue_id text collate "C" not null references editorial.issue (id),
    ordinal integer not null,
    created_at text not null,
    published_at text,
    superseded_at text,
    sha256 text collate "C" not null references editorial.document (sha256),
    layout text not null,
    layout_version integer not null,
    parser_version integer not null,
    given json not null,
    lines integer not null,
    attributed integer not null,
    reading json not null,
    diagnostics json not null,
    item_ids json not null,
    unique (issue_id, ordinal)
  )`,
  `create table editorial.identity (
    id text collate "C" primary key,
    issue_id text collate "C" not null,
    anchor text collate "C" not null,
    last_ordinal integer not null,
    last_index integer not null
  )`,
  'create index identity_issue on editorial.identity (issue_id)',
  `create table editorial.definition (
    short text collate "C" not null,
    long text collate "C" not null,
    short_key text collate "C" not null,
    long_key text collate "C" not null,
    uses integer not null default 0,
    draft_uses integer not null default 0,
    primary key (short, long)
  )`,
  'create index definition_short_key on editorial.definition (short_key)',
  'create index definition_long_key on editorial.definition (long_key)',
  `create table editorial.curation (
    id bigint generated always as identity primary key,
    operation text not null,
    subject_id text collate "C" not null,
    data json not null,
    note text,
    at text not null
  )`,
  'create index curation_subject on editorial.curation (subject_id)',
];

const SPAN = `span_start integer not null, span_end integer not null, span_line integer not null,
    span_column integer not null, span_text text not null`;
const ORDER = `newest_key text collate "C" not null, oldest_key text collate "C" not null`;
const INTRODUCTION = 'introduction_text text, introduction_markdown text, introduction_html text';
const ITEM_PART = `item_id text collate "C" not null references published.item (id) deferrable initially deferred,
    issue_id text collate "C" not null,
    ordinal integer not null`;
const LINK = `item_id text collate "C" not null references published.item (id) deferrable initially deferred,
    issue_id text collate "C" not null, ${ORDER}`;
const EVENT = `kind text not null, title text not null, starts_on date, ends_on date,
    place_printed text, place_venue text, place_city text, place_country text, mode text, organizer text, url text`;
const ENTITY = `id text collate "C" primary key,
    slug text collate "C" not null unique,
    name text not null,
    name_key text collate "C" not null,
    item_count integer not null`;
const SINCE = 'since bigint not null';

const points = (column: string, table: string, nullable = false): string =>
  `${column} text collate "C"${nullable ? '' : ' not null'} references published.${table} (id) deferrable initially deferred`;

const PUBLISHED = [
  `create table published.publication (
    id text collate "C" primary key,
    slug text collate "C" not null unique,
    title text not null,
    language text not null,
    time_zone text not null,
    homepage text,
    ${SINCE}
  )`,
  `create table published.rubric (
    id text collate "C" primary key,
    ${points('publication_id', 'publication')},
    slug text collate "C" not null,
    heading text not null,
    ${points('parent_id', 'rubric', true)},
    section_count integer not null,
    ${SINCE},
    unique (publication_id, slug)
  )`,
  `create table published.series (
    id text collate "C" primary key,
    title text not null,
    is_complete boolean not null,
    ${SINCE}
  )`,
  `create table published.source (${ENTITY}, abbreviation text, ${SINCE})`,
  `create table published.keyword (${ENTITY}, ${SINCE})`,
  `create table published.contributor (${ENTITY}, ${SINCE})`,
  `create table published.entity_name (
    entity_id text collate "C" not null,
    name text collate "C" not null,
    name_slug text collate "C" not null,
    method text not null,
    confidence double precision not null,
    uses integer not null,
    ${SINCE},
    primary key (entity_id, name)
  )`,
  `create table published.redirect (
    id text collate "C" primary key,
    type text not null,
    slug text collate "C" not null,
    target_id text collate "C" not null,
    ${SINCE}
  )`,
  `create table published.issue (
    id text collate "C" primary key,
    ${points('publication_id', 'publication')},
    slug text collate "C" not null,
    number integer,
    title text not null,
    language text not null,
    published_on date,
    published_at text collate "C",
    url text,
    status text not null,
    ${INTRODUCTION},
    lead_item_id text collate "C",
    revision_id text collate "C" not null,
    ${ORDER},
    ${SINCE},
    unique (publication_id, slug)
  )`,
  `create table published.revision (
    id text collate "C" primary key,
    ${points('issue_id', 'issue')},
    ordinal integer not null,
    created_at text collate "C" not null,
    published_at text collate "C",
    superseded_at text collate "C",
    sha256 text collate "C" not null references editorial.document (sha256),
    format text not null,
    byte_length integer not null,
    lines integer not null,
    attributed integer not null,
    ${SINCE}
  )`,
  `alter table published.issue add foreign key (revision_id) references published.revision (id) deferrable initially deferred`,
  `create table published.diagnostic (
    ${points('revision_id', 'revision')},
    issue_id text collate "C" not null,
    ordinal integer not null,
    severity text not null,
    code text not null,
    message text not null,
    span_start integer, span_end integer, span_line integer, span_column integer, span_text text,
    ${SINCE},
    primary key (revision_id, ordinal)
  )`,
  `create table published.section (
    id text collate "C" primary key,
    ${points('issue_id', 'issue')},
    ${points('rubric_id', 'rubric', true)},
    heading text not null,
    path text[] not null,
    depth integer not null,
    position integer not null,
    ${points('parent_id', 'section', true)},
    ${INTRODUCTION},
    ${SPAN},
    ${SINCE}
  )`,
  `create table published.item (
    id text collate "C" primary key,
    ${points('issue_id', 'issue')},
    publication_id text collate "C" not null,
    ${points('section_id', 'section', true)},
    kind text not null,
    position integer not null,
    number integer,
    title text not null,
    language text not null,
    published_on date,
    body_text text not null,
    body_markdown text not null,
    body_html text not null,
    word_count integer not null,
    link_url text,
    link_text text,
    ${points('series_id', 'series', true)},
    part_is_continuation boolean,
    part_to_be_continued boolean,
    ${SPAN},
    ${ORDER},
    ${SINCE}
  )`,
  `create table published.item_keyword (${LINK}, ${points('keyword_id', 'keyword')}, ordinal integer not null,
    printed text not null, ${SINCE}, primary key (item_id, keyword_id))`,
  `create table published.item_source (${LINK}, ${points('source_id', 'source')}, ordinal integer not null,
    ${SINCE}, primary key (item_id, source_id))`,
  `create table published.item_contributor (${LINK}, ${points('contributor_id', 'contributor')}, ordinal integer not null,
    ${SINCE}, primary key (item_id, contributor_id))`,
  `create table published.item_rubric (${LINK}, ${points('rubric_id', 'rubric')},
    ${SINCE}, primary key (item_id, rubric_id))`,
  `create table published.attribution (${ITEM_PART}, ${points('source_id', 'source')}, printed text not null,
    base_key text collate "C" not null, method text not null, ${SPAN}, ${SINCE}, primary key (item_id, ordinal))`,
  `create table published.byline (${ITEM_PART}, ${points('contributor_id', 'contributor')}, printed text not null,
    name text not null, affiliation text, ${SINCE}, primary key (item_id, ordinal))`,
  `create table published.link (${ITEM_PART}, url text not null, text text, ${SINCE}, primary key (item_id, ordinal))`,
  `create table published.exchange (${ITEM_PART},
    question_text text not null, question_markdown text not null, question_html text not null,
    answer_text text, answer_markdown text, answer_html text, ${SINCE}, primary key (item_id, ordinal))`,
  `create table published.heading (${ITEM_PART}, depth integer not null, label text, text text not null,
    ${SINCE}, primary key (item_id, ordinal))`,
  `create table published.event (
    id text collate "C" primary key,
    ${EVENT},
    day date not null,
    ${points('item_id', 'item')},
    issue_id text collate "C" not null,
    ${SINCE}
  )`,
  `create table published.event_mention (${ITEM_PART}, ${points('event_id', 'event')}, ${EVENT},
    newest_key text collate "C" not null, ${SPAN}, ${SINCE}, primary key (item_id, ordinal))`,
  `create table published.gone (
    id text collate "C" primary key,
    type text not null,
    reason text not null,
    replaced_by text collate "C",
    seq bigint not null
  )`,
  `create table published.change (
    seq bigint primary key,
    at text collate "C" not null,
    kind text not null,
    note text,
    publication_id text collate "C",
    issue_id text collate "C"
  )`,
  `create table published.change_entry (
    seq bigint not null references published.change (seq),
    ordinal integer not null,
    action text not null,
    id text collate "C" not null,
    type text not null,
    replaced_by text collate "C",
    primary key (seq, ordinal)
  )`,
  `create view published.document as
    select d.sha256, d.format, d.byte_length, d.text from editorial.document d
    where exists (select from published.revision r where r.sha256 = d.sha256)`,
];

const INDEXES = [
  'create index rubric_parent on published.rubric (parent_id)',
  'create index source_usage on published.source (item_count desc, id)',
  'create index source_name on published.source (name_key, id)',
  'create index keyword_usage on published.keyword (item_count desc, id)',
  'create index keyword_name on published.keyword (name_key, id)',
  'create index entity_name_slug on published.entity_name (name_slug)',
  'create unique index redirect_slug on published.redirect (type, slug)',
  'create index redirect_target on published.redirect (target_id)',
  'create unique index issue_newest on published.issue (newest_key)',
  'create unique index issue_oldest on published.issue (oldest_key)',
  'create index issue_publication_newest on published.issue (publication_id, newest_key)',
  'create index issue_publication_oldest on published.issue (publication_id, oldest_key)',
  'create index issue_number on published.issue (number)',
  'create index issue_revision on published.issue (revision_id)',
  'create index revision_issue on published.revision (issue_id, ordinal)',
  'create index revision_sha256 on published.revision (sha256)',
  'create index diagnostic_issue on published.diagnostic (issue_id)',
  'create index section_issue on published.section (issue_id, position)',
  'create index section_parent on published.section (parent_id)',
  'create index section_rubric on published.section (rubric_id, (left(heading, 200)) collate "C")',
  'create index item_issue on published.item (issue_id, position)',
  'create index item_section on published.item (section_id, position)',
  'create unique index item_newest on published.item (newest_key)',
  'create unique index item_oldest on published.item (oldest_key)',
  'create index item_publication_newest on published.item (publication_id, newest_key)',
  'create index item_series on published.item (series_id, oldest_key)',
  'create index item_keyword_newest on published.item_keyword (keyword_id, newest_key)',
  'create index item_keyword_oldest on published.item_keyword (keyword_id, oldest_key)',
  'create index item_keyword_issue on published.item_keyword (issue_id)',
  'create index item_source_newest on published.item_source (source_id, newest_key)',
  'create index item_source_oldest on published.item_source (source_id, oldest_key)',
  'create index item_source_issue on published.item_source (issue_id)',
  'create index item_contributor_newest on published.item_contributor (contributor_id, newest_key)',
  'create index item_contributor_issue on published.item_contributor (issue_id)',
  'create index item_rubric_newest on published.item_rubric (rubric_id, newest_key)',
  'create index item_rubric_oldest on published.item_rubric (rubric_id, oldest_key)',
  'create index item_rubric_issue on published.item_rubric (issue_id)',
  'create index attribution_issue on published.attribution (issue_id)',
  'create index attribution_base on published.attribution (base_key)',
  'create index attribution_source on published.attribution (source_id)',
  'create index byline_issue on published.byline (issue_id)',
  'create index byline_contributor on published.byline (contributor_id)',
  'create index link_issue on published.link (issue_id)',
  'create index exchange_issue on published.exchange (issue_id)',
  'create index heading_issue on published.heading (issue_id)',
  'create index event_day on published.event (day, id)',
  'create index event_item on published.event (item_id)',
  'create index event_issue on published.event (issue_id)',
  'create index event_mention_event on published.event_mention (event_id, newest_key, ordinal)',
  'create index event_mention_issue on published.event_mention (issue_id)',
];

/** Tables that `published`, `draft` and `past` share. Frozen here: a later migration that adds one says so itself. */
const SHARED_TABLES = [
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

/** What a row of `past` is found by, where that is not its id. */
const PAST_KEY: Readonly<Record<string, string>> = {
  entity_name: 'entity_id',
  diagnostic: 'revision_id',
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

const COPIES = SHARED_TABLES.flatMap((table) => [
  `create table draft.${table} (like published.${table} including all)`,
  `create table past.${table} (like published.${table})`,
  `alter table past.${table} add column until bigint not null`,
  `create index ${table}_period on past.${table} (${PAST_KEY[table] ?? 'id'}, since, until)`,
]);

/** Owned by one issue: the draft's rows stand in place of the published ones of its issue. */
const OWNED = [
  'section',
  'item',
  'item_keyword',
  'item_source',
  'item_contributor',
  'item_rubric',
  'attribution',
  'byline',
  'link',
  'exchange',
  'heading',
  'event_mention',
  'revision',
  'diagnostic',
];
/** Names: those that are public win, and drafts add their own, which no item is counted for. */
const NAMES: Readonly<Record<string, string>> = {
  publication: 'd.*',
  rubric: 'd.*',
  source: 'd.id, d.slug, d.name, d.name_key, 0, d.abbreviation, d.since',
  keyword: 'd.id, d.slug, d.name, d.name_key, 0, d.since',
  contributor: 'd.id, d.slug, d.name, d.name_key, 0, d.since',
};
const view = (table: string, where: string): string => `create view preview.${table} as ${where}`;

const PREVIEW = [
  ...OWNED.map((table) =>
    view(
      table,
      `select * from draft.${table} union all select p.* from published.${table} p
       where not exists (select from draft.issue d where d.id = p.issue_id)`,
    ),
  ),
  view(
    'issue',
    `select * from draft.issue union all select p.* from published.issue p
     where not exists (select from draft.issue d where d.id = p.id)`,
  ),
  ...Object.entries(NAMES).map(([table, columns]) =>
    view(
      table,
      `select * from published.${table} union all select ${columns} from draft.${table} d
       where not exists (select from published.${table} p where p.id = d.id)`,
    ),
  ),
  view(
    'entity_name',
    `select * from published.entity_name union all select d.* from draft.entity_name d
     where not exists (select from published.entity_name p where p.entity_id = d.entity_id and p.name = d.name)`,
  ),
  view(
    'redirect',
    `select * from draft.redirect union all select p.* from published.redirect p
     where not exists (select from draft.redirect d where d.id = p.id)
       and not exists (select from draft.source d where d.id = p.id)`,
  ),
  view(
    'series',
    `select * from draft.series union all select p.* from published.series p
     where not exists (select from draft.series d where d.id = p.id)
       and exists (select from preview.item i where i.series_id = p.id)`,
  ),
  view(
    'event',
    `select * from draft.event union all select p.* from published.event p
     where not exists (select from draft.event d where d.id = p.id)
       and not exists (select from draft.issue d where d.id = p.issue_id)`,
  ),
  'create view preview.document as select sha256, format, byte_length, text from editorial.document',
  'create view preview.gone as select * from published.gone',
  'create view preview.change as select * from published.change',
  'create view preview.change_entry as select * from published.change_entry',
];

/** A role that may read what is public and nothing else. Where the login may not create roles, an operator does: see docs. */
const RIGHTS = [
  `do $$ begin
    if not exists (select from pg_roles where rolname = 'broadsheet_reader') then
      create role broadsheet_reader nologin;
    end if;
  exception when insufficient_privilege or duplicate_object or unique_violation then null;
  end $$`,
  `do $$ begin
    if exists (select from pg_roles where rolname = 'broadsheet_reader') then
      grant usage on schema published to broadsheet_reader;
      grant select on all tables in schema published to broadsheet_reader;
      execute format('grant broadsheet_reader to %I', current_user);
    end if;
  exception when insufficient_privilege then null;
  end $$`,
];
