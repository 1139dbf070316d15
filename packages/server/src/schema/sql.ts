import { isParam, type Param, type Row, type Scope } from '@broadsheet/pothos-kysely';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { isPast, PAST_NEWEST } from '../scopes.js';

/** `a = b` */
export function eq(a: Expression<unknown>, b: Expression<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`${a} = ${b}`;
}

/** `a = any (list)`: fits nothing where the list is empty. */
export function anyOf(a: Expression<unknown>, list: Expression<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`${a} = any(${list}::text[])`;
}

/** Whether a lifted argument, whose type is not known any more, is a text. Which value it has is told at the call. */
export function isTextParam(value: unknown): value is Param<string> {
  return isParam(value);
}

/** The ids of a table's rows with one of the slugs, those that were merged or renamed away among them. */
export function idsBySlug(
  scope: Scope,
  table: 'source' | 'keyword' | 'contributor',
  slugs: Param<unknown>,
): RawBuilder<unknown> {
  return sql`(select n.id from ${scope.table(table)} n where n.slug = any(${slugs}::text[])
    union all select r.target_id from ${scope.table('redirect')} r
    where r.type = ${sql.lit(TYPES[table])} and r.slug = any(${slugs}::text[]))`;
}

/** The id of the row with a slug, or of the one that the slug was merged or renamed into. */
export function idBySlug(
  scope: Scope,
  table: 'source' | 'keyword' | 'contributor',
  slug: Expression<string>,
): RawBuilder<unknown> {
  return firstOf(
    scope,
    sql`(select n.id from ${scope.table(table)} n where n.slug = ${slug})`,
    sql`(select r.target_id from ${scope.table('redirect')} r where r.type = ${sql.lit(TYPES[table])} and r.slug = ${slug})`,
  );
}

/**
 * The first of two values that is there, to find a row by. In the past it is a subselect: a policy stands before those tables, and the planner
 * lets an index be searched before it for a value, and not for COALESCE, which might tell of rows that the policy hides.
 */
export function firstOf(scope: Scope, one: Expression<unknown>, other: Expression<unknown>): RawBuilder<unknown> {
  const first = sql`coalesce(
    ${one},
    ${other})`;
  return isPast(scope) ? sql`(select ${first})` : first;
}

const TYPES = { source: 'Source', keyword: 'Keyword', contributor: 'Contributor' } as const;

/** The one value of a list of one. */
export function onlyOf(list: Param<unknown>): RawBuilder<string> {
  return sql<string>`(${list}::text[])[1]`;
}

/** The ids of the publications with one of the slugs. */
export function publicationIds(scope: Scope, slugs: Expression<unknown>): RawBuilder<unknown> {
  return sql`(select p.id from ${scope.table('publication')} p where p.slug = any(${slugs}::text[]))`;
}

/** That a row is of one of the publications with these slugs. */
export function ofPublication(
  row: Row<{ readonly publication_id: string }>,
  slugs: Param<unknown>,
  scope: Scope,
): RawBuilder<SqlBool> {
  // Of one publication the index has the rows in their order.
  if (slugs.isSingle && !isPast(scope))
    return eq(
      row.ref('publication_id'),
      sql`(select p.id from ${scope.table('publication')} p where p.slug = ${onlyOf(slugs)})`,
    );
  const isOf = sql<SqlBool>`${row.ref('publication_id')} in ${publicationIds(scope, slugs)}`;
  // Of the past the planner knows no figures. Where it may join, it reads all issues of a publication and sorts them; a test it makes row by row.
  return isPast(scope) ? sql<SqlBool>`(${isOf}) is true` : isOf;
}

/**
 * Keeps a list that begins with the newest from walking over all that came since: in a past no row has a newer day than that past had. It
 * narrows nothing, in any order.
 */
export function withinPast(row: Row<{ readonly newest_key: string }>, scope: Scope): RawBuilder<SqlBool>[] {
  return isPast(scope) ? [sql<SqlBool>`${row.ref('newest_key')} >= ${PAST_NEWEST}`] : [];
}

/** Both ends of a range of days as a filter gives them. */
export interface LiftedRange {
  readonly from?: Expression<unknown> | null | undefined;
  readonly to?: Expression<unknown> | null | undefined;
}

/** The conditions that a day lies in a range, both ends taken in. */
export function inRange(day: Expression<unknown>, range: LiftedRange | null | undefined): RawBuilder<SqlBool>[] {
  const { from, to } = range ?? {};
  return [
    ...(from ? [sql<SqlBool>`${day} >= ${from}::date`] : []),
    ...(to ? [sql<SqlBool>`${day} <= ${to}::date`] : []),
  ];
}

/** A text in the format asked for: the columns end in _text, _markdown and _html. */
export function inFormat<Name extends string>(
  row: Row<{ readonly [Column in `${Name}_${'text' | 'markdown' | 'html'}`]: unknown }>,
  name: Name,
  format: 'TEXT' | 'MARKDOWN' | 'HTML',
): RawBuilder<unknown> {
  switch (format) {
    case 'TEXT':
      return row.ref(`${name}_text`);
    case 'MARKDOWN':
      return row.ref(`${name}_markdown`);
    case 'HTML':
      return row.ref(`${name}_html`);
    default:
      return format satisfies never;
  }
}
