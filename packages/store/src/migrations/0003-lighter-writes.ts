import { type Kysely, sql } from 'kysely';

/** What makes a publication cheaper to write, and changes nothing that is read. */
export const lighterWrites = {
  name: '0003-lighter-writes',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...COMPRESSION, ...CHECKS]) await sql.raw(statement).execute(db);
  },
};

/** Columns whose texts are long enough to be compressed. */
const LONG_TEXTS: Readonly<Record<string, readonly string[]>> = {
  'editorial.document': ['text'],
  'editorial.revision': ['reading', 'diagnostics', 'item_ids'],
  'published.item': ['body_text', 'body_markdown', 'body_html', 'span_text'],
  'draft.item': ['body_text', 'body_markdown', 'body_html', 'span_text'],
};

/** LZ4 takes a fraction of the time of PostgreSQL's own method; a server that was built without it goes on with its own. */
const COMPRESSION = Object.entries(LONG_TEXTS).map(([table, columns]) => {
  const changes = columns.map((column) => `alter column ${column} set compression lz4`);
  return `do $$ begin
    alter table ${table} ${changes.join(', ')};
  exception when feature_not_supported then null;
  end $$`;
});

/**
 * A foreign key is checked row by row. Between rows of one issue that one projection makes together, and a change and its entries, which one
 * statement writes, there is nothing to find out; those that lead from issue to issue, or to what the graph calls never null, stay.
 */
const CHECKS = [
  ...[
    'item_keyword',
    'item_source',
    'item_contributor',
    'item_rubric',
    'attribution',
    'byline',
    'link',
    'exchange',
    'heading',
  ].map((table) => `alter table published.${table} drop constraint ${table}_item_id_fkey`),
  'alter table published.change_entry drop constraint change_entry_seq_fkey',
];
