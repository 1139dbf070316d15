import type { Expression, RawBuilder } from 'kysely';

/**
 * The state that is read: it maps each logical table to SQL and each id to its printed form. Everything below
 * a root field inherits its scope. Two scopes with one key must give the same SQL: the key is part of the key under
 * which compiled operations are kept, and of the cursors of lists.
 */
export interface Scope {
  readonly key: string;
  /** What stands after FROM, without an alias: a table, a function call or a subselect in parentheses. */
  table(name: string): RawBuilder<unknown>;
  /** The public form of an id in this state. */
  id(expr: Expression<string>): Expression<string>;
}
