import { sql, type Transaction } from 'kysely';
import type { TableDiff } from '../log/diff.js';
import type { AnyRow } from '../project/rows.js';
import type { StateTable } from '../tables.js';

/**
 * Of items that a diff touches, those that are printed as they were, and only name other sources or stand under other rubrics: their words are
 * the same.
 */
export function relinkedItems(diff: readonly TableDiff[], touched: ReadonlySet<string>): ReadonlySet<string> {
  if (touched.size === 0) return touched;
  const changed = new Set([
    ...idsIn(diff, 'item', 'id'),
    ...idsIn(diff, 'item_keyword', 'item_id'),
    ...printedOtherwise(diff),
  ]);
  return new Set([...touched].filter((id) => !changed.has(id)));
}

function idsIn(diff: readonly TableDiff[], table: StateTable, column: string): string[] {
  return diff
    .filter((one) => one.table === table)
    .flatMap(({ removed, added }) => [...removed, ...added].map((row) => String(row[column])));
}

/** Items of which a source line came, went or says something else. */
function printedOtherwise(diff: readonly TableDiff[]): string[] {
  const lines = diff.filter(({ table }) => table === 'attribution');
  const lineOf = (row: AnyRow): string => JSON.stringify([row['item_id'], row['ordinal'], row['printed']]);
  const [before, after] = [lines.flatMap(({ removed }) => removed), lines.flatMap(({ added }) => added)];
  const [was, is] = [new Set(before.map(lineOf)), new Set(after.map(lineOf))];
  const differing = [...before.filter((row) => !is.has(lineOf(row))), ...after.filter((row) => !was.has(lineOf(row)))];
  return differing.map((row) => String(row['item_id']));
}

/** Gives such items the sources and rubrics that they have now. Call it when these are written. */
export async function relinkItems(trx: Transaction<unknown>, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  await sql`
    update search.item i set
      source_ids = array(select l.source_id from published.item_source l where l.item_id = i.id order by 1),
      rubric_ids = array(select l.rubric_id from published.item_rubric l where l.item_id = i.id order by 1)
    where i.id = any(${[...ids]}::text[])
  `.execute(trx);
}
