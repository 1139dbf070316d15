import { isNonNullType } from 'graphql';
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { AnyConditions } from '../source/source.js';
import type { Compilation, SelectedField } from './compilation.js';
import { NULL_KEY, sqlKey } from './response-key.js';

/** A response key and the expression of its value. */
export interface Column {
  readonly key: string;
  readonly value: Expression<unknown>;
}

/** `a as "x", b as "y"`: what stands after SELECT; nothing where nothing is selected. */
export function columnList(columns: readonly Column[]): RawBuilder<unknown> {
  return sql.join(columns.map(({ key, value }) => sql`${value} as ${sql.id(sqlKey(key))}`));
}

/**
 * The one row of a subselect as a JSON object, null where there is no row. The alias "$o" is no GraphQL name, so
 * that no response key can be taken for it. row_to_json has no limit of 50 pairs, and costs less.
 */
export function jsonObject(subselect: Expression<unknown>): RawBuilder<unknown> {
  return sql`(select row_to_json("$o") from (${subselect}) as "$o")`;
}

/** All rows of a subselect as a JSON list, empty where there is no row. */
export function jsonList(subselect: Expression<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(row_to_json("$o")), '[]') from (${subselect}) as "$o")`;
}

/**
 * An object that the schema promises. Where there is no row after all, the JSON is marked, so that it is not handed out as it is: graphql-js
 * knows what becomes of the objects around it.
 */
export function promised(
  compilation: Compilation,
  { field }: SelectedField,
  object: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (compilation.form === 'tree' || !isNonNullType(field.type)) return object;
  compilation.marksNulls = true;
  return sql`coalesce(${object}, ${sql.lit(`{"${NULL_KEY}":true}`)})`;
}

/** `where (a) and (b)`; nothing where nothing is asked. */
export function where(conditions: readonly Expression<unknown>[]): RawBuilder<unknown> {
  const [only, ...others] = conditions;
  if (!only) return sql``;
  if (others.length === 0) return sql` where ${only}`;
  return sql` where ${sql.join(
    conditions.map((condition) => sql`(${condition})`),
    sql` and `,
  )}`;
}

/** `order by a, b`; nothing where no order is given. */
export function orderBy(keys: readonly Expression<unknown>[]): RawBuilder<unknown> {
  return keys.length === 0 ? sql`` : sql` order by ${sql.join(keys)}`;
}

/** The conditions that are asked, as a list. */
export function conditionList(conditions: AnyConditions): readonly Expression<unknown>[] {
  return isList(conditions) ? conditions.filter(isAsked) : [conditions];
}

function isList(conditions: AnyConditions): conditions is Exclude<AnyConditions, Expression<unknown>> {
  return Array.isArray(conditions);
}

function isAsked(condition: Expression<unknown> | null | undefined | false): condition is Expression<unknown> {
  return Boolean(condition);
}
