import type { Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { withholdNames } from '../curation/load-curation.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { writeDraft } from '../draft/write-draft.js';
import { getFacts } from '../editorial/load.js';
import { type IssueRecord, UNSCHEDULED } from '../editorial/records.js';
import { saveStanding, supersede } from '../editorial/save.js';
import { appendChange } from '../log/append-change.js';
import { type LogPlace, lockLog } from '../log/log-head.js';
import { hideIssue } from './hide-issue.js';
import { calledIssue, getIssueToDecide, type IssueDecision } from './issue-decision.js';

export interface WithdrawInput {
  /** Of the issue, as read in any state. */
  readonly id: string;
  /** Why, for the change log. */
  readonly note?: string;
  /** Who decides, for the audit log: `operator`, or `token:` and an id; the command where it is left out. */
  readonly actor?: string;
}

/**
 * Takes an issue from readers: its rows go to the past, its ids leave tombstones, and in the preview it stands as WITHDRAWN; published again
 * it has the same ids. Of one that is not public it cancels the schedule. Withdrawing what is withdrawn does nothing. All or nothing: one
 * transaction.
 * Throws StoreError: UNKNOWN_ISSUE, NOT_PUBLISHED, NUL_CHARACTER, LONE_SURROGATE.
 */
export async function withdrawIssue(database: Database, { id, note, actor }: WithdrawInput): Promise<IssueDecision> {
  assertBindable(note, 'note');
  return database.transaction(async (trx) => {
    const place = await lockLog(trx);
    const issue = await getIssueToDecide(trx, id);
    const isPublic = issue.published_ordinal !== null;
    const change = isPublic ? await hide(trx, place, issue, note ?? null) : await unschedule(trx, issue);
    if (isPublic || issue.scheduled_at !== null) {
      const outcome = isPublic ? 'WITHDRAWN' : 'UNSCHEDULED';
      await recordAudit(trx, { actor, action: 'withdrawIssue', subject_id: issue.id, outcome, seq: change });
    }
    return { issueId: issue.id, state: 'draft', change };
  });
}

async function hide(
  trx: Transaction<unknown>,
  place: LogPlace,
  issue: IssueRecord,
  note: string | null,
): Promise<number | null> {
  const decided = await withholdNames(trx, issue.id);
  const diff = await hideIssue(trx, place, issue.id, { decided });
  if (issue.published_ordinal !== null) await supersede(trx, issue.id, issue.published_ordinal, place.at);
  await stand(trx, { ...issue, ...UNSCHEDULED, status: 'WITHDRAWN', published_ordinal: null });
  const { publication_id, id: issue_id } = issue;
  return appendChange(trx, place, { kind: 'WITHDRAWN', note, publication_id, issue_id }, diff);
}

async function unschedule(trx: Transaction<unknown>, issue: IssueRecord): Promise<null> {
  if (issue.scheduled_at !== null) await stand(trx, { ...issue, ...UNSCHEDULED });
  else if (issue.status !== 'WITHDRAWN') {
    throw new StoreError(
      'NOT_PUBLISHED',
      `${calledIssue(issue)} is a draft that never was public: there is nothing to withdraw. To forget it for good, purge it.`,
      { field: 'id', id: issue.id },
    );
  }
  return null;
}

/** Keeps where an issue stands, and shows it in the preview. */
async function stand(trx: Transaction<unknown>, issue: IssueRecord): Promise<void> {
  await saveStanding(trx, issue);
  await writeDraft(trx, await getFacts(trx, issue.id, issue.latest_ordinal, 'draft'));
}
