import { sql, type Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import type { Database } from '../database/database.js';
import { writeDraft } from '../draft/write-draft.js';
import { getFacts, getIssue, getRevision } from '../editorial/load.js';
import type { DocumentRecord, IssueRecord, RevisionRecord } from '../editorial/records.js';
import { replaceIdentities, saveRevision } from '../editorial/save.js';
import { identifyItems, type KnownItem, looksOf } from '../identity/items.js';
import { type LogPlace, lockLog } from '../log/log-head.js';
import { getPublication } from '../publication/get-publication.js';
import { keptBeside } from './number-taken.js';
import { readDocument } from './read-document.js';
import { showPublished } from './show-published.js';

export interface ReparseOptions {
  /** Slug of the only publication to read again; else all. */
  readonly publication?: string;
  /** Say what would change and change nothing. */
  readonly dryRun?: boolean;
  /** Who asks, for the audit log; `command` where it is left out. */
  readonly actor?: string;
}

/** What became of one issue. */
export interface ReparseResult {
  readonly publication: string;
  readonly slug: string;
  /** CURRENT: read by these versions already. SAME: read again with the same facts. CORRECTED: other facts. */
  readonly outcome: 'CURRENT' | 'SAME' | 'CORRECTED';
  readonly change: number | null;
  /** Which issue of how many. */
  readonly done: number;
  readonly total: number;
}

interface Listed {
  readonly id: string;
  readonly slug: string;
  readonly publication: string;
}

/** Reads every document again with the parser and layouts of this version, an issue at a time, and publishes what differs as corrections. */
export async function* reparse(database: Database, options: ReparseOptions = {}): AsyncGenerator<ReparseResult> {
  const issues = await listIssues(database, options.publication);
  for (const [index, { id, slug, publication }] of issues.entries()) {
    const result = await database.transaction((trx) => reparseIssue(trx, id, options));
    yield { publication, slug, ...result, done: index + 1, total: issues.length };
  }
}

async function listIssues(database: Database, publication: string | undefined): Promise<readonly Listed[]> {
  if (publication !== undefined) await getPublication(database.kysely, publication);
  const { rows } = await sql<Listed>`
    select i.id, i.slug, p.slug as publication from editorial.issue i join editorial.publication p on p.id = i.publication_id
    where ${publication ?? null}::text is null or p.slug = ${publication ?? null} order by p.slug, i.slug
  `.execute(database.kysely);
  return rows;
}

type Outcome = Pick<ReparseResult, 'outcome' | 'change'>;

async function reparseIssue(
  trx: Transaction<unknown>,
  id: string,
  { dryRun = false, actor }: ReparseOptions,
): Promise<Outcome> {
  const place = await lockLog(trx);
  const issue = await getIssue(trx, id);
  const { published_ordinal, scheduled_ordinal, latest_ordinal } = issue;
  const shown = new Set([published_ordinal ?? latest_ordinal, scheduled_ordinal ?? latest_ordinal, latest_ordinal]);
  let sum: Outcome = { outcome: 'CURRENT', change: null };
  for (const ordinal of shown) {
    const outcome = await reparseRevision(trx, place, issue, ordinal, dryRun);
    sum = { outcome: worse(sum.outcome, outcome.outcome), change: sum.change ?? outcome.change };
  }
  const { outcome, change } = sum;
  if (!dryRun && outcome !== 'CURRENT') {
    await recordAudit(trx, { actor, action: 'reparse', subject_id: id, outcome, seq: change });
  }
  return sum;
}

async function reparseRevision(
  trx: Transaction<unknown>,
  place: LogPlace,
  issue: IssueRecord,
  ordinal: number,
  dryRun: boolean,
): Promise<Outcome> {
  const before = await getRevision(trx, issue.id, ordinal);
  const after = await readAgain(trx, before);
  if (isCurrent(before, after)) return { outcome: 'CURRENT', change: null };
  const outcome = factsIn(before) === factsIn(after) ? 'SAME' : 'CORRECTED';
  if (dryRun) return { outcome, change: null };
  await saveRevision(trx, after);
  if (outcome === 'SAME') return { outcome, change: null };
  await replaceIdentities(trx, issue.id, ordinal, after.item_ids);
  return { outcome, change: await show(trx, place, issue, before) };
}

async function readAgain(trx: Transaction<unknown>, before: RevisionRecord): Promise<RevisionRecord> {
  const { rows } = await sql<DocumentRecord>`select * from editorial.document where sha256 = ${before.sha256}`.execute(
    trx,
  );
  const [document] = rows;
  if (document === undefined) throw new Error(`Document ${before.sha256} is not in editorial.document.`);
  const read = readDocument(document.text, before.given, before.layout);
  const items = identifyItems(before.issue_id, read.reading, knownIn(before));
  return {
    ...before,
    layout_version: read.layout_version,
    parser_version: read.parser_version,
    lines: read.coverage.lines,
    attributed: read.coverage.attributed,
    reading: read.reading,
    diagnostics: [...keptBeside(before.diagnostics), ...read.diagnostics],
    item_ids: items.map(({ id, anchor }) => ({ id, anchor })),
  };
}

function knownIn({ reading, item_ids }: RevisionRecord): KnownItem[] {
  return looksOf(reading).flatMap((look) => {
    const item = item_ids[look.index];
    return item === undefined ? [] : [{ ...item, look, present: true }];
  });
}

/** Shows a revision that was read again, in the state that it stands in. */
async function show(
  trx: Transaction<unknown>,
  place: LogPlace,
  issue: IssueRecord,
  { ordinal, reading }: RevisionRecord,
): Promise<number | null> {
  if (ordinal === issue.published_ordinal) {
    const facts = await getFacts(trx, issue.id, ordinal, 'published');
    return showPublished(trx, place, { issue, facts, before: reading, note: null });
  }
  // What is scheduled and was followed by another draft stands in no state.
  if (ordinal !== issue.latest_ordinal) return null;
  await writeDraft(trx, await getFacts(trx, issue.id, ordinal, 'draft'), reading);
  return null;
}

function isCurrent(before: RevisionRecord, after: RevisionRecord): boolean {
  return before.parser_version === after.parser_version && before.layout_version === after.layout_version;
}

/** All that a reading says, as one text. */
function factsIn({ reading, diagnostics, lines, attributed, item_ids }: RevisionRecord): string {
  return JSON.stringify([reading, diagnostics, lines, attributed, item_ids]);
}

function worse(a: Outcome['outcome'], b: Outcome['outcome']): Outcome['outcome'] {
  const order = ['CURRENT', 'SAME', 'CORRECTED'] as const;
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
