import type { Transaction } from 'kysely';
import { getRevision } from '../editorial/load.js';
import type { IssueRecord } from '../editorial/records.js';
import { markPublished, saveIssue } from '../editorial/save.js';
import type { LogPlace } from '../log/log-head.js';
import { showPublished } from './show-published.js';

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
  const published: IssueRecord = {
    ...issue,
    status: 'PUBLISHED',
    published_at: issue.published_at ?? place.at,
    published_ordinal: ordinal,
  };
  await saveIssue(trx, published);
  return showPublished(trx, place, { issue: published, ordinal, before: before?.reading, note });
}
