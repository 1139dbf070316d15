import type { IssueReading } from '@broadsheet/parser';
import type { Transaction } from 'kysely';
import { followPublished, hasDrafts } from '../draft/follow-published.js';
import { dropDraft, rebaseDraft } from '../draft/write-draft.js';
import { getFacts } from '../editorial/load.js';
import type { IssueRecord } from '../editorial/records.js';
import { appendChange, type ChangeFacts } from '../log/append-change.js';
import type { LogPlace } from '../log/log-head.js';
import { type DecidedBeside, publishRows } from '../log/publish-rows.js';
import type { OthersRead } from '../log/read-others.js';
import type { IssueFacts } from '../project/issue.js';

/** A revision that is to be what readers see of its issue. */
export interface Showing extends DecidedBeside {
  readonly issue: IssueRecord;
  readonly facts: IssueFacts;
  /** What they saw before; undefined where it was nothing. */
  readonly before: IssueReading | undefined;
  readonly note: string | null;
  /** For a new issue, what it is shown by of all others, where it is read already. */
  readonly others?: OthersRead | undefined;
  /** Takes part in the last way to the database, with the seq of the change. */
  readonly record?: ((change: number | null) => Promise<void>) | undefined;
}

/** Makes `published` show a revision, brings the drafts up to date, and tells the log. Returns the seq of the change. */
export async function showPublished(
  trx: Transaction<unknown>,
  place: LogPlace,
  { issue, facts, before, note, record, others, ...beside }: Showing,
): Promise<number | null> {
  // Where changes overlap there are none.
  const drafted = place.overlap === undefined ? hasDrafts(trx) : false;
  const [drafts, change] = await Promise.all([drafted, publishRows(trx, place, { facts, before, others, ...beside })]);
  if (drafts) {
    if (issue.published_ordinal === issue.latest_ordinal) await dropDraft(trx, issue.id, before);
    else await rebaseDraft(trx, await getFacts(trx, issue.id, issue.latest_ordinal, 'draft'), before, facts.reading);
    await followPublished(trx, change, beside.decided);
  }
  const kind: ChangeFacts['kind'] = before === undefined ? 'PUBLISHED' : 'CORRECTED';
  return appendChange(
    trx,
    place,
    { kind, note, publication_id: issue.publication_id, issue_id: issue.id, isSearched: true },
    change.diff,
    record,
  );
}
