import type { Transaction } from 'kysely';
import { findIssue, getRevision } from '../editorial/load.js';
import type { DocumentRecord, Given, IssueRecord, RevisionRecord } from '../editorial/records.js';
import { makeId } from '../identity/id.js';
import type { PublicationFacts } from '../publication/get-publication.js';
import { findIssueOf, type IssueFound } from './find-issue.js';
import type { IngestInput } from './ingest-issue.js';
import { withNumberTaken } from './number-taken.js';
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

/** A document that was read, with all that tells which issue it is of. */
export interface TaskInput {
  readonly input: IngestInput;
  readonly publication: PublicationFacts;
  readonly document: DocumentRecord;
  readonly layout: string | null;
  readonly read: DocumentReading;
}

/** Finds the issue that a document is, and what it means to it. What was given with an earlier revision holds until it is given anew. */
export async function findTask(trx: Transaction<unknown>, found: TaskInput): Promise<IngestTask> {
  const { input, publication, document, layout } = found;
  const { slug, issue, taken } = await findIssueFor(trx, found);
  const same = { publication, document, slug, issue };
  const told = (read: DocumentReading) =>
    taken === undefined ? read : withNumberTaken(read, input.document, slug, taken);
  if (issue === undefined) {
    const issueId = makeId('issue', publication.slug, slug);
    return { ...same, issueId, outcome: 'CREATED', read: told(found.read), ordinal: 1 };
  }
  const latest = await getRevision(trx, issue.id, issue.latest_ordinal);
  const read = withFormerlyGiven(input.document, found.read, latest.given, layout);
  const unchanged = isSame(latest, read, document);
  return {
    ...same,
    issueId: issue.id,
    read: told(read),
    outcome: unchanged ? 'UNCHANGED' : 'REVISED',
    ordinal: unchanged ? latest.ordinal : latest.ordinal + 1,
  };
}

async function findIssueFor(trx: Transaction<unknown>, found: TaskInput): Promise<IssueFound> {
  const { input, publication, document, read } = found;
  const { slug } = input;
  if (slug === undefined) return findIssueOf(trx, { publicationId: publication.id, sha256: document.sha256, read });
  return { slug, issue: await findIssue(trx, publication.id, slug), taken: undefined };
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
