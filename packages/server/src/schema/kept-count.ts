import type { Scope } from '@broadsheet/pothos-kysely';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { NOW } from '../scopes.js';
import { publicationIds } from './sql.js';

/** How many items or issues a publication or rubric holds, as it is kept for what is public now; null where a filter asks for some of them. */
export function keptCount(
  id: Expression<unknown>,
  of: 'items' | 'issues',
  where: object | null | undefined,
  scope: Scope,
): RawBuilder<unknown> | null {
  if (scope.key !== NOW.key || askedOf(where).length > 0) return null;
  return sql`coalesce((select c.${sql.ref(of)} from ${scope.table('kept_count')} c where c.id = ${id}), 0)`;
}

/** How many items or issues publications hold, as it is kept for what is public now; all publications where none are named. */
export function keptSum(
  scope: Scope,
  of: 'items' | 'issues',
  publications: Expression<unknown> | null,
): RawBuilder<unknown> {
  const ids =
    publications === null
      ? sql`(select p.id from ${scope.table('publication')} p)`
      : publicationIds(scope, publications);
  return sql`(select coalesce(sum(c.${sql.ref(of)}), 0) from ${scope.table('kept_count')} c where c.id in ${ids})`;
}

/** The names of the fields of a filter that ask for something. */
export function askedOf(where: object | null | undefined): readonly string[] {
  return Object.entries(where ?? {}).flatMap(([name, value]) => (value === null || value === undefined ? [] : [name]));
}
