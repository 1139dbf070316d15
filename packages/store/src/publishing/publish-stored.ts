import type { Transaction } from 'kysely';
import { getDocument, getRevision } from '../editorial/load.js';
import type { IssueRecord } from '../editorial/records.js';
import { asPublished, publishRevision } from '../ingest/publish-revision.js';
import type { LogPlace } from '../log/log-head.js';

/** Makes a stored revision of an issue public; a draft that is newer stays one. Returns the seq of the change. */
export async function publishStored(
  trx: Transaction<unknown>,
  place: LogPlace,
  issue: IssueRecord,
  ordinal: number,
  note: string | null,
): Promise<number | null> {
  const [revision, document] = await Promise.all([
    getRevision(trx, issue.id, ordinal),
    getDocument(trx, issue.id, ordinal),
  ]);
  const newest = asPublished({ issue, revision, document }, place.at);
  return publishRevision(trx, place, { newest, former: issue.published_ordinal, note });
}
