import type { Transaction } from 'kysely';
import { listKnownItems } from '../editorial/known-items.js';
import { type DocumentRecord, type IssueRecord, type RevisionRecord, UNSCHEDULED } from '../editorial/records.js';
import { makeId } from '../identity/id.js';
import { identifyItems } from '../identity/items.js';
import type { LogPlace } from '../log/log-head.js';
import type { IngestTask } from './ingest-task.js';

/** An issue with its newest revision, as they are stored or are to be. */
export interface NewestRevision {
  readonly issue: IssueRecord;
  readonly revision: RevisionRecord;
  readonly document: DocumentRecord;
}

/** Makes a document the newest revision of its issue, its items found again. Stores nothing. */
export async function makeRevision(
  trx: Transaction<unknown>,
  { at }: LogPlace,
  task: IngestTask,
): Promise<NewestRevision> {
  const { document, read, issueId, ordinal } = task;
  const known = task.issue === undefined ? [] : await listKnownItems(trx, issueId, ordinal - 1);
  const items = identifyItems(issueId, read.reading, known);
  const revision = {
    id: makeId('revision', issueId, ordinal),
    issue_id: issueId,
    ordinal,
    created_at: at,
    published_at: null,
    superseded_at: null,
    sha256: document.sha256,
    layout: read.layout,
    layout_version: read.layout_version,
    parser_version: read.parser_version,
    given: read.given,
    lines: read.coverage.lines,
    attributed: read.coverage.attributed,
    reading: read.reading,
    diagnostics: read.diagnostics,
    item_ids: items.map(({ id, anchor }) => ({ id, anchor })),
  };
  return { issue: issueRecord(task), revision, document };
}

function issueRecord({ issue, issueId, publication, slug, ordinal }: IngestTask): IssueRecord {
  if (issue !== undefined) return { ...issue, latest_ordinal: ordinal };
  return {
    id: issueId,
    publication_id: publication.id,
    slug,
    status: 'DRAFT',
    published_at: null,
    latest_ordinal: ordinal,
    published_ordinal: null,
    ...UNSCHEDULED,
    mends: {},
  };
}
