import type { Coverage, Diagnostic } from '@broadsheet/parser';
import type { Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { loadCuration } from '../curation/load-curation.js';
import { factsAsRead, mendedFacts } from '../curation/mends.js';
import type { Database } from '../database/database.js';
import { hasDrafts } from '../draft/follow-published.js';
import { writeDraft } from '../draft/write-draft.js';
import { getFactsOf, getIssue, getPublicationRow, getRevision } from '../editorial/load.js';
import type { DocumentRecord, Given } from '../editorial/records.js';
import { saveNewest } from '../editorial/save.js';
import type { LogPlace } from '../log/log-head.js';
import { type OthersRead, readOthers } from '../log/read-others.js';
import { getPublication } from '../publication/get-publication.js';
import { checkInput, checkReading } from './check-input.js';
import { findTask, type IngestTask, type TaskInput } from './ingest-task.js';
import { makeRevision, type NewestRevision } from './make-revision.js';
import { asPublished, publishRevision } from './publish-revision.js';
import { documentRecord } from './read-document.js';
import { amongOthers, readBeside } from './reading/read-beside.js';
import { storeInOrder, type Work } from './store-in-order.js';
import type { Share } from './store-together.js';

/** A document to ingest. */
export interface IngestInput {
  /** Slug of the publication. */
  readonly publication: string;
  readonly document: string;
  readonly format?: DocumentRecord['format'];
  /** The layout to read it with; else the publication's, else the one that covers most. */
  readonly layout?: string;
  /** The issue that this is; else told from what is printed. */
  readonly slug?: string;
  /** Where the document prints none. */
  readonly number?: number;
  /** `YYYY-MM-DD`, where the document prints none. */
  readonly publishedOn?: string;
  readonly url?: string;
  /** Publish at once. */
  readonly publish?: boolean;
  readonly note?: string;
  /** Answer as if; store nothing. */
  readonly dryRun?: boolean;
  /** Who asks, for the audit log; `command` where it is left out. */
  readonly actor?: string;
}

/** What became of a document. */
export interface IngestResult {
  readonly outcome: 'CREATED' | 'REVISED' | 'UNCHANGED';
  readonly issueId: string;
  readonly slug: string;
  readonly title: string;
  readonly number: number | null;
  readonly publishedOn: string | null;
  readonly items: number;
  readonly revision: number;
  /** The state that shows it. */
  readonly state: 'now' | 'draft';
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: Coverage;
  /** seq of the change that it appended to the log; null where nothing public changed. */
  readonly change: number | null;
}

/**
 * Reads a document and stores it as an issue's newest revision, as a draft or published. The same document read in the same way again is
 * UNCHANGED. All or nothing. Documents that are given while others are on their way are read meanwhile, and stored in the order in which they
 * were given; those that are ready share a transaction, each with a change of its own, and one that fails takes none of them with it.
 * Throws StoreError: UNKNOWN_PUBLICATION, UNKNOWN_LAYOUT, EMPTY_DOCUMENT, DOCUMENT_TOO_LARGE, NUL_CHARACTER, LONE_SURROGATE, NO_HEADING,
 * BAD_VALUE, ISSUE_CONFLICT.
 */
export async function ingestIssue(database: Database, input: IngestInput): Promise<IngestResult> {
  checkInput(input);
  return amongOthers(() => storeInOrder(database, readInput(database, input)));
}

/** Reads a document, and returns how it is stored. */
async function readInput(database: Database, input: IngestInput): Promise<Work<IngestResult>> {
  const document = documentRecord(input.document, input.format ?? 'TEXT');
  const publication = await getPublication(database.kysely, input.publication);
  const layout = input.layout ?? publication.layout;
  const searchedIn = input.publish === true ? publication.language : null;
  const read = await readBeside({ document: input.document, given: givenOf(input), layout, searchedIn });
  checkReading(input.document, read.facts);
  return (trx, share) => storeRead(trx, share, { input, publication, document, layout, read: read.unpack() });
}

async function storeRead(trx: Transaction<unknown>, share: Share, found: TaskInput): Promise<IngestResult> {
  const { input, publication, read } = found;
  const others = input.publish === true ? readOthers(trx, publication.id, read.reading) : undefined;
  const [place, task, drafts] = await Promise.all([
    share.place,
    findTask(trx, found),
    hasDrafts(trx),
    // Each is read once a transaction, and wanted in the end.
    getPublicationRow(trx, publication.id),
    loadCuration(trx),
  ]);
  const mayOverlap = task.outcome === 'CREATED' && input.publish === true && input.dryRun !== true && !drafts;
  // What a new issue that is public at once reads and writes is known, step by step; anything else waits for all that came before it.
  if (!mayOverlap) await share.overlap.mayWriteShared;
  if (input.dryRun === true) return resultOf(task, task.ordinal, null, stateAfter(task, input));
  return mayOverlap
    ? carryOut(trx, { ...place, overlap: share.overlap }, { task, input, others })
    : carryOut(trx, place, { task, input });
}

function stateAfter({ outcome, issue }: IngestTask, { publish }: IngestInput): IngestResult['state'] {
  const isShown = outcome === 'UNCHANGED' && issue?.published_ordinal === issue?.latest_ordinal;
  return publish === true || isShown ? 'now' : 'draft';
}

interface Carried {
  readonly task: IngestTask;
  readonly input: IngestInput;
  readonly others?: OthersRead | undefined;
}

async function carryOut(
  trx: Transaction<unknown>,
  place: LogPlace,
  { task, input, others }: Carried,
): Promise<IngestResult> {
  const { outcome, issue: stored, ordinal } = task;
  const former = stored?.published_ordinal ?? null;
  if (former === ordinal) return resultOf(task, ordinal, null, 'now');
  if (outcome === 'UNCHANGED' && input.publish !== true) return resultOf(task, ordinal, null, 'draft');
  const made = outcome === 'UNCHANGED' ? await getNewest(trx, task) : await makeRevision(trx, place, task);
  const newest = input.publish === true ? asPublished(made, place.at) : made;
  if (input.publish === true) {
    const note = input.note ?? null;
    const record = (seq: number | null): Promise<void> => recordIngest(trx, input, resultOf(task, ordinal, seq, 'now'));
    const change = await publishRevision(trx, place, { newest, former, note, others, record });
    return resultOf(task, ordinal, change, 'now');
  }
  const saved = saveNewest(trx, newest);
  await Promise.all([saved, getFactsOf(trx, newest, 'draft').then((facts) => writeDraft(trx, facts))]);
  const result = resultOf(task, ordinal, null, 'draft');
  await recordIngest(trx, input, result);
  return result;
}

/** Tells the audit log what was written. */
async function recordIngest(trx: Transaction<unknown>, { actor }: IngestInput, result: IngestResult): Promise<void> {
  const { issueId, outcome, change, revision, state } = result;
  const detail = { revision, published: state === 'now' };
  await recordAudit(trx, { actor, action: 'ingestIssue', subject_id: issueId, outcome, seq: change, detail });
}

async function getNewest(
  trx: Transaction<unknown>,
  { issueId, ordinal, document }: IngestTask,
): Promise<NewestRevision> {
  const [issue, revision] = await Promise.all([getIssue(trx, issueId), getRevision(trx, issueId, ordinal)]);
  return { issue, revision, document };
}

/** What was given beside a document. */
export function givenOf({ number, publishedOn: day, url, format }: Omit<IngestInput, 'publication'>): Given {
  return {
    ...(number === undefined ? {} : { number }),
    ...(day === undefined ? {} : { published_on: day }),
    ...(url === undefined ? {} : { url }),
    ...(format === undefined || format === 'TEXT' ? {} : { format }),
  };
}

function resultOf(
  { outcome, slug, issueId, issue, read }: IngestTask,
  revision: number,
  change: number | null,
  state: IngestResult['state'] = 'draft',
): IngestResult {
  const { reading } = read;
  const facts = mendedFacts(factsAsRead({ slug: issue?.slug ?? slug }, read), issue?.mends ?? {});
  return {
    outcome,
    issueId,
    slug: facts.slug,
    title: reading.title.value,
    number: facts.number,
    publishedOn: facts.published_on,
    items: reading.items.length,
    revision,
    state,
    diagnostics: read.told,
    coverage: read.coverage,
    change,
  };
}
