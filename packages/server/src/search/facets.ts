import type { AnyWholeList, Scope } from '@broadsheet/pothos-kysely';
import { type RawBuilder, sql } from 'kysely';

/** By what items are counted. */
export type FacetName = 'PUBLICATION' | 'RUBRIC' | 'KEYWORD' | 'SOURCE' | 'KIND' | 'YEAR' | 'MONTH';

/** The counts of a list of items as a table of `value`, `label`, `count` and `place`, which tells the order. */
export function facetsOf(list: AnyWholeList, by: FacetName, scope: Scope): RawBuilder<unknown> {
  switch (by) {
    case 'KEYWORD':
      return ofNames(list, 'keyword', scope);
    case 'SOURCE':
      return ofNames(list, 'source', scope);
    case 'RUBRIC':
      return sql`(select r.slug as value, min(r.heading) as label, sum(f.count)::int as count, -sum(f.count) as place
        from ${linked(list, 'rubric', scope)} f join ${scope.table('rubric')} r on r.id = f.id group by r.slug)`;
    case 'PUBLICATION':
      return sql`(select p.slug as value, p.title as label, f.count, -f.count as place
        from ${grouped(list, list.target.ref('publication_id'))} f join ${scope.table('publication')} p on p.id = f.value)`;
    case 'KIND':
      return sql`(select f.value, initcap(f.value) as label, f.count, -f.count as place from ${grouped(list, list.target.ref('kind'))} f)`;
    case 'YEAR':
      return ofDays(list, 'YYYY', sql`f.value`);
    case 'MONTH':
      return ofDays(list, 'YYYY-MM', sql`to_char((f.value || '-01')::date, 'FMMonth YYYY')`);
    default:
      return by satisfies never;
  }
}

function ofNames(list: AnyWholeList, name: 'keyword' | 'source', scope: Scope): RawBuilder<unknown> {
  return sql`(select e.slug as value, e.name as label, f.count, -f.count as place
    from ${linked(list, name, scope)} f join ${scope.table(name)} e on e.id = f.id)`;
}

function linked(list: AnyWholeList, name: 'keyword' | 'source' | 'rubric', scope: Scope): RawBuilder<unknown> {
  const column = sql.ref(`l.${name}_id`);
  return sql`(select ${column} as id, count(*)::int as count from ${scope.table(`item_${name}`)} l
    where l.item_id in ${list.select(list.target.ref('id'))} group by 1)`;
}

function grouped(list: AnyWholeList, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${list.select(sql`${value} as value, count(*)::int as count`, sql`group by 1`)}`;
}

/** Days are told apart before they are printed: there are far fewer of them than items. */
function ofDays(list: AnyWholeList, format: string, label: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select f.value, ${label} as label, f.count, row_number() over (order by f.value) as place
    from (select to_char(d.value, ${sql.lit(format)}) as value, sum(d.count)::int as count
      from ${grouped(list, list.target.ref('published_on'))} d where d.value is not null group by 1) f)`;
}
