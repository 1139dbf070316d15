import type { IssueReading } from '@broadsheet/parser';
import { sql, type Transaction } from 'kysely';
import type { TableDiff } from '../log/diff.js';
import type { AnyRow } from '../project/rows.js';
import { blockQuotable, hasManyNewQuotable } from './block-quotes.js';
import { countPairs, pairsOf } from './keyword-pairs.js';
import { loadSearched, loadStored } from './load-searched.js';
import { quotedOf } from './prepared-search.js';
import { type Quotable, type QuotedIssue, quotableOf, quoteDocument } from './quotable.js';
import { relinkedItems, relinkItems } from './relink.js';
import { type SearchedItem, searchDocument } from './search-document.js';
import { searchRows } from './search-rows.js';
import { countWords, foldWords, hasManyNewWords, printCounts, type WordCounts } from './word-counts.js';
import { dropItems, dropQuotable, writeSearch } from './write-search.js';

/** The one issue that came or changed, where it is at hand. */
export interface ShownIssue {
  readonly document: string;
  readonly reading: IssueReading;
}

/** Makes what is searched follow a change of what is public: what is asked for after this call, awaited or not, sees it. */
export async function followSearch(
  trx: Transaction<unknown>,
  diff: readonly TableDiff[],
  shown?: ShownIssue,
): Promise<void> {
  const { come, others: all } = touchedItems(diff);
  const relinked = relinkedItems(diff, all);
  const others = new Set([...all].filter((id) => !relinked.has(id)));
  await Promise.all([relinkItems(trx, relinked), followItems(trx, diff, { come, others }, shown)]);
}

async function followItems(
  trx: Transaction<unknown>,
  diff: readonly TableDiff[],
  touched: Touched,
  shown: ShownIssue | undefined,
): Promise<void> {
  const { come, others } = touched;
  if (others.size === 0 && come.length > 0 && shown !== undefined && rows(diff, 'issue', 'removed').length === 0) {
    await writeNew(trx, diff, come, shown);
    return;
  }
  const quotable = followQuotable(trx, diff, shown);
  await Promise.all([quotable, others.size === 0 ? writeNew(trx, diff, come) : replace(trx, diff, touched)]);
  if (await hasManyNewQuotable(trx)) await blockQuotable(trx);
}

interface Touched {
  /** Items that were not there before, each with all that the diff says of it. */
  readonly come: readonly SearchedItem[];
  /** Items that are printed otherwise, or went. */
  readonly others: ReadonlySet<string>;
}

function touchedItems(diff: readonly TableDiff[]): Touched {
  const removed = new Set(rows(diff, 'item', 'removed').map(({ id }) => String(id)));
  const added = rows(diff, 'item', 'added');
  const come = new Map(added.filter(({ id }) => !removed.has(String(id))).map((row) => [String(row['id']), row]));
  const parts = PARTS.flatMap((table) =>
    [...rows(diff, table, 'removed'), ...rows(diff, table, 'added')].map(({ item_id }) => String(item_id)),
  );
  const all = [...removed, ...parts];
  const hanging = new Map(PARTS.map((table) => [table, byItem(rows(diff, table, 'added'))]));
  return {
    come: [...come].map(([id, row]) => cameWith(row, (table) => hanging.get(table)?.get(id) ?? [])),
    others: new Set(all.filter((id) => !come.has(id))),
  };
}

function byItem(hanging: readonly AnyRow[]): Map<string, AnyRow[]> {
  const items = new Map<string, AnyRow[]>();
  for (const row of hanging) {
    const id = String(row['item_id']);
    const before = items.get(id);
    if (before === undefined) items.set(id, [row]);
    else before.push(row);
  }
  return items;
}

/** What hangs on an item, and is searched with it. */
const PARTS = ['item_keyword', 'item_source', 'item_rubric', 'attribution'] as const;

function cameWith(item: AnyRow, hanging: (table: (typeof PARTS)[number]) => readonly AnyRow[]): SearchedItem {
  const printed = (table: 'item_keyword' | 'attribution'): string[] =>
    hanging(table)
      .toSorted((a, b) => Number(a['ordinal']) - Number(b['ordinal']))
      .map((row) => String(row['printed']));
  const ids = (name: 'keyword' | 'source' | 'rubric'): string[] =>
    hanging(`item_${name}`)
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

/** What came alone is written without a look at what is there; with the document of an issue that came with it. */
async function writeNew(
  trx: Transaction<unknown>,
  diff: readonly TableDiff[],
  come: readonly SearchedItem[],
  shown?: ShownIssue,
): Promise<void> {
  if (come.length === 0) return;
  const pairs = pairsOf(rows(diff, 'item_keyword', 'added'));
  const quotable = shown === undefined ? [] : rows(diff, 'issue', 'added').map((row) => quotableOfShown(row, shown));
  await Promise.all([writeSearch(trx, { ...searchRows(come, pairs, shown?.reading), quotable }), foldWhereMany(trx)]);
}

function quotableOfShown(issue: AnyRow, { document, reading }: ShownIssue): Quotable {
  return { ...quotedIssue(issue), ...(quotedOf(reading) ?? quoteDocument(document)) };
}

/** Transactions that have looked whether there is much to count. */
const looked = new WeakSet<Transaction<unknown>>();

/** Once a transaction, however many issues it stores. */
async function foldWhereMany(trx: Transaction<unknown>): Promise<void> {
  if (looked.has(trx)) return;
  looked.add(trx);
  const [words, quotable] = await Promise.all([hasManyNewWords(trx), hasManyNewQuotable(trx)]);
  if (words) await foldWords(trx);
  if (quotable) await blockQuotable(trx);
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
  const isLost = [...counts.values()].some(({ items: more }) => more < 0);
  await (isLost ? foldWords(trx) : foldWhereMany(trx));
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
async function followQuotable(
  trx: Transaction<unknown>,
  diff: readonly TableDiff[],
  shown: ShownIssue | undefined,
): Promise<void> {
  const added = rows(diff, 'issue', 'added');
  const removed = rows(diff, 'issue', 'removed').map(({ id }) => String(id));
  if (removed.length > 0) await dropQuotable(trx, removed);
  await Promise.all(
    added.map(async (issue) => {
      const quotable =
        shown === undefined
          ? quotableOf(quotedIssue(issue), await getDocument(trx, String(issue['revision_id'])))
          : quotableOfShown(issue, shown);
      return writeSearch(trx, { quotable: [quotable] });
    }),
  );
}

function quotedIssue(issue: AnyRow): QuotedIssue {
  return {
    issue_id: String(issue['id']),
    publication_id: String(issue['publication_id']),
    newest_key: String(issue['newest_key']),
  };
}

async function getDocument(trx: Transaction<unknown>, revisionId: string): Promise<string> {
  const { rows: found } = await sql<{ text: string }>`
    select d.text from published.revision r join editorial.document d using (sha256) where r.id = ${revisionId}
  `.execute(trx);
  return found[0]?.text ?? '';
}
