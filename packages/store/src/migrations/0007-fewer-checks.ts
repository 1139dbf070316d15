import { type Kysely, sql } from 'kysely';

/** What makes a publication cheaper still to write, and changes nothing that is read. */
export const fewerChecks = {
  name: '0007-fewer-checks',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...CHECKS, ...INDEXES, ...ROOM]) await sql.raw(statement).execute(db);
  },
};

/**
 * References that were looked up row by row: some lead to rows that the same projection makes, the others to names, many rows to one of them.
 * Now a statement looks at all that a change touches (`log/references.ts`).
 */
const CHECKS = Object.entries({
  section: ['issue_id', 'parent_id', 'rubric_id'],
  item: ['issue_id', 'section_id'],
  item_keyword: ['keyword_id'],
  item_source: ['source_id'],
  item_contributor: ['contributor_id'],
  item_rubric: ['rubric_id'],
  attribution: ['source_id'],
  byline: ['contributor_id'],
}).flatMap(([table, columns]) =>
  columns.map((column) => `alter table published.${table} drop constraint ${table}_${column}_fkey`),
);

/** By what hangs on an item it is found through the item: only an issue that changes asks for all of it. */
const INDEXES = [
  'item_contributor_issue',
  'item_rubric_issue',
  'attribution_issue',
  'attribution_source',
  'byline_issue',
  'byline_contributor',
  'link_issue',
  'exchange_issue',
  'heading_issue',
].map((index) => `drop index published.${index}`);

/** A row whose count changes with every issue finds room on its page for the next version, and its indexes stay as they are. */
const ROOM = [
  'alter table published.entity_name set (fillfactor = 75)',
  'alter table published.rubric set (fillfactor = 50)',
];
