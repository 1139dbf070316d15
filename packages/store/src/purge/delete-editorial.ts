import { sql, type Transaction } from 'kysely';

/** How much was deleted. */
export interface Deleted {
  readonly revisions: number;
  readonly documents: number;
}

/** Deletes an issue from the editors' side: its revisions, its items' identities, decisions about them, and documents that only it has. */
export async function deleteIssue(trx: Transaction<unknown>, issueId: string): Promise<Deleted> {
  await sql`
    delete from editorial.curation where subject_id = ${issueId}
      or subject_id in (select id from editorial.identity where issue_id = ${issueId})
      or subject_id in (select id from editorial.revision where issue_id = ${issueId})
  `.execute(trx);
  await sql`delete from editorial.identity where issue_id = ${issueId}`.execute(trx);
  const { rows } = await sql<{ sha256: string }>`
    delete from editorial.revision where issue_id = ${issueId} returning sha256
  `.execute(trx);
  await sql`delete from editorial.issue where id = ${issueId}`.execute(trx);
  const hashes = rows.map(({ sha256 }) => sha256);
  return { revisions: rows.length, documents: await deleteDocuments(trx, hashes) };
}

/** Deletes those of the documents that no revision has. */
export async function deleteDocuments(trx: Transaction<unknown>, hashes: readonly string[]): Promise<number> {
  const { rows } = await sql`
    delete from editorial.document d where d.sha256 = any(${hashes}::text[])
      and not exists (select from editorial.revision r where r.sha256 = d.sha256) returning d.sha256
  `.execute(trx);
  return rows.length;
}
