import { type Kysely, sql } from 'kysely';
import { rebuildSearch } from '../search/rebuild-search.js';

/**
 * What is public as it is searched: made out of `published`, and made anew whenever it has to be. It is no part of a state, and an export
 * leaves it out.
 */
export const search = {
  name: '0009-search',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES, ...RIGHTS]) await sql.raw(statement).execute(db);
    await rebuildSearch(db);
  },
};

const TABLES = [
  'create schema search',
  `create table search.item (
    id text collate "C" primary key,
    issue_id text collate "C" not null,
    publication_id text collate "C" not null,
    kind text not null,
    language text not null,
    published_on date,
    newest_key text collate "C" not null,
    keyword_ids text[] collate "C" not null,
    source_ids text[] collate "C" not null,
    rubric_ids text[] collate "C" not null,
    words tsvector not null
  )`,
  // Ranking reads thousands of vectors: they stay where their rows are, and as they are.
  'alter table search.item set (toast_tuple_target = 8160)',
  'alter table search.item alter column words set storage external',
  `create table search.item_text (
    id text collate "C" primary key,
    title text not null,
    keywords text not null,
    sources text not null,
    body text not null
  )`,
  `create table search.word (
    form text collate "C" not null,
    lexeme text collate "C" not null,
    printed text not null,
    items integer not null,
    primary key (form, lexeme)
  ) with (fillfactor = 80)`,
  'create table search.new_words (id bigint generated always as identity primary key, words text not null)',
  `create table search.keyword_pair (
    keyword_id text collate "C" not null,
    other_id text collate "C" not null,
    items integer not null,
    primary key (keyword_id, other_id)
  )`,
  `create table search.quotable (
    issue_id text collate "C" primary key,
    publication_id text collate "C" not null,
    newest_key text collate "C" not null,
    text text not null,
    places integer[] not null,
    offsets integer[] not null,
    characters integer[] not null,
    marks integer[] not null
  )`,
];

const INDEXES = [
  'create unique index item_newest on search.item (newest_key)',
  // Few values: read alone it tells how many items have each.
  'create index item_facts on search.item (publication_id, kind, published_on)',
  'create index item_words on search.item using gin (words) with (gin_pending_list_limit = 512)',
  'create index word_lexeme on search.word (lexeme)',
  'create index keyword_pair_other on search.keyword_pair (other_id)',
  'create index quotable_marks on search.quotable using gin (marks) with (gin_pending_list_limit = 256)',
  // Which links lead to an issue.
  'create index link_address on published.link (address_key) where address_key is not null',
];

/** Where there is a role of readers; an operator has made it where the login may not. */
const RIGHTS = [
  `do $$ begin
    if exists (select from pg_roles where rolname = 'broadsheet_reader') then
      grant usage on schema search to broadsheet_reader;
      grant select on all tables in schema search to broadsheet_reader;
    end if;
  exception when insufficient_privilege then null;
  end $$`,
];
