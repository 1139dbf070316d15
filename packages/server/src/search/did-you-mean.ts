import { nearForms, type SearchQuery } from '@broadsheet/store';
import { type RawBuilder, sql } from 'kysely';
import { type SearchInput, strictMatches } from './matches.js';
import { soughtBy } from './sought.js';

/** A query that finds as many finds enough. */
const ENOUGH = 3;

/** Words of a query that are looked at. */
const MOST_WORDS = 8;

/** How much likelier a letter left out, or two that changed places, than one put in or changed. */
const LIKELIER = 10;

/** By how much commoner another spelling has to be than a word that is there. */
const COMMONER = 20;

/**
 * The query with its misspelt words put right, where it finds little: a word that no item has, or far fewer than one that is a slip away, gives way
 * to the commonest such. Null where nothing is to be put right.
 */
export function didYouMean(input: SearchInput): RawBuilder<unknown> {
  const { query } = soughtBy(input.query);
  const words = query.map((parsed) => JSON.stringify(wordsToLookAt(parsed)));
  return sql`(with w as materialized (
      select w.at, w.until, w.form, w.likely, w.other, coalesce((select sum(k.items) from search.word k where k.form = w.form), 0) as items
      from json_to_recordset(${words}::json) as w(at int, until int, form text, likely text[], other text[])
      where ${strictMatches(input, ENOUGH)} < ${sql.lit(ENOUGH)}
    ), b as materialized (
      select w.at, w.until, n.printed from w, lateral (
        select coalesce(nullif(max(k.printed), ''), k.form) as printed, sum(k.items) as items from search.word k
        where k.form = any(w.likely || w.other) group by k.form
        order by sum(k.items) * (case when k.form = any(w.likely) then ${sql.lit(LIKELIER)} else 1 end) desc, k.form limit 1) n
      where n.items > w.items * ${sql.lit(COMMONER)}
    ), p as (
      select b.at, coalesce(lag(b.until) over (order by b.at), 0) as since, b.printed from b
    )
    select string_agg(substr(${input.query}::text, p.since + 1, p.at - p.since) || p.printed, '' order by p.at)
      || substr(${input.query}::text, (select max(b.until) from b) + 1) from p)`;
}

/** Places in characters, as SQL counts. */
function wordsToLookAt({ written }: SearchQuery) {
  return written
    .map(({ form, at, until }) => ({ at, until, form, ...nearForms(form) }))
    .filter(({ likely }) => likely.length > 0)
    .slice(0, MOST_WORDS);
}
