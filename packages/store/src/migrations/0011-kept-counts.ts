import { type Kysely, sql } from 'kysely';

/** How many items and issues stand in the long lists that are public, so that a total is looked up and not counted. */
export const keptCounts = {
  name: '0011-kept-counts',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table published.kept_count (
    id text collate "C" primary key,
    items integer not null,
    issues integer not null
  )`,
  `insert into published.kept_count (id, items, issues)
    select p.id, (select count(*) from published.item i where i.publication_id = p.id),
      (select count(*) from published.issue i where i.publication_id = p.id)
    from published.publication p`,
  `insert into published.kept_count (id, items, issues)
    select l.rubric_id, count(*), 0 from published.item_rubric l group by l.rubric_id`,
  `do $$ begin
    if exists (select from pg_roles where rolname = 'broadsheet_reader') then
      grant select on published.kept_count to broadsheet_reader;
    end if;
  exception when insufficient_privilege then null;
  end $$`,
];
