import { sql, type Transaction } from 'kysely';
import { makeId } from '../identity/id.js';
import { diffRows, type TableDiff } from '../log/diff.js';
import { loadSharedRows, type StateSchema } from '../log/load-rows.js';
import type { AnyRow, Rows } from '../project/rows.js';
import type { RedirectRow } from '../tables.js';
import { isComplete, type Part, type Stitched, stitchSeries } from './stitch-series.js';

/** A state whose items can be asked. */
export type ReadState = 'published' | 'preview';

/**
 * The titles (by `series_key`) that a diff touches: those of its parts, those of parts in an issue that has another number, which says whether it
 * is the next one, and those of parts in the issue after one that came, went or has another number, since whether that one is held says whether
 * a part is missing. Call it when the diff is written.
 */
export async function touchedSeries(
  trx: Transaction<unknown>,
  state: ReadState,
  diff: readonly TableDiff[],
): Promise<string[]> {
  const own = rowsOf(diff, 'item').flatMap(({ series_key }) => (typeof series_key === 'string' ? [series_key] : []));
  const [inside, after] = await Promise.all([keysIn(trx, state, renumbered(diff)), keysAfter(trx, state, diff)]);
  return [...new Set([...own, ...inside, ...after])];
}

/** What becomes of the series of some titles; one without parts goes. Call it when the items are written. */
export async function diffSeries(trx: Transaction<unknown>, keys: readonly string[]): Promise<TableDiff[]> {
  if (keys.length === 0) return [];
  const [present, wanted] = await Promise.all([loadSeries(trx, 'published', keys), readSeries(trx, 'published', keys)]);
  return diffRows(present, wanted);
}

/** The rows that a state has of the series of some titles. */
export async function loadSeries(
  trx: Transaction<unknown>,
  schema: StateSchema,
  keys: readonly string[],
): Promise<Rows> {
  const { series_part = [] } = await loadSharedRows(trx, schema, { series_part: ['series_key', keys] });
  const ids = [...new Set(series_part.map(({ series_id }) => series_id))];
  return { series_part, ...(await loadSharedRows(trx, schema, { series: ['id', ids], redirect: ['target_id', ids] })) };
}

interface FoundPart extends Part {
  readonly issue_id: string;
  readonly series_key: string;
  readonly series_title: string;
}

/** The rows of the series of some titles, as a state's items tell them. */
export async function readSeries(
  trx: Transaction<unknown>,
  state: ReadState,
  keys: readonly string[],
): Promise<Required<Pick<Rows, 'series' | 'series_part' | 'redirect'>>> {
  const parts = await listParts(trx, state, keys);
  const titles = [...new Set(parts.map(({ series_key }) => series_key))].map((key) => {
    const ids = ownIds(parts.filter(({ series_key }) => series_key === key));
    return { key, ids, series: stitchSeries([...ids.keys()]).map((stitched) => seriesRows(stitched, ids)) };
  });
  return {
    series: titles.flatMap(({ series }) => series.map(({ row }) => row)),
    series_part: titles.flatMap(({ series }) => series.flatMap(({ parts: rows }) => rows)),
    redirect: titles.flatMap(({ key, series }) => [
      ...series.flatMap(({ redirects }) => redirects),
      ...titleRedirect(
        key,
        series.map(({ row }) => row.id),
      ),
    ]),
  };
}

/** The parts of some titles. Issues are asked for one by one, which no planner turns into reading all of them. */
async function listParts(trx: Transaction<unknown>, state: ReadState, keys: readonly string[]): Promise<FoundPart[]> {
  if (keys.length === 0) return [];
  const issues = sql.table(`${state}.issue`);
  const { rows } = await sql<FoundPart>`
    select i.id as item_id, i.issue_id, i.oldest_key, i.published_on::text, s.number as issue_number,
      (select true from ${issues} b where b.publication_id = i.publication_id and b.number = s.number - 1 limit 1)
        is not null as holds_previous_issue,
      i.part_is_continuation, i.part_to_be_continued, i.part_number, i.part_of, i.series_key, i.series_title
    from ${sql.table(`${state}.item`)} i
    cross join lateral (select s.number from ${issues} s where s.id = i.issue_id offset 0) s
    where i.series_key = any(${keys}::text[]) order by i.oldest_key
  `.execute(trx);
  return rows;
}

/**
 * The id that each part gives its series where it is the first of it: title, issue, and which of the issue's parts of that title it is. So
 * the id of a series is that of its first part, and those of the others lead to it.
 */
function ownIds(parts: readonly FoundPart[]): Map<FoundPart, string> {
  const counts = new Map<string, number>();
  return new Map(
    parts.map((part) => {
      const count = (counts.get(part.issue_id) ?? 0) + 1;
      counts.set(part.issue_id, count);
      return [part, makeId('series', part.series_key, part.issue_id, count)];
    }),
  );
}

function seriesRows(stitched: Stitched<FoundPart>, ids: ReadonlyMap<FoundPart, string>) {
  const idOf = (part: FoundPart): string => ids.get(part) ?? '';
  const [{ part: first }, ...others] = stitched;
  const series_id = idOf(first);
  const parts = stitched.map(({ part, isAfterGap }, index) => ({
    item_id: part.item_id,
    issue_id: part.issue_id,
    series_id,
    series_key: part.series_key,
    ordinal: index + 1,
    previous_id: isAfterGap ? null : (stitched[index - 1]?.part.item_id ?? null),
    next_id: stitched[index + 1]?.isAfterGap === false ? (stitched[index + 1]?.part.item_id ?? null) : null,
  }));
  return {
    row: { id: series_id, title: first.series_title, is_complete: isComplete(stitched) },
    parts,
    redirects: others.map(({ part }) => redirectTo(series_id, idOf(part))),
  };
}

/** The id of the title itself leads to its series, as long as it has one alone. */
function titleRedirect(key: string, series: readonly string[]): RedirectRow[] {
  const [only, ...others] = series;
  return only === undefined || others.length > 0 ? [] : [redirectTo(only, key)];
}

function redirectTo(target_id: string, id: string): RedirectRow {
  return { id, type: 'Series', slug: id, target_id };
}

/** The issues that stay and have another number: of their items, a mended number alone changes no row. */
function renumbered(diff: readonly TableDiff[]): string[] {
  return diff.flatMap(({ table, removed, added }) => {
    if (table !== 'issue') return [];
    const before = new Map(removed.map(({ id, number }) => [id, number]));
    return added.filter(({ id, number }) => before.has(id) && before.get(id) !== number).map(({ id }) => String(id));
  });
}

async function keysIn(trx: Transaction<unknown>, state: ReadState, issueIds: readonly string[]): Promise<string[]> {
  if (issueIds.length === 0) return [];
  const { rows } = await sql<{ series_key: string }>`
    select distinct series_key from ${sql.table(`${state}.item`)}
    where issue_id = any(${issueIds}::text[]) and series_key is not null
  `.execute(trx);
  return rows.map(({ series_key }) => series_key);
}

async function keysAfter(trx: Transaction<unknown>, state: ReadState, diff: readonly TableDiff[]): Promise<string[]> {
  const places = new Map<string, number>();
  for (const { table, removed, added } of diff) {
    if (table !== 'issue') continue;
    for (const row of removed) count(places, row, -1);
    for (const row of added) count(places, row, 1);
  }
  const changed = [...places].filter(([, change]) => change !== 0).map(([place]) => place.split(' '));
  if (changed.length === 0) return [];
  const { rows } = await sql<{ series_key: string }>`
    select distinct i.series_key
    from unnest(${changed.map(([publication]) => publication)}::text[], ${changed.map(([, number]) => Number(number) + 1)}::int[]) as p(publication_id, number)
    cross join lateral (
      select s.id from ${sql.table(`${state}.issue`)} s where s.publication_id = p.publication_id and s.number = p.number offset 0
    ) s
    cross join lateral (
      select i.series_key from ${sql.table(`${state}.item`)} i where i.issue_id = s.id and i.series_key is not null offset 0
    ) i
  `.execute(trx);
  return rows.map(({ series_key }) => series_key);
}

function count(places: Map<string, number>, { publication_id, number }: AnyRow, by: number): void {
  if (typeof number !== 'number' || number >= LAST_NUMBER) return;
  const place = `${publication_id} ${number}`;
  places.set(place, (places.get(place) ?? 0) + by);
}

/** No number comes after it in an `integer`. */
const LAST_NUMBER = 2_147_483_647;

function rowsOf(diff: readonly TableDiff[], name: TableDiff['table']): AnyRow[] {
  return diff.flatMap(({ table, removed, added }) => (table === name ? [...removed, ...added] : []));
}
