import { isParam, type Lifted, type OrderKey, type Param, type Row, type Scope } from '@broadsheet/pothos-kysely';
import type { EntityRow, ItemContributorRow, ItemKeywordRow, ItemRow, ItemSourceRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { NOW } from '../scopes.js';
import { builder, type ReadBuilder } from './builder.js';
import { DateRange } from './date-range.js';
import { ItemKind, ItemOrder } from './enums.js';
import { askedOf, keptSum } from './kept-count.js';
import { anyOf, eq, idBySlug, idsBySlug, inRange, ofPublication, onlyOf } from './sql.js';

export const ItemFilter = builder.inputType('ItemFilter', {
  description: 'Narrows items: fields narrow, the values of one field widen; an empty list finds nothing.',
  fields: (t) => ({
    publication: t.stringList({ description: 'Slugs of publications.' }),
    rubric: t.stringList({ description: 'Rubric slugs; a rubric takes in those below it.' }),
    keyword: t.stringList({ description: 'Slugs of keywords.' }),
    source: t.stringList({ description: 'Slugs of sources; one that was merged away finds what it was merged into.' }),
    contributor: t.stringList({ description: 'Slugs of contributors.' }),
    kind: t.field({ type: [ItemKind], description: 'How it reads.' }),
    language: t.stringList({ description: 'BCP 47 tags, as the item has them.' }),
    publishedOn: t.field({ type: DateRange, description: 'The day of its issue lies in the range.' }),
  }),
});

/** An order of items; PRINTED and OLDEST are one. */
export type ItemOrderName = 'NEWEST' | 'OLDEST' | 'PRINTED';

/** `where` and `orderBy` of a list of items. */
export function itemArgs<Shape, Kind extends FieldKind>(
  t: ReadBuilder<Shape, Kind>,
  defaultValue: ItemOrderName = 'NEWEST',
) {
  return {
    where: t.arg({ type: ItemFilter, description: 'Which items.' }),
    orderBy: t.arg({ type: ItemOrder, required: true, defaultValue, description: 'In which order.' }),
  };
}

/** A filter of items as SQL functions see it. */
export type ItemWhere = Lifted<typeof ItemFilter.$inferInput | null | undefined>;

/** Whether a lifted argument, whose type is not known any more, is a filter of items. */
export function isItemWhere(value: unknown): value is ItemWhere {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.values(value).every((part) => isParam(part) || isItemWhere(part));
}

/** What a filter asks of an item. */
export function itemConditions(item: Row<ItemRow>, where: ItemWhere, scope: Scope): RawBuilder<SqlBool>[] {
  if (!where) return [];
  const { publication, rubric, keyword, source, contributor, kind, language, publishedOn } = where;
  const named = (table: 'keyword' | 'source' | 'contributor', ids: RawBuilder<unknown>): RawBuilder<SqlBool> =>
    linked(item, scope.table(`item_${table}`), `${table}_id`, ids);
  return [
    ...(publication ? [ofPublication(item, publication, scope)] : []),
    ...(rubric ? [linked(item, scope.table('item_rubric'), 'rubric_id', rubricIds(scope, rubric))] : []),
    ...(keyword ? [named('keyword', idsBySlug(scope, 'keyword', keyword))] : []),
    ...(source ? [named('source', idsBySlug(scope, 'source', source))] : []),
    ...(contributor ? [named('contributor', idsBySlug(scope, 'contributor', contributor))] : []),
    ...(kind ? [anyOf(item.ref('kind'), kind)] : []),
    ...(language ? [anyOf(item.ref('language'), language)] : []),
    ...inRange(item.ref('published_on'), publishedOn),
  ];
}

/** A filter by one name: its items stand in their order in a table of their own, which is walked instead of all items. */
interface WalkedName {
  readonly table: 'keyword' | 'source' | 'contributor';
  readonly via: 'item_keyword' | 'item_source' | 'item_contributor';
  readonly slugs: Param<unknown>;
}

/** The name whose items are walked for a filter; undefined where the filter asks for none, or for several of a kind. */
export function walkedName(where: ItemWhere): WalkedName | undefined {
  const { keyword, source, contributor } = where ?? {};
  if (keyword?.isSingle) return { table: 'keyword', via: 'item_keyword', slugs: keyword };
  if (source?.isSingle) return { table: 'source', via: 'item_source', slugs: source };
  return contributor?.isSingle ? { table: 'contributor', via: 'item_contributor', slugs: contributor } : undefined;
}

/** The row of a link between an item and one of its names. */
type NameLink = ItemKeywordRow & ItemSourceRow & ItemContributorRow;

/** What a filter asks of an item that is walked to by a name. */
export function walkConditions(
  item: Row<ItemRow>,
  via: Row<NameLink>,
  where: ItemWhere,
  scope: Scope,
): RawBuilder<SqlBool>[] {
  const walked = walkedName(where);
  if (walked === undefined) return itemConditions(item, where, scope);
  const { table, slugs } = walked;
  return [
    eq(via.ref(`${table}_id`), idBySlug(scope, table, onlyOf(slugs))),
    eq(item.ref('id'), via.ref('item_id')),
    ...itemConditions(item, { ...where, [table]: null }, scope),
  ];
}

function linked(item: Row<ItemRow>, table: Expression<unknown>, column: string, ids: Expression<unknown>) {
  return sql<SqlBool>`exists (select from ${table} l where l.item_id = ${item.ref('id')} and ${sql.ref(`l.${column}`)} in ${ids})`;
}

/** The ids of rubrics with one of the slugs. */
export function rubricIds(scope: Scope, slugs: Expression<unknown>): RawBuilder<unknown> {
  return sql`(select r.id from ${scope.table('rubric')} r where r.slug = any(${slugs}::text[]))`;
}

/**
 * How many items a filter finds, where that is kept: all, those of publications, and those of one rubric, keyword, source or contributor. Null where
 * they have to be counted, and an SQL null where the filter names several of which an item may have more than one.
 */
export function keptItemCount(where: ItemWhere, scope: Scope): RawBuilder<unknown> | null {
  if (scope.key !== NOW.key) return null;
  const [asked, ...others] = askedOf(where);
  if (asked === undefined) return keptSum(scope, 'items', null);
  if (others.length > 0 || !where) return null;
  const { publication, rubric, keyword, source, contributor } = where;
  if (publication) return keptSum(scope, 'items', publication);
  if (rubric) {
    return sql`(select case when count(distinct r.slug) < 2 then coalesce(sum(c.items), 0) end
      from ${scope.table('rubric')} r left join ${scope.table('kept_count')} c on c.id = r.id where r.slug = any(${rubric}::text[]))`;
  }
  if (keyword) return countOfOne(scope, 'keyword', keyword);
  if (source) return countOfOne(scope, 'source', source);
  return contributor ? countOfOne(scope, 'contributor', contributor) : null;
}

/** How many items a name's list holds, where that is kept. */
export function keptNameCount(name: Row<EntityRow>, where: ItemWhere, scope: Scope): Expression<unknown> | null {
  return scope.key === NOW.key && askedOf(where).length === 0 ? name.ref('item_count') : null;
}

/** The ids of the items of one name, of the links alone, where nothing else narrows what is public now; else null. */
export function linkedIds(
  table: 'keyword' | 'source' | 'contributor',
  id: Expression<unknown>,
  where: object | null | undefined,
  scope: Scope,
): RawBuilder<unknown> | null {
  if (scope.key !== NOW.key || askedOf(where).length > 0) return null;
  return sql`(select l.item_id from ${scope.table(`item_${table}`)} l where ${sql.ref(`l.${table}_id`)} = ${id})`;
}

/** The ids of the items that a filter finds which names one keyword, source or contributor; null for other filters. */
export function walkedIds(where: ItemWhere, scope: Scope): RawBuilder<unknown> | null {
  const walked = walkedName(where);
  if (walked === undefined) return null;
  const { table, slugs } = walked;
  return linkedIds(table, idBySlug(scope, table, onlyOf(slugs)), { ...where, [table]: null }, scope);
}

function countOfOne(scope: Scope, table: 'keyword' | 'source' | 'contributor', slugs: Param<unknown>) {
  return sql`(select case when count(*) < 2 then coalesce(sum(n.item_count), 0) end
    from ${scope.table(table)} n where n.id in ${idsBySlug(scope, table, slugs)})`;
}

/** The keys of an order of items; `row` is the item, or a link table's row that has the same keys. */
export function itemOrder(row: Row<Pick<ItemRow, 'newest_key' | 'oldest_key'>>, order: ItemOrderName): OrderKey[] {
  const key = order === 'NEWEST' ? row.ref('newest_key') : row.ref('oldest_key');
  return [{ key, direction: 'asc', type: 'text' }];
}
