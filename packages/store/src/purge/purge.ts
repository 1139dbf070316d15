import type { Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { findIssue } from '../editorial/load.js';
import type { IssueRecord } from '../editorial/records.js';
import { lockLog } from '../log/log-head.js';
import { getPublication } from '../publication/get-publication.js';
import { purgeIssue } from './purge-issue.js';
import { purgeRevision } from './purge-revision.js';

/** What is to be forgotten. */
export interface PurgeInput {
  /** Slug of the publication. */
  readonly publication: string;
  /** Slug of the issue. */
  readonly issue: string;
  /** Ordinal of the only revision to purge, one that is not shown any more; else the whole issue. */
  readonly revision?: number;
  /** Why, for the change log. */
  readonly note?: string;
  /** Who asks, for the audit log; `command` where it is left out. */
  readonly actor?: string;
}

/** What a purge took away. */
export interface PurgeResult {
  readonly issueId: string;
  readonly revisions: number;
  /** Documents that no other revision has. */
  readonly documents: number;
  /** seq of the change; null for what never was public, of which the log says nothing. */
  readonly change: number | null;
}

/**
 * Deletes an issue, or one superseded revision of it, for good: its documents, its readings, its rows in every state and in the past, and
 * the names that only it printed. Ids stay in the log and in tombstones. All or nothing: one transaction. Nothing brings it back but the
 * document itself.
 * Throws StoreError: UNKNOWN_PUBLICATION, UNKNOWN_ISSUE, UNKNOWN_REVISION, REVISION_SHOWN, NUL_CHARACTER, LONE_SURROGATE.
 * @see docs/adr/0009-purge.md
 */
export async function purge(database: Database, input: PurgeInput): Promise<PurgeResult> {
  const note = input.note ?? null;
  assertBindable(note, 'note');
  const { id } = await getPublication(database.kysely, input.publication);
  return database.transaction(async (trx) => {
    const place = await lockLog(trx);
    const issue = await getIssueOf(trx, id, input);
    const { actor, revision } = input;
    const result =
      revision === undefined
        ? await purgeIssue(trx, place, issue, note)
        : await purgeRevision(trx, place, issue, revision, note);
    const detail = { revision: revision ?? null };
    await recordAudit(trx, {
      actor,
      action: 'purge',
      subject_id: issue.id,
      outcome: 'PURGED',
      seq: result.change,
      detail,
    });
    return result;
  });
}

async function getIssueOf(
  trx: Transaction<unknown>,
  publicationId: string,
  { publication, issue: slug }: PurgeInput,
): Promise<IssueRecord> {
  const issue = await findIssue(trx, publicationId, slug);
  if (issue !== undefined) return issue;
  throw new StoreError('UNKNOWN_ISSUE', `The publication '${publication}' has no issue '${slug}'. Mend the slug.`, {
    publication,
    slug,
  });
}
