import { type Kysely, sql } from 'kysely';
import { StoreError } from '../database/store-error.js';

/** A publication as the writing side needs it. */
export interface PublicationFacts {
  readonly id: string;
  readonly slug: string;
  /** The layout that its issues are read with unless one is named. */
  readonly layout: string | null;
  /** BCP 47; of its items where they name none. */
  readonly language: string;
}

/** Finds a publication by its slug. */
export async function findPublication(db: Kysely<unknown>, slug: string): Promise<PublicationFacts | undefined> {
  const found = await sql<PublicationFacts>`
    select e.id, e.slug, e.layout, coalesce(p.language, '') as language
    from editorial.publication e left join published.publication p on p.id = e.id where e.slug = ${slug}
  `.execute(db);
  return found.rows[0];
}

/** Gets a publication by its slug. Throws StoreError UNKNOWN_PUBLICATION, which names those that are there. */
export async function getPublication(db: Kysely<unknown>, slug: string): Promise<PublicationFacts> {
  const found = await findPublication(db, slug);
  if (found !== undefined) return found;
  const { rows } = await sql<{ slug: string }>`select slug from editorial.publication order by slug limit 10`.execute(
    db,
  );
  const known = rows.length === 0 ? 'There is none yet' : `There is ${rows.map((row) => `'${row.slug}'`).join(', ')}`;
  throw new StoreError('UNKNOWN_PUBLICATION', `No publication '${slug}'. ${known}: add it first, or mend the name.`, {
    slug,
  });
}
