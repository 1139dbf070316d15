import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { MIGRATIONS } from '../migrations/all.js';
import { addPublication } from '../publication/add-publication.js';
import { databasesUnderTest } from '../testing/index.js';
import { ingestIssue } from './ingest-issue.js';

const COPIES = 300;

/** Columns that make a copy of a row another row. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  'editorial.issue': ['id', 'slug'],
  'editorial.revision': ['id', 'issue_id'],
  'editorial.identity': ['id', 'issue_id'],
  'editorial.definition': ['short', 'long', 'short_key', 'long_key'],
  'published.rubric': ['id', 'slug'],
  'published.series': ['id'],
  'published.source': ['id', 'slug', 'name_key'],
  'published.keyword': ['id', 'slug', 'name_key'],
  'published.contributor': ['id', 'slug', 'name_key'],
  'published.entity_name': ['entity_id', 'name_slug'],
  'published.redirect': ['id', 'slug', 'target_id'],
  'published.issue': ['id', 'slug', 'number', 'revision_id', 'lead_item_id', 'newest_key', 'oldest_key'],
  'published.revision': ['id', 'issue_id'],
  'published.diagnostic': ['revision_id', 'issue_id'],
  'published.section': ['id', 'issue_id', 'parent_id', 'rubric_id'],
  'published.item': ['id', 'issue_id', 'section_id', 'series_key', 'newest_key', 'oldest_key'],
  'published.series_part': ['item_id', 'issue_id', 'series_id', 'series_key'],
  'published.item_keyword': ['item_id', 'issue_id', 'keyword_id', 'newest_key', 'oldest_key'],
  'published.item_source': ['item_id', 'issue_id', 'source_id', 'newest_key', 'oldest_key'],
  'published.item_contributor': ['item_id', 'issue_id', 'contributor_id', 'newest_key', 'oldest_key'],
  'published.item_rubric': ['item_id', 'issue_id', 'rubric_id', 'newest_key', 'oldest_key'],
  'published.attribution': ['item_id', 'issue_id', 'source_id', 'base_key'],
  'published.byline': ['item_id', 'issue_id', 'contributor_id'],
  'published.exchange': ['item_id', 'issue_id'],
  'published.heading': ['item_id', 'issue_id'],
  'published.event': ['id', 'item_id', 'issue_id'],
  'published.event_mention': ['item_id', 'issue_id', 'event_id', 'newest_key'],
  'draft.issue': ['id', 'slug', 'number', 'revision_id', 'lead_item_id', 'newest_key', 'oldest_key'],
  'draft.section': ['id', 'issue_id', 'parent_id', 'rubric_id'],
  'draft.item': ['id', 'issue_id', 'section_id', 'series_key', 'newest_key', 'oldest_key'],
  'draft.item_keyword': ['item_id', 'issue_id', 'keyword_id', 'newest_key', 'oldest_key'],
  'draft.item_source': ['item_id', 'issue_id', 'source_id', 'newest_key', 'oldest_key'],
  'draft.attribution': ['item_id', 'issue_id', 'source_id', 'base_key'],
  'draft.event': ['id', 'item_id', 'issue_id'],
  'draft.event_mention': ['item_id', 'issue_id', 'event_id', 'newest_key'],
  'draft.source': ['id', 'slug', 'name_key'],
  'draft.keyword': ['id', 'slug', 'name_key'],
  'draft.entity_name': ['entity_id', 'name_slug'],
  'draft.redirect': ['id', 'slug', 'target_id'],
};

const document = (number: number, more = ''): string => `Lamps come south (Issue ${number}) (2032.01.${9 + number})
Laws and Regulations
National
1. Fees for Quays${more}
[Keywords: Quays, Fees${number}]
The Ministry of Tides and Quays (MTQ) asks for comments. The deadline for comments is February 3, 2032.
Source: MTQ Newsletter
Q&A
The harbour master answered what readers had asked about the winter moorings
Q
What comes next?
A
A lamp.
Source: Harbour Desk ${number}
Expert Perspective
The Price of Salt
By Ada Quill
[Continued from the Previous Issue]
1. On Salt
Salt is cheap.
[To be Continued]
One Week in Lanternport
Latest News
1. Lamps come south
Starting February 4, 2032, the Museum of Light Lanternport (MLL) will show forty lamps in a new exhibition.
Source: MLL
`;

/** Rows that were read, by table. */
async function rowsRead(database: Database): Promise<Map<string, number>> {
  await sql`select pg_stat_force_next_flush()`.execute(database.kysely);
  const { rows } = await sql<{ name: string; read: number }>`
    select schemaname || '.' || relname as name, seq_tup_read + coalesce(idx_tup_fetch, 0) as read from pg_stat_user_tables
  `.execute(database.kysely);
  return new Map(rows.map(({ name, read }) => [name, read]));
}

async function multiply(database: Database): Promise<void> {
  for (const [table, columns] of Object.entries(TOLD_BY)) {
    const others = columns.map((column) =>
      column === 'number'
        ? sql`'number', t.number + 1000 * n`
        : sql`${sql.lit(column)}, t.${sql.ref(column)} || '-' || n`,
    );
    const name = sql.table(table);
    await database.transaction(async (trx) => {
      // What a copy points at is a copy too, and comes in another transaction.
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`insert into ${name} select (json_populate_record(t, json_build_object(${sql.join(others)}))).*
        from ${name} t, generate_series(1, ${sql.lit(COPIES)}) n`.execute(trx);
    });
  }
  await sql`vacuum analyze`.execute(database.direct);
}

const STEPS = [
  [3, true, ''],
  [3, true, ', again'],
  [4, false, ''],
  [4, false, ', again'],
  [4, true, ', again'],
  [3, true, ', and again'],
] as const;

describe.each(databasesUnderTest().filter(({ kind }) => kind === 'postgres'))('ingest on $kind', (kind) => {
  it('reads no table whole, however many issues there are', { timeout: 120_000 }, async () => {
    const database = await kind.open();
    await migrate(database, MIGRATIONS);
    await addPublication(database, { slug: 'quay', title: 'The Quay' });
    const ingest = (number: number, publish: boolean, more?: string) =>
      ingestIssue(database, { publication: 'quay', document: document(number, more), publish });
    await ingest(1, true);
    await ingest(2, false);
    await multiply(database);
    // In tables as small as these a planner reads all, although an index would serve.
    await sql`set enable_seqscan = off`.execute(database.kysely);
    const before = await rowsRead(database);
    for (const [number, publish, more] of STEPS) await ingest(number, publish, more);
    const after = await rowsRead(database);
    const read = [...after].map(([name, rows]) => ({ name, rows: rows - (before.get(name) ?? 0) }));
    expect(read.filter(({ rows }) => rows >= COPIES)).toEqual([]);
    await database.close();
  });
});
