import { sql } from 'kysely';
import type { Database } from '../database/database.js';

/** A publication with what is held of it. */
export interface PublicationSummary {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly time_zone: string;
  readonly layout: string | null;
  /** Published issues. */
  readonly issues: number;
  readonly drafts: number;
}

/** All publications, by slug. */
export async function listPublications(database: Database): Promise<readonly PublicationSummary[]> {
  const { rows } = await sql<PublicationSummary>`
    select p.slug, p.title, p.language, p.time_zone, e.layout,
      (select count(*) from published.issue i where i.publication_id = p.id) as issues,
      (select count(*) from draft.issue i where i.publication_id = p.id) as drafts
    from published.publication p join editorial.publication e using (id) order by p.slug
  `.execute(database.kysely);
  return rows;
}
