import type { Transaction } from 'kysely';
import { refreshDraftEvents, refreshDraftSeries } from '../draft/refresh-shared.js';
import { dropDraft, hasDrafts } from '../draft/write-draft.js';
import { getFacts, getRevision } from '../editorial/load.js';
import type { IssueRecord } from '../editorial/records.js';
import { markPublished, saveIssue } from '../editorial/save.js';
import { appendChange } from '../log/append-change.js';
import type { LogPlace } from '../log/log-head.js';
import { publishRows } from '../log/publish-rows.js';
import { touchedEvents } from '../shared/events.js';
import { touchedSeries } from '../shared/series.js';

/** Makes an issue's newest revision public, in place of the one before it. Returns the seq of the change. */
export async function publishRevision(
  trx: Transaction<unknown>,
  place: LogPlace,
  issue: IssueRecord,
  note: string | null,
): Promise<number | null> {
  const ordinal = issue.latest_ordinal;
  const before =
    issue.published_ordinal === null ? undefined : await getRevision(trx, issue.id, issue.published_ordinal);
  await markPublished(trx, issue, ordinal, place.at);
  await saveIssue(trx, {
    ...issue,
    status: 'PUBLISHED',
    published_at: issue.published_at ?? place.at,
    published_ordinal: ordinal,
  });
  const facts = await getFacts(trx, issue.id, ordinal, 'published');
  const diff = await publishRows(trx, place, { facts, before: before?.reading });
  if (await hasDrafts(trx)) {
    await dropDraft(trx, issue.id);
    await refreshDraftEvents(trx, touchedEvents(diff));
    await refreshDraftSeries(trx, touchedSeries(diff));
  }
  const kind = before === undefined ? 'PUBLISHED' : 'CORRECTED';
  return appendChange(trx, place, { kind, note, publication_id: issue.publication_id, issue_id: issue.id }, diff);
}
