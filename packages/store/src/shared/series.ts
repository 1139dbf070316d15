import { type RawBuilder, sql, type Transaction } from 'kysely';
import { diffRows, type TableDiff } from '../log/diff.js';
import { loadSharedRows } from '../log/load-rows.js';
import type { SeriesRow } from '../tables.js';

/** The series that a diff of items touches. */
export function touchedSeries(diff: readonly TableDiff[]): string[] {
  const rows = diff.flatMap(({ table, removed, added }) => (table === 'item' ? [...removed, ...added] : []));
  return [...new Set(rows.flatMap((row) => (typeof row['series_id'] === 'string' ? [row['series_id']] : [])))];
}

/** What becomes of series; one without parts goes. Call it when the items are written. */
export async function diffSeries(trx: Transaction<unknown>, ids: readonly string[]): Promise<TableDiff[]> {
  if (ids.length === 0) return [];
  const [present, series] = await Promise.all([
    loadSharedRows(trx, 'published', { series: ['id', ids] }),
    readSeries(trx, sql.table('published.item'), ids),
  ]);
  return diffRows(present, { series });
}

interface Part {
  readonly series_id: string;
  readonly title: string;
  readonly part_is_continuation: boolean;
  readonly part_to_be_continued: boolean;
}

/** The rows of series as a state's items tell them: titled as the first part, complete where every seam is marked on both sides. */
export async function readSeries(
  trx: Transaction<unknown>,
  items: RawBuilder<unknown>,
  ids: readonly string[],
): Promise<SeriesRow[]> {
  const found = await sql<Part>`
    select series_id, title, part_is_continuation, part_to_be_continued from ${items} i
    where series_id = any(${ids}::text[]) order by series_id, oldest_key
  `.execute(trx);
  return ids.flatMap((id) => {
    const parts = found.rows.filter((part) => part.series_id === id);
    const [first] = parts;
    return first === undefined ? [] : [{ id, title: first.title, is_complete: isComplete(parts) }];
  });
}

/** A first part that continues nothing, a last one that ends, and between two neighbours 'to be continued' and 'continued'. */
function isComplete(parts: readonly Part[]): boolean {
  return (
    parts.every((part, index) => part.part_is_continuation === index > 0) &&
    parts.every((part, index) => part.part_to_be_continued === index < parts.length - 1)
  );
}
