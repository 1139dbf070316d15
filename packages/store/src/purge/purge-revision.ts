import { sql, type Transaction } from 'kysely';
import { showDecided } from '../curation/project-again.js';
import { StoreError } from '../database/store-error.js';
import { writeDraft } from '../draft/write-draft.js';
import { findReading, getFacts } from '../editorial/load.js';
import type { IssueRecord } from '../editorial/records.js';
import { showPublished } from '../ingest/show-published.js';
import { appendChange } from '../log/append-change.js';
import type { LogPlace } from '../log/log-head.js';
import { deleteDocuments } from './delete-editorial.js';
import { forgetItems } from './forget-items.js';
import { type Forgotten, followInDrafts, forgetNames, withForgotten } from './forget-names.js';
import { forgetPeriods } from './forget-periods.js';
import type { Period } from './period.js';
import type { PurgeResult } from './purge.js';
import { listDefined, listTouched } from './touched.js';

/** Purges one revision of an issue, which no state shows any more. In the time in which it was public the issue then is as if withdrawn. */
export async function purgeRevision(
  trx: Transaction<unknown>,
  place: LogPlace,
  issue: IssueRecord,
  ordinal: number,
  note: string | null,
): Promise<PurgeResult> {
  const { id, sha256 } = await getUnshown(trx, issue, ordinal);
  const defined = await listDefined(trx, issue.id, ordinal);
  const periods = await listPeriods(trx, issue.id, id);
  const before = await findReading(trx, 'published', issue.id);
  const forgotten = await forgetNames(trx, issue.id, ordinal);
  await forgetItems(trx, issue.id, ordinal);
  await sql`delete from editorial.curation where subject_id = ${id}`.execute(trx);
  await sql`delete from editorial.revision where id = ${id}`.execute(trx);
  const change = await showWithout(trx, place, issue, { before, note, ...forgotten });
  await followInDrafts(trx, forgotten);
  await sql`delete from past.diagnostic where revision_id = ${id}`.execute(trx);
  await sql`delete from past.revision where id = ${id}`.execute(trx);
  const touched = withForgotten(await listTouched(trx, issue.id, defined), forgotten);
  await forgetPeriods(trx, issue.id, periods, touched);
  return { issueId: issue.id, revisions: 1, documents: await deleteDocuments(trx, [sha256]), change };
}

interface UnshownRevision {
  readonly id: string;
  readonly sha256: string;
}

async function getUnshown(trx: Transaction<unknown>, issue: IssueRecord, ordinal: number): Promise<UnshownRevision> {
  const { rows } = await sql<UnshownRevision>`
    select id, sha256 from editorial.revision where issue_id = ${issue.id} and ordinal = ${ordinal}
  `.execute(trx);
  const [revision] = rows;
  if (revision === undefined) {
    throw new StoreError(
      'UNKNOWN_REVISION',
      `Issue '${issue.slug}' has no revision ${ordinal}; its newest is ${issue.latest_ordinal}.`,
      { slug: issue.slug, revision: ordinal },
    );
  }
  const { published_ordinal, latest_ordinal, scheduled_ordinal } = issue;
  if (![published_ordinal, latest_ordinal, scheduled_ordinal].includes(ordinal)) return revision;
  const shown =
    ordinal === published_ordinal ? 'what readers see' : ordinal === latest_ordinal ? 'the draft' : 'scheduled';
  throw new StoreError(
    'REVISION_SHOWN',
    `Revision ${ordinal} of issue '${issue.slug}' is ${shown}. Ingest and publish another first, or purge the whole issue.`,
    { slug: issue.slug, revision: ordinal },
  );
}

/** When a revision was public, in the order of the log. */
async function listPeriods(trx: Transaction<unknown>, issueId: string, revisionId: string): Promise<Period[]> {
  const { rows } = await sql<Period>`
    select since, until from past.issue where id = ${issueId} and revision_id = ${revisionId} order by since
  `.execute(trx);
  const periods: Period[] = [];
  for (const { since, until } of rows) {
    const last = periods.at(-1);
    if (last?.until === since) periods.splice(-1, 1, { since: last.since, until });
    else periods.push({ since, until });
  }
  return periods;
}

interface Without extends Forgotten {
  readonly before: Awaited<ReturnType<typeof findReading>>;
  readonly note: string | null;
}

/** Tells each state anew, without the revision. */
async function showWithout(
  trx: Transaction<unknown>,
  place: LogPlace,
  issue: IssueRecord,
  { before, note, ...forgotten }: Without,
): Promise<number | null> {
  if (issue.published_ordinal !== null && before !== undefined) {
    const facts = await getFacts(trx, issue.id, issue.published_ordinal, 'published');
    return showPublished(trx, place, { issue, facts, before, note, ...forgotten });
  }
  await writeDraft(trx, await getFacts(trx, issue.id, issue.latest_ordinal, 'draft'));
  if (forgotten.decided.length === 0) return null;
  const facts = { kind: 'CURATED', note, publication_id: null, issue_id: null } as const;
  return appendChange(trx, place, facts, await showDecided(trx, place, forgotten));
}
