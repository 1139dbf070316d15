import type { Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { writeDraft } from '../draft/write-draft.js';
import { findIssue, getFacts, getRevision } from '../editorial/load.js';
import type { IssueRecord, Mends } from '../editorial/records.js';
import { checkIssueFacts } from '../ingest/check-input.js';
import { showPublished } from '../ingest/show-published.js';
import { type LogPlace, lockLog } from '../log/log-head.js';
import { getIssueToDecide, type IssueDecision, stateOf } from '../publishing/issue-decision.js';
import { changeMends, factsAsRead } from './mends.js';
import { saveCuration } from './save-curation.js';

/** What was read wrong about an issue as a whole. A field that is left out stays as it is; null takes its mend back. */
export interface UpdateIssueInput {
  /** Of the issue, as read in any state. */
  readonly id: string;
  readonly slug?: string | null | undefined;
  readonly number?: number | null | undefined;
  /** `YYYY-MM-DD` */
  readonly publishedOn?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** Who decides, for the audit log: `operator`, or `token:` and an id; the command where it is left out. */
  readonly actor?: string;
}

/**
 * Mends what was read wrong about an issue as a whole, in what is public and in its draft. Kept when the issue is ingested again. The same
 * mend again does nothing; a slug that was changed still finds the issue, for readers and for what is ingested. All or nothing: one transaction.
 * Throws StoreError: UNKNOWN_ISSUE, SLUG_TAKEN, BAD_VALUE, NUL_CHARACTER, LONE_SURROGATE.
 */
export async function updateIssue(database: Database, input: UpdateIssueInput): Promise<IssueDecision> {
  const { slug, number, publishedOn, url, note = null } = input;
  assertBindable(note, 'note');
  checkIssueFacts({
    ...(typeof slug === 'string' ? { slug } : {}),
    ...(typeof number === 'number' ? { number } : {}),
    ...(typeof publishedOn === 'string' ? { publishedOn } : {}),
    ...(typeof url === 'string' ? { url } : {}),
  });
  return database.transaction(async (trx) => {
    const place = await lockLog(trx);
    const issue = await getIssueToDecide(trx, input.id);
    const newest = await getRevision(trx, issue.id, issue.latest_ordinal);
    const mends = changeMends(
      issue.mends,
      { slug, number, published_on: publishedOn, url },
      factsAsRead(issue, newest),
    );
    if (sameMends(mends, issue.mends)) return { issueId: issue.id, state: stateOf(issue), change: null };
    if (mends.slug !== undefined) await checkFree(trx, issue, mends.slug);
    await saveCuration(trx, { operation: 'UPDATE_ISSUE', subject_id: issue.id, data: mends, note, at: place.at });
    const change = await show(trx, place, issue, note);
    const { actor } = input;
    await recordAudit(trx, { actor, action: 'updateIssue', subject_id: issue.id, outcome: 'UPDATED', seq: change });
    return { issueId: issue.id, state: stateOf(issue), change };
  });
}

function sameMends(a: Mends, b: Mends): boolean {
  const names = ['slug', 'number', 'published_on', 'url'] as const;
  return names.every((name) => a[name] === b[name]);
}

async function checkFree(trx: Transaction<unknown>, { id, publication_id }: IssueRecord, slug: string): Promise<void> {
  const other = await findIssue(trx, publication_id, slug);
  if (other === undefined || other.id === id) return;
  throw new StoreError(
    'SLUG_TAKEN',
    `The slug '${slug}' finds another issue of the publication (${other.id}). Choose another slug.`,
    { slug, field: 'slug' },
  );
}

async function show(
  trx: Transaction<unknown>,
  place: LogPlace,
  issue: IssueRecord,
  note: string | null,
): Promise<number | null> {
  if (issue.published_ordinal === null) {
    await writeDraft(trx, await getFacts(trx, issue.id, issue.latest_ordinal, 'draft'));
    return null;
  }
  const facts = await getFacts(trx, issue.id, issue.published_ordinal, 'published');
  return showPublished(trx, place, { issue, facts, before: facts.reading, note });
}
