import { CompiledQuery, type Transaction } from 'kysely';

/** Takes a value along with a statement and returns its placeholder. */
export type Value = (value: unknown) => string;

/** One of several writes that do not see each other. */
export interface Part {
  /** By which a later part names what this one returns. */
  readonly name: string;
  readonly sql: (value: Value) => string;
}

/**
 * Runs parts as one statement: one way to the database instead of twenty. Its text is put together here and not by Kysely, which takes as
 * long over twenty tables as the projection does.
 */
export async function together(trx: Transaction<unknown>, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const values: unknown[] = [];
  const value: Value = (given) => `$${values.push(given)}`;
  const named = parts.map(({ name, sql }) => `${name} as (${sql(value)})`);
  await trx.executeQuery(CompiledQuery.raw(`with ${named.join(', ')} select 1`, values));
}
