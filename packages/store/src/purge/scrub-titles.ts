import { sql, type Transaction } from 'kysely';
import type { Telling } from '../past/telling.js';

/** Takes headings that no section has any more out of the past of rubrics, and rubrics that no section stands under. */
export async function scrubRubrics(trx: Transaction<unknown>, ids: readonly string[], telling: Telling): Promise<void> {
  await scrub(trx, ids, telling, {
    table: 'rubric',
    column: 'heading',
    told: sql`select rubric_id as id, heading as text, heading collate "C" as rank from past.section t where ${telling.seen('t')}
      union all select rubric_id, heading, heading collate "C" from published.section`,
  });
}

/** Takes titles that no part has any more out of the past of series, and series without parts. */
export async function scrubSeries(trx: Transaction<unknown>, ids: readonly string[], telling: Telling): Promise<void> {
  await scrub(trx, ids, telling, {
    table: 'series',
    column: 'title',
    told: sql`select s.series_id as id, i.series_title as text, i.oldest_key as rank
        from past.series_part s join past.item i on i.id = s.item_id
        where ${telling.seen('s')} and ${telling.seen('i')}
      union all select s.series_id, i.series_title, i.oldest_key
        from published.series_part s join published.item i on i.id = s.item_id`,
  });
}

interface Titled {
  readonly table: 'rubric' | 'series';
  readonly column: string;
  /** What rows that are left say: the shared row's id, the text, and what the first is chosen by. */
  readonly told: ReturnType<typeof sql>;
}

async function scrub(
  trx: Transaction<unknown>,
  ids: readonly string[],
  { changed }: Telling,
  { table, column, told }: Titled,
): Promise<void> {
  if (ids.length === 0) return;
  const past = sql.table(`past.${table}`);
  const text = sql.ref(column);
  await sql`
    delete from ${past} t where t.id = any(${ids}::text[]) and not exists (select from (${told}) s where s.id = t.id)
      and ${changed('t')}
  `.execute(trx);
  await sql`
    update ${past} t set ${text} = s.first
    from (
      select id, (array_agg(text order by rank))[1] as first, array_agg(text) as texts
      from (${told}) s where id = any(${ids}::text[]) group by id
    ) s
    where s.id = t.id and t.${text} <> all(s.texts) and ${changed('t')}
  `.execute(trx);
}
