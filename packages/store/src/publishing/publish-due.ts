import { sql, type Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import type { Database } from '../database/database.js';
import { findIssueById } from '../editorial/load.js';
import { lockLog } from '../log/log-head.js';
import { publishStored } from './publish-stored.js';

/** What is scheduled. */
export interface Scheduled {
  /** Ids of the issues whose time has come, the earliest first. */
  readonly due: readonly string[];
  /** Milliseconds until the next one is due; null where nothing else is scheduled. */
  readonly next_ms: number | null;
}

/** Looks at what is scheduled, by the database's clock, without a lock. */
export async function listScheduled(database: Database): Promise<Scheduled> {
  const { rows } = await sql<{ id: string; wait_ms: number }>`
    select id, (extract(epoch from scheduled_at::timestamptz - clock_timestamp()) * 1000)::float8 as wait_ms
    from editorial.issue where scheduled_at is not null order by scheduled_at, id limit 100
  `.execute(database.kysely);
  return {
    due: rows.filter(({ wait_ms }) => wait_ms <= 0).map(({ id }) => id),
    next_ms: rows.find(({ wait_ms }) => wait_ms > 0)?.wait_ms ?? null,
  };
}

/**
 * Publishes what was scheduled of an issue, if its time has come and nobody else has: the log's lock is taken first, so of several servers one
 * does it. Returns the seq of the change; null where there was nothing to do.
 */
export async function publishDue(database: Database, issueId: string): Promise<number | null> {
  return database.transaction(async (trx: Transaction<unknown>) => {
    const place = await lockLog(trx);
    const issue = await findIssueById(trx, issueId);
    if (issue === undefined || issue.scheduled_at === null || issue.scheduled_ordinal === null) return null;
    if (issue.scheduled_at > place.at) return null;
    const revision = issue.scheduled_ordinal;
    const change = await publishStored(trx, place, issue, revision, issue.scheduled_note);
    await recordAudit(trx, {
      actor: 'schedule',
      action: 'publishIssue',
      subject_id: issue.id,
      outcome: 'PUBLISHED',
      seq: change,
      detail: { revision },
    });
    return change;
  });
}
