import { type Kysely, sql } from 'kysely';
import { type CountedWord, countedWords, PIECE, type SearchedItem } from './search-document.js';

/** Public items as they are searched, by their ids. */
export async function loadSearched(db: Kysely<unknown>, ids: readonly string[]): Promise<readonly SearchedItem[]> {
  const { rows } = await sql<SearchedItem>`
    select i.id, i.issue_id, i.publication_id, i.kind, i.language, i.published_on, i.newest_key, i.title, i.body_text,
      ${idsOf('keyword')} as keyword_ids, ${idsOf('source')} as source_ids, ${idsOf('rubric')} as rubric_ids,
      array(select k.printed from published.item_keyword k where k.item_id = i.id order by k.ordinal) as keywords,
      array(select a.printed from published.attribution a where a.item_id = i.id order by a.ordinal) as sources
    from published.item i where i.id = any(${ids}::text[])
  `.execute(db);
  return rows;
}

function idsOf(name: 'keyword' | 'source' | 'rubric') {
  const id = sql.ref(`l.${name}_id`);
  return sql`array(select ${id} from ${sql.table(`published.item_${name}`)} l where l.item_id = i.id order by 1)`;
}

/** The words that items had when they were last written, for each of those that are there. */
export async function loadStored(
  db: Kysely<unknown>,
  ids: readonly string[],
): Promise<readonly (readonly CountedWord[])[]> {
  const { rows } = await sql<{ language: string; title: string; keywords: string; sources: string; body: string }>`
    select i.language, t.title, t.keywords, t.sources, t.body
    from search.item i join search.item_text t using (id) where i.id = any(${ids}::text[])
  `.execute(db);
  const whole = (text: string): string => text.replaceAll(PIECE, '');
  return rows.map(({ language, title, keywords, sources, body }) =>
    countedWords(language, {
      title: whole(title),
      keywords: whole(keywords),
      sources: whole(sources),
      body: whole(body),
    }),
  );
}
