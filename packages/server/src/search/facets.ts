import type { AnyWholeList, Scope } from '@broadsheet/pothos-kysely';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { NOW, PREVIEW } from '../scopes.js';

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
        from ${grouped(list, 'publication_id', scope)} f join ${scope.table('publication')} p on p.id = f.value)`;
    case 'KIND':
      return sql`(select f.value, initcap(f.value) as label, f.count, -f.count as place from ${grouped(list, 'kind', scope)} f)`;
    case 'YEAR':
      return ofDays(list, 'YYYY', sql`f.value`, scope);
    case 'MONTH':
      return ofDays(list, 'YYYY-MM', sql`to_char((f.value || '-01')::date, 'FMMonth YYYY')`, scope);
    default:
      return by satisfies never;
  }
}

function ofNames(list: AnyWholeList, name: 'keyword' | 'source', scope: Scope): RawBuilder<unknown> {
  // Of all items the names' own counts tell; in a preview those are what is published.
  if (list.isAll && scope.key !== PREVIEW.key)
    return sql`(select e.slug as value, e.name as label, e.item_count as count, -e.item_count as place
      from ${scope.table(name)} e where e.item_count > 0)`;
  return sql`(select e.slug as value, e.name as label, f.count, -f.count as place
    from ${linked(list, name, scope)} f join ${scope.table(name)} e on e.id = f.id)`;
}

function linked(list: AnyWholeList, name: 'keyword' | 'source' | 'rubric', scope: Scope): RawBuilder<unknown> {
  // What was found has the ids of its names beside it.
  if (isSearch(list))
    return sql`(select l.id, count(*)::int as count from ${list.select(sql`unnest(${list.target.ref(`${name}_ids`)}) as id`)} l group by 1)`;
  const column = sql.ref(`l.${name}_id`);
  const within = list.isAll ? sql`` : sql` where l.item_id in ${idsOf(list)}`;
  return sql`(select ${column} as id, count(*)::int as count from ${scope.table(`item_${name}`)} l${within} group by 1)`;
}

function grouped(
  list: AnyWholeList,
  column: 'publication_id' | 'kind' | 'published_on',
  scope: Scope,
): RawBuilder<unknown> {
  // Of all items that are public now an index of what is searched tells, which is read without their texts.
  if (list.isAll && scope.key === NOW.key)
    return sql`(select ${sql.ref(`s.${column}`)} as value, count(*)::int as count from search.item s group by 1)`;
  // Of other items too, by their ids.
  if (scope.key === NOW.key && !isSearch(list))
    return sql`(select ${sql.ref(`s.${column}`)} as value, count(*)::int as count
      from search.item s where s.id in ${idsOf(list)} group by 1)`;
  return sql`${list.select(sql`${list.target.ref(column)} as value, count(*)::int as count`, sql`group by 1`)}`;
}

/** Days are told apart before they are printed: there are far fewer of them than items. */
function ofDays(list: AnyWholeList, format: string, label: RawBuilder<unknown>, scope: Scope): RawBuilder<unknown> {
  return sql`(select f.value, ${label} as label, f.count, row_number() over (order by f.value) as place
    from (select to_char(d.value, ${sql.lit(format)}) as value, sum(d.count)::int as count
      from ${grouped(list, 'published_on', scope)} d where d.value is not null group by 1) f)`;
}

function idsOf(list: AnyWholeList): Expression<unknown> {
  return list.ids ?? list.select(list.target.ref('id'));
}

/** Whether a list is of what was found: its rows have the ids of their names. */
function isSearch({ args }: AnyWholeList): boolean {
  return Object.hasOwn(args, 'query');
}
