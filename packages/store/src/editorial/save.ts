import type { IssueReading } from '@broadsheet/parser';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { ItemIdentity } from '../project/issue.js';
import type { DocumentRecord, IssueRecord, RevisionRecord } from './records.js';

/**
 * Keeps an issue with its newest revision, that revision's document (the same text is kept once), and in which revision, and where in it,
 * each item was last seen: one statement.
 */
export async function saveNewest(
  trx: Transaction<unknown>,
  {
    issue,
    revision,
    document,
  }: { readonly issue: IssueRecord; readonly revision: RevisionRecord; readonly document: DocumentRecord },
): Promise<void> {
  await sql`
    with d as (
      insert into editorial.document (sha256, format, byte_length, text)
      values (${document.sha256}, ${document.format}, ${document.byte_length}, ${document.text}) on conflict (sha256) do nothing
    ), i as (
      insert into editorial.issue (id, publication_id, slug, status, published_at, latest_ordinal, published_ordinal,
        scheduled_at, scheduled_ordinal, scheduled_note)
      values (${issue.id}, ${issue.publication_id}, ${issue.slug}, ${issue.status}, ${issue.published_at},
        ${issue.latest_ordinal}, ${issue.published_ordinal}, ${issue.scheduled_at}, ${issue.scheduled_ordinal}, ${issue.scheduled_note})
      on conflict (id) do update set slug = excluded.slug, status = excluded.status, published_at = excluded.published_at,
        latest_ordinal = excluded.latest_ordinal, published_ordinal = excluded.published_ordinal,
        scheduled_at = excluded.scheduled_at, scheduled_ordinal = excluded.scheduled_ordinal,
        scheduled_note = excluded.scheduled_note
    ), r as (${writeRevision(revision)})
    ${rememberItems(revision.issue_id, revision.ordinal, revision.item_ids)}
  `.execute(trx);
}

/** Writes where an issue stands in its editorial life. */
export async function saveStanding(trx: Transaction<unknown>, issue: IssueRecord): Promise<void> {
  await sql`
    update editorial.issue set status = ${issue.status}, published_at = ${issue.published_at},
      published_ordinal = ${issue.published_ordinal}, scheduled_at = ${issue.scheduled_at},
      scheduled_ordinal = ${issue.scheduled_ordinal}, scheduled_note = ${issue.scheduled_note}
    where id = ${issue.id}
  `.execute(trx);
}

/** Writes a revision; one that was read again takes its new reading and keeps its place. */
export async function saveRevision(trx: Transaction<unknown>, revision: RevisionRecord): Promise<void> {
  await writeRevision(revision).execute(trx);
}

function writeRevision(revision: RevisionRecord): RawBuilder<unknown> {
  return sql`
    insert into editorial.revision (id, issue_id, ordinal, created_at, published_at, superseded_at, sha256, layout, layout_version,
      parser_version, given, lines, attributed, reading, diagnostics, item_ids)
    values (${revision.id}, ${revision.issue_id}, ${revision.ordinal}, ${revision.created_at}, ${revision.published_at},
      ${revision.superseded_at}, ${revision.sha256}, ${revision.layout}, ${revision.layout_version}, ${revision.parser_version},
      ${JSON.stringify(revision.given)}, ${revision.lines}, ${revision.attributed}, ${readingAsJson(revision.reading)},
      ${JSON.stringify(revision.diagnostics)}, ${JSON.stringify(revision.item_ids)})
    on conflict (id) do update set layout = excluded.layout, layout_version = excluded.layout_version,
      parser_version = excluded.parser_version, lines = excluded.lines, attributed = excluded.attributed,
      reading = excluded.reading, diagnostics = excluded.diagnostics, item_ids = excluded.item_ids,
      published_at = excluded.published_at, superseded_at = excluded.superseded_at
  `;
}

const written = new WeakMap<IssueReading, string>();

/** A reading as it is stored. */
function readingAsJson(reading: IssueReading): string {
  return written.get(reading) ?? JSON.stringify(reading);
}

/** Keeps for a reading how it is stored, where that is known. */
export function keepReadingAsJson(reading: IssueReading, json: string): void {
  written.set(reading, json);
}

/** Says that a revision is public no longer from an instant on. */
export async function supersede(
  trx: Transaction<unknown>,
  issueId: string,
  ordinal: number,
  at: string,
): Promise<void> {
  await sql`
    update editorial.revision set superseded_at = ${at} where issue_id = ${issueId} and ordinal = ${ordinal}
  `.execute(trx);
}

function rememberItems(issueId: string, ordinal: number, items: readonly ItemIdentity[]): RawBuilder<unknown> {
  const rows = items.map(({ id, anchor }, index) => ({
    id,
    issue_id: issueId,
    anchor,
    last_ordinal: ordinal,
    last_index: index,
  }));
  return sql`
    insert into editorial.identity as known
    select * from json_populate_recordset(null::editorial.identity, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set last_ordinal = excluded.last_ordinal, last_index = excluded.last_index
    where known.last_ordinal <= excluded.last_ordinal
  `;
}

/** Remembers the items of a revision that was read again: one that it had and has no more is remembered by its id alone. */
export async function replaceIdentities(
  trx: Transaction<unknown>,
  issueId: string,
  ordinal: number,
  items: readonly ItemIdentity[],
): Promise<void> {
  await sql`
    update editorial.identity set last_index = -1 where issue_id = ${issueId} and last_ordinal = ${ordinal}
  `.execute(trx);
  await rememberItems(issueId, ordinal, items).execute(trx);
}
