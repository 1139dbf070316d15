import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Compilation, SelectedField } from '../compile/compilation.js';
import { ABSENT_KEY, NULL_KEY } from '../compile/response-key.js';
import { foreignCursor } from './cursor.js';
import type { Page } from './page.js';

/** A list that belongs to an object, and the page that is asked for. */
interface Owned {
  readonly owner: Expression<unknown>;
  readonly page: Page;
}

/**
 * The connection, where its cursors are of the same object; else why not. Which object it is may be known in SQL alone, so the error stands in
 * the JSON: graphql-js, which knows what becomes of the objects around it, tells it.
 */
export function ofOwner(
  compilation: Compilation,
  field: SelectedField,
  { owner, page: { owners } }: Owned,
  connection: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (owners.length === 0) return connection;
  const isWhole = compilation.form === 'whole';
  if (isWhole) compilation.marksNulls = true;
  const { message, extensions } = foreignCursor(field.field.name);
  const told = isWhole ? { [NULL_KEY]: true } : { [ABSENT_KEY]: { code: extensions['code'], message } };
  const isOurs = sql.join(
    owners.map((given) => sql`${owner}::text = ${given}::text`),
    sql` and `,
  );
  return sql`case when ${isOurs} then ${connection} else ${sql.lit(JSON.stringify(told))}::json end`;
}
