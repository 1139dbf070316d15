import { type Kysely, sql } from 'kysely';

/** What is searched is read by fewer and lesser pages. */
export const lighterSearch = {
  name: '0013-lighter-search',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // A search that is narrowed to keywords or sources is answered by one index.
  'drop index search.item_words',
  `create index item_words on search.item using gin (words, keyword_ids, source_ids) with (gin_pending_list_limit = 512)`,
  // Facets of a list of items are told without reading the items.
  'alter table search.item drop constraint item_pkey',
  'alter table search.item add constraint item_pkey primary key (id) include (publication_id, kind, published_on)',
];
