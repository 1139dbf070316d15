import { type Kysely, sql } from 'kysely';
import { rebuildQuotable, rebuildSearch } from '../search/rebuild-search.js';

/** Quotes are found by blocks of bits, which are made once for many documents, in place of an index that had a row changed for every three words. */
export const quoteBlocks = {
  name: '0015-quote-blocks',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    const { rows } = await sql<{ filled: boolean }>`select exists (select from search.item) as filled`.execute(db);
    await (rows[0]?.filled === true ? rebuildQuotable(db) : rebuildSearch(db));
  },
};

const STATEMENTS = [
  'drop index search.quotable_marks',
  'truncate search.quotable',
  'alter table search.quotable drop column marks',
  // To be read through, and not to be compressed with every issue.
  'alter table search.quotable alter column text set storage external',
  // Documents that are in no block yet.
  'create table search.new_quotable (issue_id text collate "C" primary key, marks bytea not null)',
  'alter table search.new_quotable alter column marks set storage external',
  `create table search.quote_block (
    id bigint generated always as identity primary key,
    places integer not null,
    issue_ids text[] collate "C" not null,
    bits bytea not null
  )`,
  // Some of its bytes are read, here and there.
  'alter table search.quote_block alter column bits set storage external',
  `do $$ begin
    if exists (select from pg_roles where rolname = 'broadsheet_reader') then
      grant select on search.new_quotable, search.quote_block to broadsheet_reader;
    end if;
  exception when insufficient_privilege then null;
  end $$`,
];
