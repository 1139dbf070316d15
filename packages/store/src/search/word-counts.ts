import { type Kysely, sql } from 'kysely';
import type { CountedWord } from './search-document.js';

/** How many items more, or fewer, have each word. */
export type WordCounts = Map<string, { readonly word: CountedWord; items: number }>;

/** Adds an item's words, or with -1 takes them away. */
export function countWords(counts: WordCounts, words: readonly CountedWord[], times: 1 | -1): void {
  for (const word of words) {
    // A form that is its own lexeme may be so in one language alone.
    const key = word.form === word.lexeme ? word.form : `${word.form} ${word.lexeme}`;
    const before = counts.get(key);
    if (before === undefined) counts.set(key, { word, items: times });
    else before.items += times;
  }
}

/**
 * A line a word: `items lexeme form printed`. The word without a letter counts the items themselves.
 */
export function printCounts(counts: WordCounts, items: number): string {
  const lines = items === 0 ? [] : [`${items}   `];
  for (const { word, items: more } of counts.values()) {
    if (more !== 0) lines.push(`${more} ${word.lexeme} ${word.form} ${word.printed}`);
  }
  return lines.join('\n');
}

/** Issues' words that wait at most; fewer where there is little to count yet. */
const MOST_NEW = 200;
const ITEMS_A_FOLD = 300;

/**
 * Whether so many words wait that they are to be counted. A word of every issue would have its row changed with every issue: so counts follow
 * some issues late, which the choice of a plan and of a spelling can bear.
 */
export async function hasManyNewWords(trx: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ many: boolean }>`
    select (select count(*) from search.new_words) >=
      least(${MOST_NEW}, (select coalesce(sum(items), 0) from search.word where form = '') / ${ITEMS_A_FOLD}) as many
  `.execute(trx);
  return rows[0]?.many ?? false;
}

/** Counts the words that wait. A word that no item has any more is gone. */
export async function foldWords(trx: Kysely<unknown>): Promise<void> {
  await sql`
    with new as (delete from search.new_words returning words)
    insert into search.word as w (form, lexeme, printed, items)
    select split_part(line, ' ', 3), split_part(line, ' ', 2), max(split_part(line, ' ', 4)), sum(split_part(line, ' ', 1)::integer)
    from new, string_to_table(words, E'\\n') as line
    where line <> ''
    group by 1, 2 having sum(split_part(line, ' ', 1)::integer) <> 0 order by 1, 2
    on conflict (form, lexeme) do update
      set items = w.items + excluded.items, printed = greatest(w.printed, excluded.printed)
  `.execute(trx);
  await sql`delete from search.word where items <= 0`.execute(trx);
}
