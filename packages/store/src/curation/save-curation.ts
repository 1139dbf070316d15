import { sql, type Transaction } from 'kysely';
import { forgetCuration } from './load-curation.js';

/** A kind of decision; one thing has at most one of each. */
export type Operation = 'UPDATE_ISSUE' | 'UPDATE_ENTITY' | 'MERGE' | 'SPLIT';

/** One decision made by hand. */
export interface Curation {
  readonly operation: Operation;
  readonly subject_id: string;
  /** What was decided; null deletes the decision. */
  readonly data: object | null;
  readonly note: string | null;
  readonly at: string;
}

/** Keeps a decision in place of the one before it, or deletes it: an undone decision leaves no trace. */
export async function saveCuration(
  trx: Transaction<unknown>,
  { operation, subject_id, data, note, at }: Curation,
): Promise<void> {
  forgetCuration(trx);
  if (data === null || Object.keys(data).length === 0) {
    await sql`
      delete from editorial.curation where operation = ${operation} and subject_id = ${subject_id}
    `.execute(trx);
    return;
  }
  await sql`
    insert into editorial.curation (operation, subject_id, data, note, at)
    values (${operation}, ${subject_id}, ${JSON.stringify(data)}::json, ${note}, ${at})
    on conflict (operation, subject_id) do update set data = excluded.data, note = excluded.note, at = excluded.at
  `.execute(trx);
}
