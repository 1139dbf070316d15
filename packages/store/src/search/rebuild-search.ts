import { type Kysely, sql } from 'kysely';
import { blockQuotable, hasManyNewQuotable } from './block-quotes.js';
import { pairsOf } from './keyword-pairs.js';
import { loadSearched } from './load-searched.js';
import { quotableOf } from './quotable.js';
import { searchRows } from './search-rows.js';
import { foldWords } from './word-counts.js';
import { writeSearch } from './write-search.js';

/** How far a rebuild is, in issues. */
export interface RebuildProgress {
  readonly done: number;
  readonly total: number;
}

/** Issues that are read at once. */
const BATCH = 20;

/** Batches after which the words that came are counted. */
const FOLD = 100;

/**
 * Makes all that is searched anew out of what is public. To be called in a transaction. Of a database whose tables are still to change it makes nothing:
 * the last migration that changes them does.
 */
export async function rebuildSearch(
  db: Kysely<unknown>,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<void> {
  if (!(await hasAllTables(db))) return;
  await sql`
    truncate search.item, search.item_text, search.word, search.new_words, search.keyword_pair,
      search.quotable, search.new_quotable, search.quote_block
  `.execute(db);
  const issues = await listIssues(db);
  for (let done = 0; done < issues.length; done += BATCH) {
    const batch = issues.slice(done, done + BATCH);
    await indexItems(db, batch);
    await indexDocuments(db, batch);
    if ((done / BATCH) % FOLD === FOLD - 1) await foldWords(db);
    onProgress({ done: Math.min(done + BATCH, issues.length), total: issues.length });
  }
  await foldWords(db);
}

async function hasAllTables(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select to_regclass('search.quote_block') is not null as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** Makes anew what quotes are held against. */
export async function rebuildQuotable(db: Kysely<unknown>): Promise<void> {
  await sql`truncate search.quotable, search.new_quotable, search.quote_block`.execute(db);
  const issues = await listIssues(db);
  for (let done = 0; done < issues.length; done += BATCH) await indexDocuments(db, issues.slice(done, done + BATCH));
}

async function listIssues(db: Kysely<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from published.issue order by oldest_key`.execute(db);
  return rows.map(({ id }) => id);
}

async function indexItems(db: Kysely<unknown>, issueIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from published.item where issue_id = any(${issueIds}::text[]) order by oldest_key
  `.execute(db);
  const items = await loadSearched(
    db,
    rows.map(({ id }) => id),
  );
  const keywords = await sql<{ item_id: string; keyword_id: string }>`
    select item_id, keyword_id from published.item_keyword where issue_id = any(${issueIds}::text[])
  `.execute(db);
  if (items.length > 0) await writeSearch(db, searchRows(items, pairsOf(keywords.rows.map((row) => ({ ...row })))));
}

async function indexDocuments(db: Kysely<unknown>, issueIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ issue_id: string; publication_id: string; newest_key: string; text: string }>`
    select i.id as issue_id, i.publication_id, i.newest_key, d.text
    from published.issue i join published.revision r on r.id = i.revision_id join editorial.document d using (sha256)
    where i.id = any(${issueIds}::text[]) order by i.oldest_key
  `.execute(db);
  if (rows.length === 0) return;
  await writeSearch(db, { quotable: rows.map(({ text, ...facts }) => quotableOf(facts, text)) });
  if (await hasManyNewQuotable(db)) await blockQuotable(db);
}
