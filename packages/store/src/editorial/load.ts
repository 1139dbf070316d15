import type { IssueReading } from '@broadsheet/parser';
import { sql, type Transaction } from 'kysely';
import type { IssueFacts, ProjectedRevision } from '../project/issue.js';
import type { PublicationRow, RevisionRow } from '../tables.js';
import { publishedOn } from './published-on.js';
import type { DocumentRecord, IssueRecord, RevisionRecord } from './records.js';

/** Finds an issue by its place in a publication. */
export async function findIssue(
  trx: Transaction<unknown>,
  publicationId: string,
  slug: string,
): Promise<IssueRecord | undefined> {
  const found = await sql<IssueRecord>`
    select * from editorial.issue where publication_id = ${publicationId} and slug = ${slug}
  `.execute(trx);
  return found.rows[0];
}

/** Gets an issue by its id. */
export async function getIssue(trx: Transaction<unknown>, id: string): Promise<IssueRecord> {
  const found = await sql<IssueRecord>`select * from editorial.issue where id = ${id}`.execute(trx);
  const [issue] = found.rows;
  if (issue === undefined) throw new Error(`Issue ${id} is not in editorial.issue.`);
  return issue;
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
  const { rows } = await sql<{ issue: IssueRecord; publication: PublicationRow; document: DocumentRecord }>`
    select row_to_json(i) as issue, row_to_json(p) as publication, row_to_json(d) as document
    from editorial.issue i
    join published.publication p on p.id = i.publication_id
    join editorial.revision r on r.issue_id = i.id and r.ordinal = ${ordinal}
    join editorial.document d on d.sha256 = r.sha256
    where i.id = ${issueId}
  `.execute(trx);
  const [found] = rows;
  if (found === undefined) throw new Error(`Revision ${ordinal} of ${issueId} is not in the editorial tables.`);
  const shown = await getRevision(trx, issueId, ordinal);
  const listed = await listRevisions(trx, issueId, state);
  const first = listed.find(({ row }) => row.ordinal === ordinal);
  if (first === undefined)
    throw new Error(`Revision ${ordinal} of ${issueId} is not listed among those of the ${state} state.`);
  const revisions = [first, ...listed.filter((revision) => revision !== first)] as const;
  return factsOf({ ...found, shown, status: state === 'draft' ? 'DRAFT' : 'PUBLISHED', revisions });
}

interface FactsInput {
  readonly issue: IssueRecord;
  readonly publication: PublicationRow;
  readonly document: DocumentRecord;
  readonly shown: RevisionRecord;
  readonly revisions: IssueFacts['revisions'];
  readonly status: IssueFacts['status'];
}

function factsOf({ issue, publication, document, shown, revisions, status }: FactsInput): IssueFacts {
  return {
    publication,
    id: issue.id,
    slug: issue.slug,
    number: shown.reading.number?.value ?? shown.given.number ?? null,
    published_on: publishedOn(shown.reading, shown.given) ?? null,
    published_at: issue.published_at,
    url: shown.given.url ?? null,
    status,
    reading: shown.reading,
    document: document.text,
    items: shown.item_ids,
    revisions,
  };
}

const REVISION_COLUMNS = sql`r.id, r.issue_id, r.ordinal, r.created_at, r.published_at, r.superseded_at, r.sha256, d.format,
  d.byte_length, r.lines, r.attributed`;

/** The revisions that a state lists: in `published` those that were public, in `draft` all. */
async function listRevisions(
  trx: Transaction<unknown>,
  issueId: string,
  state: 'published' | 'draft',
): Promise<ProjectedRevision[]> {
  const { rows } = await sql<RevisionRow & Pick<RevisionRecord, 'diagnostics'>>`
    select ${REVISION_COLUMNS}, r.diagnostics from editorial.revision r join editorial.document d using (sha256)
    where r.issue_id = ${issueId} and (${state} = 'draft' or r.published_at is not null) order by r.ordinal
  `.execute(trx);
  return rows.map(({ diagnostics, ...row }) => ({ row, diagnostics }));
}
