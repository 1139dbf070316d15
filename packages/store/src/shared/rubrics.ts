import { sql, type Transaction } from 'kysely';
import { diffRows, type TableDiff } from '../log/diff.js';
import { loadSharedRows, type StateSchema } from '../log/load-rows.js';
import type { RubricRow } from '../tables.js';

/**
 * What a diff of sections changes in the rubrics. `rubrics` are those that the new sections name. A rubric's heading is the last of its
 * printed forms by code points, so that capitals give way, cut to 200 characters as an index wants it; a rubric without sections goes. Call it when the sections are written, since it looks them up.
 */
export async function diffRubrics(
  trx: Transaction<unknown>,
  state: StateSchema,
  diff: readonly TableDiff[],
  rubrics: readonly RubricRow[],
): Promise<TableDiff[]> {
  const counts = countSections(diff);
  if (counts.size === 0) return [];
  const [present, headings] = await Promise.all([
    loadSharedRows(trx, state, { rubric: ['id', [...counts.keys()]] }),
    lastHeadings(trx, state, [...counts.keys()]),
  ]);
  const before = new Map((present.rubric ?? []).map((row) => [row.id, row]));
  const known = new Map([...rubrics, ...before.values()].map((row) => [row.id, row]));
  const wanted = [...counts].flatMap(([id, count]) => {
    const row = known.get(id);
    const section_count = (before.get(id)?.section_count ?? 0) + count;
    return row === undefined || section_count <= 0
      ? []
      : [{ ...row, section_count, heading: headings.get(id) ?? row.heading }];
  });
  return diffRows(present, { rubric: wanted });
}

function countSections(diff: readonly TableDiff[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { table, removed, added } of diff) {
    if (table !== 'section') continue;
    for (const row of removed) add(counts, row['rubric_id'], -1);
    for (const row of added) add(counts, row['rubric_id'], 1);
  }
  return counts;
}

function add(counts: Map<string, number>, id: unknown, by: number): void {
  if (typeof id === 'string') counts.set(id, (counts.get(id) ?? 0) + by);
}

async function lastHeadings(
  trx: Transaction<unknown>,
  state: StateSchema,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const sections = sql.table(`${state}.section`);
  const found = await sql<{ id: string; heading: string }>`
    select r.id, (select max(left(s.heading, 200) collate "C") from ${sections} s where s.rubric_id = r.id) as heading
    from unnest(${ids}::text[]) as r(id)
  `.execute(trx);
  return new Map(found.rows.map(({ id, heading }) => [id, heading]));
}
