import type { IssueReading } from '@broadsheet/parser';
import { sql, type Transaction } from 'kysely';
import { tieEntity } from '../curation/entity-curation.js';
import { loadCuration } from '../curation/load-curation.js';
import { makeId } from '../identity/id.js';
import { byShortKey, type Definition, definitionsOf, findByShortKey } from '../names/definitions.js';
import { methodInTheEnd, tieSource } from '../names/source-ties.js';
import { sourceRows } from '../project/items.js';
import type { AttributionRow, ItemSourceRow } from '../tables.js';
import { diffRows, type TableDiff } from './diff.js';
import { loadSharedRows } from './load-rows.js';

/** Rows that change with their ties, and the slugs of the sources that they name. */
export interface TiedAgain {
  readonly diff: readonly TableDiff[];
  readonly slugs: ReadonlyMap<string, string>;
}

/** Ties the source lines of all issues but one anew that print a short form which now leads elsewhere; `keys` are such forms. */
export async function tieAgain(trx: Transaction<unknown>, except: string, keys: readonly string[]): Promise<TiedAgain> {
  const items = await itemsThatPrint(trx, except, keys);
  if (items.length === 0) return { diff: [], slugs: new Map() };
  const present = await loadSharedRows(trx, 'published', {
    attribution: ['item_id', items],
    item_source: ['item_id', items],
  });
  const lines = present.attribution ?? [];
  const own = await ownDefinitions(trx, [...new Set(lines.map(({ issue_id }) => issue_id))]);
  const all = byShortKey(await findByShortKey(trx, keys));
  const curation = await loadCuration(trx);
  const slugs = new Map<string, string>();
  const attribution = lines.map((line): AttributionRow => {
    if (!keys.includes(line.base_key)) return line;
    const tied = tieSource(line.printed, { own: byShortKey(own.get(line.issue_id) ?? []), all });
    const source_id = tieEntity(curation, 'source', line.printed, makeId('source', tied.slug));
    slugs.set(source_id, curation.slugs.get(source_id) ?? tied.slug);
    return { ...line, source_id, method: methodInTheEnd(line.printed, tied, source_id) };
  });
  const item_source = sourcesOf(attribution, present.item_source ?? []);
  return { diff: diffRows(present, { attribution, item_source }), slugs };
}

async function itemsThatPrint(trx: Transaction<unknown>, except: string, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ item_id: string }>`
    select distinct item_id from published.attribution where base_key = any(${keys}::text[]) and issue_id <> ${except}
  `.execute(trx);
  return rows.map(({ item_id }) => item_id);
}

/** What issues define themselves, by issue. */
async function ownDefinitions(
  trx: Transaction<unknown>,
  issues: readonly string[],
): Promise<Map<string, readonly Definition[]>> {
  const { rows } = await sql<Pick<IssueReading, 'abbreviations'> & { id: string }>`
    select i.id, r.reading -> 'abbreviations' as abbreviations
    from editorial.issue i join editorial.revision r on r.issue_id = i.id and r.ordinal = i.published_ordinal
    where i.id = any(${issues}::text[])
  `.execute(trx);
  return new Map(rows.map((reading) => [reading.id, definitionsOf(reading)]));
}

/** The sources of items by their lines; an item's place in the orders is told by the sources that it had. */
function sourcesOf(lines: readonly AttributionRow[], former: readonly ItemSourceRow[]): ItemSourceRow[] {
  const links = new Map(former.map((row) => [row.item_id, row]));
  const byItem = new Map<string, AttributionRow[]>();
  for (const line of lines.toSorted((a, b) => a.ordinal - b.ordinal)) {
    byItem.set(line.item_id, [...(byItem.get(line.item_id) ?? []), line]);
  }
  return [...byItem].flatMap(([item_id, printed]) => {
    const link = links.get(item_id);
    return link === undefined ? [] : sourceRows(link, printed);
  });
}
