import { sql, type Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { writeDraft } from '../draft/write-draft.js';
import { getFacts } from '../editorial/load.js';
import type { IssueRecord } from '../editorial/records.js';
import { saveStanding } from '../editorial/save.js';
import { lockLog } from '../log/log-head.js';
import { calledIssue, getIssueToDecide, type IssueDecision } from './issue-decision.js';
import { publishStored } from './publish-stored.js';

export interface PublishInput {
  /** Of the issue, as read in any state. */
  readonly id: string;
  /** Ordinal of the revision that was looked at: the newest. */
  readonly revision: number;
  /** RFC 3339; later than now by the database's clock makes it SCHEDULED. */
  readonly at?: string;
  readonly note?: string;
  /** Who decides, for the audit log: `operator`, or `token:` and an id; the command where it is left out. */
  readonly actor?: string;
}

/**
 * Makes the newest revision of an issue public, now or later. What is public already stays as it is. A schedule that stands is replaced. All
 * or nothing: one transaction.
 * Throws StoreError: UNKNOWN_ISSUE, UNKNOWN_REVISION, STALE_REVISION, NUL_CHARACTER, LONE_SURROGATE.
 */
export async function publishIssue(database: Database, input: PublishInput): Promise<IssueDecision> {
  const { revision, note = null } = input;
  assertBindable(note, 'note');
  return database.transaction(async (trx) => {
    const place = await lockLog(trx);
    const issue = await getIssueToDecide(trx, input.id);
    checkRevision(issue, revision);
    if (issue.published_ordinal === revision) return { issueId: issue.id, state: 'now', change: null };
    const at = input.at === undefined ? place.at : await instantOf(trx, input.at);
    const isLater = at > place.at;
    if (isLater && isScheduled(issue, { at, revision, note }))
      return { issueId: issue.id, state: 'draft', change: null };
    const decision: IssueDecision = isLater
      ? await schedule(trx, issue, { at, revision, note })
      : { issueId: issue.id, state: 'now', change: await publishStored(trx, place, issue, revision, note) };
    await recordAudit(trx, {
      actor: input.actor,
      action: 'publishIssue',
      subject_id: issue.id,
      outcome: isLater ? 'SCHEDULED' : 'PUBLISHED',
      seq: decision.change,
      detail: isLater ? { revision, at } : { revision },
    });
    return decision;
  });
}

function checkRevision(issue: IssueRecord, revision: number): void {
  const { id, latest_ordinal } = issue;
  if (revision === latest_ordinal) return;
  if (revision < 1 || revision > latest_ordinal) {
    throw new StoreError(
      'UNKNOWN_REVISION',
      `${calledIssue(issue)} has no revision ${revision}; its newest is ${latest_ordinal}.`,
      { field: 'revision', id, revision },
    );
  }
  throw new StoreError(
    'STALE_REVISION',
    `${calledIssue(issue)} has revision ${latest_ordinal}, which came since revision ${revision} was looked at. Look at it in the preview, and publish that one.`,
    { field: 'revision', id, revision, latest: latest_ordinal },
  );
}

/** As the log writes instants, so that two compare as texts. */
async function instantOf(trx: Transaction<unknown>, at: string): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select to_char(${at}::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
  `.execute(trx);
  return rows[0]?.at ?? at;
}

interface Schedule {
  readonly at: string;
  readonly revision: number;
  readonly note: string | null;
}

function isScheduled(issue: IssueRecord, { at, revision, note }: Schedule): boolean {
  return issue.scheduled_at === at && issue.scheduled_ordinal === revision && issue.scheduled_note === note;
}

/** Readers see nothing of it; the preview says when it will be. */
async function schedule(
  trx: Transaction<unknown>,
  issue: IssueRecord,
  { at, revision, note }: Schedule,
): Promise<IssueDecision> {
  await saveStanding(trx, { ...issue, scheduled_at: at, scheduled_ordinal: revision, scheduled_note: note });
  await writeDraft(trx, await getFacts(trx, issue.id, issue.latest_ordinal, 'draft'));
  return { issueId: issue.id, state: 'draft', change: null };
}
