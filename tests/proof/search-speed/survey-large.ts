import type { Database } from '@broadsheet/store';
import { sql } from 'kysely';

/** What a large database has, for queries to be drawn from. */
export interface LargeDatabase {
  /** The commonest word first. */
  readonly words: readonly string[];
  /** The commonest first. */
  readonly keywords: readonly string[];
  /** Some hundred documents. */
  readonly documents: readonly string[];
  /** Some thousand items. */
  readonly itemIds: readonly string[];
}

/** Reads what queries are drawn from; the same whenever the same database is read. */
export async function surveyLarge(database: Database): Promise<LargeDatabase> {
  const list = async (query: ReturnType<typeof sql<{ value: string }>>): Promise<string[]> =>
    (await query.execute(database.kysely)).rows.map(({ value }) => value);
  return {
    words: await list(
      sql`select form as value from search.word where form <> '' group by form order by sum(items) desc, form`,
    ),
    keywords: await list(sql`select slug as value from published.keyword order by item_count desc, slug`),
    documents: await list(sql`select text as value from editorial.document order by md5(sha256) limit 500`),
    itemIds: await list(sql`select id as value from published.item order by md5(id) limit 2000`),
  };
}
