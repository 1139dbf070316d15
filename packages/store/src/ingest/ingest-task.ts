import type { Transaction } from 'kysely';
import { StoreError } from '../database/store-error.js';
import { findIssue, getRevision } from '../editorial/load.js';
import type { DocumentRecord, Given, IssueRecord, RevisionRecord } from '../editorial/records.js';
import { makeId } from '../identity/id.js';
import type { PublicationFacts } from '../publication/get-publication.js';
import type { IngestInput } from './ingest-issue.js';
import { issueSlug } from './issue-slug.js';
import { type DocumentReading, readDocument } from './read-document.js';

/** A document on its way into an issue. */
export interface IngestTask {
  readonly outcome: 'CREATED' | 'REVISED' | 'UNCHANGED';
  readonly publication: PublicationFacts;
  readonly document: DocumentRecord;
  readonly read: DocumentReading;
  readonly slug: string;
  readonly issueId: string;
  /** The issue as it is; undefined for a new one. */
  readonly issue: IssueRecord | undefined;
  /** The revision that it makes, or is. */
  readonly ordinal: number;
}

interface TaskInput {
  readonly input: IngestInput;
  readonly publication: PublicationFacts;
  readonly document: DocumentRecord;
  readonly layout: string | null;
  readonly read: DocumentReading;
}

/** Finds the issue that a document is, and what it means to it. What was given with an earlier revision holds until it is given anew. */
export async function findTask(trx: Transaction<unknown>, found: TaskInput): Promise<IngestTask> {
  const { input, publication, document, layout } = found;
  const slug = input.slug ?? issueSlug(found.read.reading, found.read.given);
  const issue = await findIssue(trx, publication.id, slug);
  const same = { publication, document, slug, issue };
  if (issue === undefined) {
    const issueId = makeId('issue', publication.slug, slug);
    return { ...same, issueId, outcome: 'CREATED', read: found.read, ordinal: 1 };
  }
  const latest = await getRevision(trx, issue.id, issue.latest_ordinal);
  const read = withFormerlyGiven(input.document, found.read, latest.given, layout);
  if (input.slug === undefined) checkSameIssue(issue, latest, read);
  const unchanged = isSame(latest, read, document);
  return {
    ...same,
    issueId: issue.id,
    read,
    outcome: unchanged ? 'UNCHANGED' : 'REVISED',
    ordinal: unchanged ? latest.ordinal : latest.ordinal + 1,
  };
}

function withFormerlyGiven(
  document: string,
  read: DocumentReading,
  former: Given,
  layout: string | null,
): DocumentReading {
  const { format: _, ...held } = former;
  const given = { ...held, ...read.given };
  return sameGiven(given, read.given) ? read : readDocument(document, given, layout);
}

function isSame(latest: RevisionRecord, read: DocumentReading, { sha256 }: DocumentRecord): boolean {
  return (
    latest.sha256 === sha256 &&
    latest.layout === read.layout &&
    latest.layout_version === read.layout_version &&
    latest.parser_version === read.parser_version &&
    sameGiven(latest.given, read.given)
  );
}

function sameGiven(a: Given, b: Given): boolean {
  return a.number === b.number && a.published_on === b.published_on && a.url === b.url && a.format === b.format;
}

const FAR_APART_DAYS = 45;

/** Printed numbers are not unique: two documents with one number and days far apart are two issues. */
function checkSameIssue(issue: IssueRecord, latest: RevisionRecord, read: DocumentReading): void {
  const { slug, published_ordinal } = issue;
  const before = latest.reading.publishedOn?.value ?? latest.given.published_on;
  const now = read.reading.publishedOn?.value ?? read.given.published_on;
  if (before === undefined || now === undefined) return;
  const days = Math.abs(Date.parse(before) - Date.parse(now)) / 86_400_000;
  if (days <= FAR_APART_DAYS) return;
  // Who may ingest need not be one who may read drafts.
  const dated = latest.ordinal === published_ordinal ? `, dated ${before}` : ' and has another day';
  throw new StoreError(
    'ISSUE_CONFLICT',
    `Issue '${slug}' is there already${dated}; this document is dated ${now}. If it is another issue, give it a slug of its own; if it is the same one, give the slug '${slug}'.`,
    { slug, before, now },
  );
}
