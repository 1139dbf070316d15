import { sql, type Transaction } from 'kysely';
import type { TableDiff } from '../log/diff.js';
import type { AnyRow } from '../project/rows.js';
import { blockQuotable, hasManyNewQuotable } from './block-quotes.js';
import { countPairs, pairsOf } from './keyword-pairs.js';
import { loadSearched, loadStored } from './load-searched.js';
import { quotableOf } from './quotable.js';
import { type SearchedItem, searchDocument } from './search-document.js';
import { searchRows } from './search-rows.js';
import { countWords, foldWords, hasManyNewWords, printCounts, type WordCounts } from './word-counts.js';
import { dropItems, dropQuotable, writeSearch } from './write-search.js';

/**
 * Makes what is searched follow a change of what is public: what is asked for after this call, awaited or not, sees it. `document` is that of
 * the one issue that came or changed, where it is at hand.
 */
export async function followSearch(
  trx: Transaction<unknown>,
  diff: readonly TableDiff[],
  document?: string,
): Promise<void> {
  const touched = touchedItems(diff);
  const quotable = followQuotable(trx, diff, document);
  if (touched.others.size === 0) {
    await Promise.all([quotable, writeNew(trx, diff, touched.come)]);
    return;
  }
  await Promise.all([quotable, replace(trx, diff, touched)]);
}

interface Touched {
  /** Items that were not there before, each with all that the diff says of it. */
  readonly come: readonly SearchedItem[];
  /** Items that changed, or went. */
  readonly others: ReadonlySet<string>;
}

function touchedItems(diff: readonly TableDiff[]): Touched {
  const removed = new Set(rows(diff, 'item', 'removed').map(({ id }) => String(id)));
  const added = rows(diff, 'item', 'added');
  const come = new Map(added.filter(({ id }) => !removed.has(String(id))).map((row) => [String(row['id']), row]));
  const parts = (['item_keyword', 'item_source', 'item_rubric', 'attribution'] as const).flatMap((table) =>
    [...rows(diff, table, 'removed'), ...rows(diff, table, 'added')].map(({ item_id }) => String(item_id)),
  );
  const all = [...removed, ...parts];
  return {
    come: [...come.values()].map((row) => cameWith(row, diff)),
    others: new Set(all.filter((id) => !come.has(id))),
  };
}

function cameWith(item: AnyRow, diff: readonly TableDiff[]): SearchedItem {
  const printed = (table: 'item_keyword' | 'attribution'): string[] =>
    rows(diff, table, 'added')
      .filter(({ item_id }) => item_id === item['id'])
      .sort((a, b) => Number(a['ordinal']) - Number(b['ordinal']))
      .map((row) => String(row['printed']));
  const ids = (name: 'keyword' | 'source' | 'rubric'): string[] =>
    rows(diff, `item_${name}`, 'added')
      .filter(({ item_id }) => item_id === item['id'])
      .map((row) => String(row[`${name}_id`]))
      .sort();
  const text = (column: string): string => String(item[column]);
  return {
    id: text('id'),
    issue_id: text('issue_id'),
    publication_id: text('publication_id'),
    kind: text('kind'),
    language: text('language'),
    published_on: item['published_on'] === null ? null : text('published_on'),
    newest_key: text('newest_key'),
    title: text('title'),
    body_text: text('body_text'),
    keyword_ids: ids('keyword'),
    source_ids: ids('source'),
    rubric_ids: ids('rubric'),
    keywords: printed('item_keyword'),
    sources: printed('attribution'),
  };
}

function rows(diff: readonly TableDiff[], table: TableDiff['table'], side: 'removed' | 'added'): readonly AnyRow[] {
  return diff.filter((one) => one.table === table).flatMap((one) => one[side]);
}

/** What came alone is written without a look at what is there. */
async function writeNew(
  trx: Transaction<unknown>,
  diff: readonly TableDiff[],
  come: readonly SearchedItem[],
): Promise<void> {
  if (come.length === 0) return;
  const pairs = pairsOf(rows(diff, 'item_keyword', 'added'));
  await Promise.all([writeSearch(trx, searchRows(come, pairs)), foldWhereMany(trx)]);
}

async function foldWhereMany(trx: Transaction<unknown>): Promise<void> {
  if (await hasManyNewWords(trx)) await foldWords(trx);
}

/** What changed or went: the words that it had are told by what is stored, and nothing of what nobody prints any more stays. */
async function replace(
  trx: Transaction<unknown>,
  diff: readonly TableDiff[],
  { come, others }: Touched,
): Promise<void> {
  const [before, staying, keywords] = await Promise.all([
    loadStored(trx, [...others]),
    loadSearched(trx, [...others]),
    loadKeywords(trx, [...others]),
  ]);
  const counts: WordCounts = new Map();
  for (const words of before) countWords(counts, words, -1);
  const items = [...come, ...staying];
  const documents = items.map((item) => {
    const { document, words } = searchDocument(item);
    countWords(counts, words, 1);
    return document;
  });
  const pairs = countPairs([
    [pairsOf(keywordsBefore(diff, keywords, others)), -1],
    [
      pairsOf([
        ...keywords,
        ...rows(diff, 'item_keyword', 'added').filter(({ item_id }) => !others.has(String(item_id))),
      ]),
      1,
    ],
  ]);
  await dropItems(trx, [...others]);
  await writeSearch(trx, { documents, words: printCounts(counts, documents.length - before.length), pairs });
  await foldWords(trx);
}

/** The keywords that items had before the diff, told by those that they have now. */
function keywordsBefore(diff: readonly TableDiff[], now: readonly AnyRow[], items: ReadonlySet<string>): AnyRow[] {
  const key = ({ item_id, keyword_id }: AnyRow): string => `${item_id} ${keyword_id}`;
  const come = new Set(rows(diff, 'item_keyword', 'added').map(key));
  const gone = rows(diff, 'item_keyword', 'removed').filter(({ item_id }) => items.has(String(item_id)));
  const all = [...now.filter((row) => !come.has(key(row))), ...gone];
  return [...new Map(all.map((row) => [key(row), row])).values()];
}

async function loadKeywords(trx: Transaction<unknown>, items: readonly string[]): Promise<readonly AnyRow[]> {
  const { rows: found } = await sql<AnyRow>`
    select item_id, keyword_id from published.item_keyword where item_id = any(${items}::text[])
  `.execute(trx);
  return found;
}

/** The document of an issue that came, changed or went. */
async function followQuotable(trx: Transaction<unknown>, diff: readonly TableDiff[], document?: string): Promise<void> {
  const added = rows(diff, 'issue', 'added');
  const removed = rows(diff, 'issue', 'removed').map(({ id }) => String(id));
  if (removed.length > 0) await dropQuotable(trx, removed);
  await Promise.all(
    added.map(async (issue) => {
      const text = document ?? (await getDocument(trx, String(issue['revision_id'])));
      const facts = {
        issue_id: String(issue['id']),
        publication_id: String(issue['publication_id']),
        newest_key: String(issue['newest_key']),
      };
      return writeSearch(trx, { quotable: [quotableOf(facts, text)] });
    }),
  );
  if (added.length > 0 && (await hasManyNewQuotable(trx))) await blockQuotable(trx);
}

async function getDocument(trx: Transaction<unknown>, revisionId: string): Promise<string> {
  const { rows: found } = await sql<{ text: string }>`
    select d.text from published.revision r join editorial.document d using (sha256) where r.id = ${revisionId}
  `.execute(trx);
  return found[0]?.text ?? '';
}
