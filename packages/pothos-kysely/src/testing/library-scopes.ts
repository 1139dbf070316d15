import { sql } from 'kysely';
import type { Scope } from '../source/scope.js';

/** The state `now` or an archive's: a Postgres schema each, and ids that carry the name of an archive. */
export function scopesOf(prefix: string): (key: string) => Scope {
  return (key) => ({
    key,
    table: (name) => sql.id(`${prefix}_${key}`, name),
    id: (expr) => (key === 'now' ? expr : sql<string>`${expr} || ${sql.lit(`~${key}`)}`),
  });
}
