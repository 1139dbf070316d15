import type { Transaction } from 'kysely';
import { StoreError } from '../database/store-error.js';
import { getRevision } from '../editorial/load.js';
import { publishedOn } from '../editorial/published-on.js';
import type { IssueRecord, RevisionRecord } from '../editorial/records.js';
import { findCandidates } from './find-candidates.js';
import { slugCandidates } from './issue-slug.js';
import type { DocumentReading } from './read-document.js';
import { compareIssues, compareNumbers, type IssueEvidence, isSameOfDay } from './same-issue.js';

/** The issue that a document is of: one that is there, or the slug of a new one. */
export interface IssueFound {
  readonly slug: string;
  readonly issue: IssueRecord | undefined;
  /** The issue that has the slug which this one would have had by what is printed; undefined where none has. */
  readonly taken: IssueRecord | undefined;
}

interface Sought {
  readonly publicationId: string;
  readonly sha256: string;
  readonly read: DocumentReading;
}

/**
 * Tells which issue a document is of from what is printed in it and given with it: the same document's; else the one with a slug that it
 * may have, where nothing speaks against it; else one of the same day with most of its items; else a new one, under the best slug that no
 * other issue has. Throws StoreError ISSUE_CONFLICT where it may be the issue that is there or another.
 * @see docs/adr/0011-issue-slugs.md
 */
export async function findIssueOf(
  trx: Transaction<unknown>,
  { publicationId, sha256, read }: Sought,
): Promise<IssueFound> {
  const slugs = slugCandidates(read.reading, read.given).map(({ slug }) => slug);
  const day = publishedOn(read.reading, read.given);
  const found = await findCandidates(trx, { publicationId, sha256, slugs, day });
  const takenFrom = (own: string) => found.find(({ issue: { slug } }) => slug === slugs[0] && slug !== own)?.issue;
  const others = new Set<string>();
  for (const { issue, by } of found.toSorted(
    (a, b) => rank(a.by) - rank(b.by) || slugs.indexOf(a.issue.slug) - slugs.indexOf(b.issue.slug),
  )) {
    const before = await getRevision(trx, issue.id, issue.latest_ordinal);
    const verdict = judge(by, before, read);
    if (verdict === 'SAME') return { slug: issue.slug, issue, taken: takenFrom(issue.slug) };
    if (verdict === 'UNCLEAR') throw conflict(issue, before, read);
    others.add(issue.slug);
  }
  const slug = slugs.find((candidate) => !others.has(candidate));
  if (slug === undefined) throw noSlugLeft(slugs);
  return { slug, issue: undefined, taken: takenFrom(slug) };
}

type Clue = 'DOCUMENT' | 'SLUG' | 'DAY';

function rank(by: Clue): number {
  return by === 'DOCUMENT' ? 0 : by === 'SLUG' ? 1 : 2;
}

function judge(by: Clue, before: IssueEvidence, now: IssueEvidence) {
  switch (by) {
    case 'DOCUMENT':
      if (compareNumbers(before, now) !== 'DIFFER') return 'SAME';
      // A number given with it says that it is to be another issue; a printed one may be the one that was mended since.
      return now.given.number === undefined ? compareIssues(before, now) : 'OTHER';
    case 'SLUG':
      return compareIssues(before, now);
    case 'DAY':
      return isSameOfDay(before, now) ? 'SAME' : 'OTHER';
    default:
      return by satisfies never;
  }
}

function conflict({ slug, published_ordinal }: IssueRecord, before: RevisionRecord, now: IssueEvidence): StoreError {
  const [dayBefore, dayNow] = [before, now].map(({ reading, given }) => publishedOn(reading, given) ?? null);
  // Who may ingest need not be one who may read drafts.
  const dated = before.ordinal === published_ordinal ? `dated ${dayBefore}` : 'with another day';
  const what =
    dayBefore === dayNow || dayBefore === null || dayNow === null
      ? 'and this document has no item in common with it'
      : `${dated}; this document is dated ${dayNow}`;
  return new StoreError(
    'ISSUE_CONFLICT',
    `Issue '${slug}' is there already, ${what}. If it is another issue, give it a slug of its own; if it is the same one, give the slug '${slug}'.`,
    { slug, before: dayBefore ?? null, now: dayNow ?? null },
  );
}

function noSlugLeft(slugs: readonly string[]): StoreError {
  const [slug = ''] = slugs;
  return new StoreError(
    'ISSUE_CONFLICT',
    `Other issues have every slug that this document could have (${slugs.join(', ')}). Give it a slug of its own.`,
    { slug, before: null, now: null },
  );
}
