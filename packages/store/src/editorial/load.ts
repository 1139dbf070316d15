import type { IssueReading } from '@broadsheet/parser';
import { sql, type Transaction } from 'kysely';
import { factsAsRead, mendedFacts } from '../curation/mends.js';
import type { IssueFacts, ProjectedRevision } from '../project/issue.js';
import { redirectSlug } from '../project/issue-redirects.js';
import type { PublicationRow, RevisionRow } from '../tables.js';
import type { DocumentRecord, IssueRecord, RevisionRecord } from './records.js';

/** Finds an issue by its place in a publication: by its slug, or by one that it was given by hand, now or before. */
export async function findIssue(
  trx: Transaction<unknown>,
  publicationId: string,
  slug: string,
): Promise<IssueRecord | undefined> {
  const given = redirectSlug(publicationId, slug);
  const found = await sql<IssueRecord>`
    select ${ISSUE_COLUMNS} from editorial.issue i where i.id = coalesce(
      (select e.id from editorial.issue e where e.publication_id = ${publicationId} and e.slug = ${slug}),
      (select p.id from published.issue p where p.publication_id = ${publicationId} and p.slug = ${slug}),
      (select d.id from draft.issue d where d.publication_id = ${publicationId} and d.slug = ${slug}),
      (select r.target_id from published.redirect r where r.type = 'Issue' and r.slug = ${given}),
      (select r.target_id from draft.redirect r where r.type = 'Issue' and r.slug = ${given}))
  `.execute(trx);
  return found.rows[0];
}

/** The columns of an issue's record, from `editorial.issue i`. */
export const ISSUE_COLUMNS = sql`i.*, coalesce((select c.data from editorial.curation c
  where c.operation = 'UPDATE_ISSUE' and c.subject_id = i.id), '{}') as mends`;

/** Gets an issue by its id. */
export async function getIssue(trx: Transaction<unknown>, id: string): Promise<IssueRecord> {
  const issue = await findIssueById(trx, id);
  if (issue === undefined) throw new Error(`Issue ${id} is not in editorial.issue.`);
  return issue;
}

/** Finds an issue by its id. */
export async function findIssueById(trx: Transaction<unknown>, id: string): Promise<IssueRecord | undefined> {
  const found = await sql<IssueRecord>`select ${ISSUE_COLUMNS} from editorial.issue i where i.id = ${id}`.execute(trx);
  return found.rows[0];
}

/** Gets one revision of an issue, whole. */
export async function getRevision(
  trx: Transaction<unknown>,
  issueId: string,
  ordinal: number,
): Promise<RevisionRecord> {
  const found = await sql<RevisionRecord>`
    select * from editorial.revision where issue_id = ${issueId} and ordinal = ${ordinal}
  `.execute(trx);
  const [revision] = found.rows;
  if (revision === undefined) throw new Error(`Revision ${ordinal} of ${issueId} is not in editorial.revision.`);
  return revision;
}

/** The reading that a state shows of an issue. */
export async function findReading(
  trx: Transaction<unknown>,
  state: 'published' | 'draft',
  issueId: string,
): Promise<IssueReading | undefined> {
  const { rows } = await sql<{ reading: IssueReading }>`
    select r.reading from ${sql.table(`${state}.issue`)} i join editorial.revision r on r.id = i.revision_id
    where i.id = ${issueId}
  `.execute(trx);
  return rows[0]?.reading;
}

/** Gets what the rows of an issue are projected from, for one of its revisions, as a state shows it. */
export async function getFacts(
  trx: Transaction<unknown>,
  issueId: string,
  ordinal: number,
  state: 'published' | 'draft',
): Promise<IssueFacts> {
  const [issue, revision, document] = await Promise.all([
    getIssue(trx, issueId),
    getRevision(trx, issueId, ordinal),
    getDocument(trx, issueId, ordinal),
  ]);
  return getFactsOf(trx, { issue, revision, document }, state);
}

/** As getFacts, for a revision that is at hand. */
export async function getFactsOf(
  trx: Transaction<unknown>,
  shown: {
    readonly issue: IssueRecord;
    readonly revision: RevisionRecord;
    readonly document: Pick<DocumentRecord, 'format' | 'byte_length' | 'text'>;
  },
  state: 'published' | 'draft',
): Promise<IssueFacts> {
  const { issue, revision, document } = shown;
  const [publication, others] = await Promise.all([
    getPublicationRow(trx, issue.publication_id),
    issue.latest_ordinal === 1 ? [] : listOthers(trx, revision, state),
  ]);
  return {
    publication,
    id: issue.id,
    ...mendedFacts(factsAsRead(issue, revision), issue.mends),
    published_at: issue.published_at ?? (state === 'draft' ? issue.scheduled_at : null),
    status: state === 'draft' ? draftStatus(issue) : 'PUBLISHED',
    reading: revision.reading,
    document: document.text,
    items: revision.item_ids,
    revisions: [{ row: revisionRow(revision, document), diagnostics: revision.diagnostics }, ...others],
  };
}

/** What the preview says of an issue that has rows of its own there. */
function draftStatus({ status, scheduled_at }: IssueRecord): IssueFacts['status'] {
  if (scheduled_at !== null) return 'SCHEDULED';
  return status === 'WITHDRAWN' ? 'WITHDRAWN' : 'DRAFT';
}

/** Gets the document of a revision, in the format that the revision was read as. */
export async function getDocument(
  trx: Transaction<unknown>,
  issueId: string,
  ordinal: number,
): Promise<DocumentRecord> {
  const { rows } = await sql<DocumentRecord>`
    select d.sha256, coalesce(r.given->>'format', d.format) as format, d.byte_length, d.text
    from editorial.revision r join editorial.document d using (sha256)
    where r.issue_id = ${issueId} and r.ordinal = ${ordinal}
  `.execute(trx);
  const [document] = rows;
  if (document === undefined)
    throw new Error(`Revision ${ordinal} of ${issueId} has no document in editorial.document.`);
  return document;
}

/** What a transaction has read of publications, which it does not change while it shows issues of them. */
const publications = new WeakMap<Transaction<unknown>, Map<string, Promise<PublicationRow>>>();

/** Gets what is public of a publication; a transaction reads it once. */
export function getPublicationRow(trx: Transaction<unknown>, id: string): Promise<PublicationRow> {
  const read = publications.get(trx) ?? new Map<string, Promise<PublicationRow>>();
  publications.set(trx, read);
  const row = read.get(id) ?? readPublicationRow(trx, id);
  read.set(id, row);
  return row;
}

async function readPublicationRow(trx: Transaction<unknown>, id: string): Promise<PublicationRow> {
  const { rows } = await sql<PublicationRow>`select * from published.publication where id = ${id}`.execute(trx);
  const [publication] = rows;
  if (publication === undefined) throw new Error(`Publication ${id} is not in published.publication.`);
  return publication;
}

function revisionRow(
  { id, issue_id, ordinal, created_at, published_at, superseded_at, sha256, lines, attributed }: RevisionRecord,
  { format, byte_length }: Pick<DocumentRecord, 'format' | 'byte_length'>,
): RevisionRow {
  return {
    id,
    issue_id,
    ordinal,
    created_at,
    published_at,
    superseded_at,
    sha256,
    format,
    byte_length,
    lines,
    attributed,
  };
}

const REVISION_COLUMNS = sql`r.id, r.issue_id, r.ordinal, r.created_at, r.published_at, r.superseded_at, r.sha256, coalesce(r.given->>'format', d.format) as format,
  d.byte_length, r.lines, r.attributed`;

/** The other revisions that a state lists of an issue: in `published` those that were public, in `draft` all. */
async function listOthers(
  trx: Transaction<unknown>,
  { issue_id, ordinal }: RevisionRecord,
  state: 'published' | 'draft',
): Promise<ProjectedRevision[]> {
  const { rows } = await sql<RevisionRow & Pick<RevisionRecord, 'diagnostics'>>`
    select ${REVISION_COLUMNS}, r.diagnostics from editorial.revision r join editorial.document d using (sha256)
    where r.issue_id = ${issue_id} and r.ordinal <> ${ordinal} and (${state} = 'draft' or r.published_at is not null)
    order by r.ordinal
  `.execute(trx);
  return rows.map(({ diagnostics, ...row }) => ({ row, diagnostics }));
}
