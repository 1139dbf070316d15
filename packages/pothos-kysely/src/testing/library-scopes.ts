import { sql } from 'kysely';
import type { Scope } from '../source/scope.js';

/** The state `now` or an archive's: a Postgres schema each, and ids that carry the name of an archive. */
export function scopeNamed(key: string): Scope {
  return {
    key,
    table: (name) => sql.id(`library_${key}`, name),
    id: (expr) => (key === 'now' ? expr : sql<string>`${expr} || ${sql.lit(`~${key}`)}`),
  };
}
