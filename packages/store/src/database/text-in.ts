import { CompiledQuery, type Transaction } from 'kysely';
import { asText } from './kysely-dialect.js';

/**
 * `Database.text` inside a transaction, with the rights of the transaction's owner: one statement; the first column of its first row as the
 * database prints it, null where there is none. For what a mutation answers with.
 *
 * @throws {StoreError} with a code of a statement or of a value.
 */
export async function textIn<T>(
  trx: Transaction<T>,
  sql: string,
  parameters: readonly unknown[],
): Promise<string | null> {
  const { rows } = await trx.executeQuery<{ text: string | null }>(asText(CompiledQuery.raw(sql, [...parameters])));
  return rows[0]?.text ?? null;
}
