import { sql, type Transaction } from 'kysely';

/** Who writes where nobody says: the command, on the database itself. Whose account it ran under is nobody's business here. */
export const COMMAND = 'command';

/** A write, as the audit log has it. It holds ids and no text of documents, so that a purge need not look here. */
export interface AuditFacts {
  /** `operator`, `token:` and an id, or `schedule`; `command` where it is undefined. */
  readonly actor: string | undefined;
  /** Name of the mutation, or of what the command does: 'ingestIssue', 'purge'. */
  readonly action: string;
  /** Id of what was written; null where that is the whole database. */
  readonly subject_id: string | null;
  /** What became of it, in capitals. */
  readonly outcome: string;
  /** The change that it appended to the change log. */
  readonly seq?: number | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Appends to the audit log, in the transaction of the write itself: there is no write without its line, and no line without its write. */
export async function recordAudit(trx: Transaction<unknown>, facts: AuditFacts): Promise<void> {
  const { actor = COMMAND, action, subject_id, outcome, seq = null, detail } = facts;
  const json = detail === undefined ? null : JSON.stringify(detail);
  await sql`
    insert into editorial.audit (actor, action, subject_id, outcome, seq, detail)
    values (${actor}, ${action}, ${subject_id}, ${outcome}, ${seq}::bigint, ${json}::json)
  `.execute(trx);
}
