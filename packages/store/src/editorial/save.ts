import { sql, type Transaction } from 'kysely';
import type { ItemIdentity } from '../project/issue.js';
import type { DocumentRecord, IssueRecord, RevisionRecord } from './records.js';

/** Keeps a document; the same text is kept once. */
export async function saveDocument(trx: Transaction<unknown>, document: DocumentRecord): Promise<void> {
  await sql`
    insert into editorial.document (sha256, format, byte_length, text)
    values (${document.sha256}, ${document.format}, ${document.byte_length}, ${document.text}) on conflict (sha256) do nothing
  `.execute(trx);
}

/** Writes an issue as it is now. */
export async function saveIssue(trx: Transaction<unknown>, issue: IssueRecord): Promise<void> {
  await sql`
    insert into editorial.issue (id, publication_id, slug, status, published_at, latest_ordinal, published_ordinal)
    values (${issue.id}, ${issue.publication_id}, ${issue.slug}, ${issue.status}, ${issue.published_at},
      ${issue.latest_ordinal}, ${issue.published_ordinal})
    on conflict (id) do update set slug = excluded.slug, status = excluded.status, published_at = excluded.published_at,
      latest_ordinal = excluded.latest_ordinal, published_ordinal = excluded.published_ordinal
  `.execute(trx);
}

/** Writes a revision; one that was read again takes its new reading and keeps its place. */
export async function saveRevision(trx: Transaction<unknown>, revision: RevisionRecord): Promise<void> {
  const json = JSON.stringify([revision]);
  await sql`
    insert into editorial.revision
    select * from json_populate_recordset(null::editorial.revision, ${json}::json)
    on conflict (id) do update set layout = excluded.layout, layout_version = excluded.layout_version,
      parser_version = excluded.parser_version, lines = excluded.lines, attributed = excluded.attributed,
      reading = excluded.reading, diagnostics = excluded.diagnostics, item_ids = excluded.item_ids
  `.execute(trx);
}

/** Says that a revision is public from an instant on, and that the one before it no longer is. */
export async function markPublished(
  trx: Transaction<unknown>,
  issue: IssueRecord,
  ordinal: number,
  at: string,
): Promise<void> {
  await sql`
    update editorial.revision set
      published_at = case when ordinal = ${ordinal} then coalesce(published_at, ${at}) else published_at end,
      superseded_at = case when ordinal = ${ordinal} then null else ${at} end
    where issue_id = ${issue.id} and (ordinal = ${ordinal} or ordinal = ${issue.published_ordinal})
  `.execute(trx);
}

/** Remembers in which revision, and where in it, each item of a reading was last seen. */
export async function saveIdentities(
  trx: Transaction<unknown>,
  issueId: string,
  ordinal: number,
  items: readonly ItemIdentity[],
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ id, anchor }, index) => ({
    id,
    issue_id: issueId,
    anchor,
    last_ordinal: ordinal,
    last_index: index,
  }));
  await sql`
    insert into editorial.identity as known
    select * from json_populate_recordset(null::editorial.identity, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set last_ordinal = excluded.last_ordinal, last_index = excluded.last_index
    where known.last_ordinal <= excluded.last_ordinal
  `.execute(trx);
}

/** As saveIdentities, for a revision that was read again: an item that it had and has no more is remembered by its id alone. */
export async function replaceIdentities(
  trx: Transaction<unknown>,
  issueId: string,
  ordinal: number,
  items: readonly ItemIdentity[],
): Promise<void> {
  await sql`
    update editorial.identity set last_index = -1 where issue_id = ${issueId} and last_ordinal = ${ordinal}
  `.execute(trx);
  await saveIdentities(trx, issueId, ordinal, items);
}
