import { sql } from 'kysely';
import type { Database } from '../database/database.js';

/** A line of the audit log. Instants are RFC 3339 in UTC. */
export interface AuditLine {
  readonly id: number;
  /** When it was written; of refusals, the last. */
  readonly at: string;
  readonly actor: string;
  /** Name of the token that the actor is. */
  readonly token_name: string | null;
  readonly action: string;
  readonly subject_id: string | null;
  readonly outcome: string;
  readonly seq: number | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  /** How often, of refusals; else 1. */
  readonly times: number;
}

export interface ListAuditInput {
  /** RFC 3339; only lines of that instant and after it. */
  readonly since?: string | null;
  /** Where to go on: the last line that was read. */
  readonly after?: Pick<AuditLine, 'id' | 'at'> | null;
  /** Lines at most. */
  readonly first: number;
}

/** A page of the audit log, the oldest first. */
export async function listAudit({ kysely }: Database, input: ListAuditInput): Promise<readonly AuditLine[]> {
  const { since = null, after = null, first } = input;
  const { rows } = await sql<AuditLine>`
    select a.id, a.at, a.actor, t.name as token_name, a.action, a.subject_id, a.outcome, a.seq, a.detail, a.times
    from editorial.audit a left join editorial.token t on a.actor = 'token:' || t.id
    where (${since}::timestamptz is null or a.at >= ${since}::timestamptz)
      and (${after?.at ?? null}::timestamptz is null or (a.at, a.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::bigint))
    order by a.at, a.id limit ${first}
  `.execute(kysely);
  return rows;
}
