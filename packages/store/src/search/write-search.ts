import { type Kysely, sql } from 'kysely';
import type { CountedPair } from './keyword-pairs.js';
import type { Quotable } from './quotable.js';
import type { SearchDocument } from './search-document.js';

/** What comes to the schema `search`; what is left out brings nothing. */
export interface SearchRows {
  readonly documents?: readonly SearchDocument[];
  /** As `printCounts` prints them. */
  readonly words?: string;
  readonly pairs?: readonly CountedPair[];
  readonly quotable?: readonly Quotable[];
}

/** Writes rows in one statement, always the same one, which a connection keeps prepared. */
export async function writeSearch(
  trx: Kysely<unknown>,
  { documents = [], words = '', pairs = [], quotable = [] }: SearchRows,
): Promise<void> {
  const given = (list: readonly unknown[]): string | null => (list.length === 0 ? null : JSON.stringify(list));
  await sql`
    with d as materialized (select * from json_to_recordset(${given(documents)}::json) as d(id text, issue_id text, publication_id text, kind text,
      language text, published_on date, newest_key text, keyword_ids text[], source_ids text[], rubric_ids text[], words text, title text, keywords text, sources text, body text)
    ), i as (
      insert into search.item (id, issue_id, publication_id, kind, language, published_on, newest_key, keyword_ids, source_ids, rubric_ids, words)
      select id, issue_id, publication_id, kind, language, published_on, newest_key, keyword_ids, source_ids, rubric_ids, words::tsvector from d
    ), t as (
      insert into search.item_text (id, title, keywords, sources, body) select id, title, keywords, sources, body from d
    ), w as (
      insert into search.new_words (words) select words from (select ${words}::text as words) w where words <> ''
    ), p as (
      insert into search.keyword_pair as p (keyword_id, other_id, items)
      select keyword_id, other_id, items from json_to_recordset(${given(pairs)}::json) as n(keyword_id text, other_id text, items integer)
      on conflict (keyword_id, other_id) do update set items = p.items + excluded.items
    ), q as materialized (select * from json_to_recordset(${given(quotable)}::json) as q(issue_id text, publication_id text, newest_key text,
      text text, places integer[], offsets integer[], characters integer[], marks text)
    ), m as (
      insert into search.new_quotable (issue_id, marks) select issue_id, decode(marks, 'base64') from q
    )
    insert into search.quotable (issue_id, publication_id, newest_key, text, places, offsets, characters)
    select issue_id, publication_id, newest_key, text, places, offsets, characters from q
  `.execute(trx);
  if (pairs.some(({ items }) => items < 0)) await sql`delete from search.keyword_pair where items <= 0`.execute(trx);
}

/** Takes items out. */
export async function dropItems(trx: Kysely<unknown>, ids: readonly string[]): Promise<void> {
  await sql`
    with t as (delete from search.item_text where id = any(${ids}::text[]))
    delete from search.item where id = any(${ids}::text[])
  `.execute(trx);
}

/** Takes the documents of issues out. */
export async function dropQuotable(trx: Kysely<unknown>, issueIds: readonly string[]): Promise<void> {
  await sql`
    with n as (delete from search.new_quotable where issue_id = any(${issueIds}::text[]))
    delete from search.quotable where issue_id = any(${issueIds}::text[])
  `.execute(trx);
}
