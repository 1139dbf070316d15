import { type RawBuilder, sql } from 'kysely';
import { WEIGHED_TERMS } from './place.js';
import type { Sought } from './sought.js';

/** Matches that are ranked, the newest of all. */
export const RANKED = 5_000;

/** Items that have a word of a query which finds none with all of them: commoner words are passed over. */
const COMMON = 20_000;

/** Lexemes with one beginning that are counted. */
const COUNTED = 500;

/**
 * Common table expressions of a search: `"$t"` has a row a term with how many items have it, by the counts that are kept; `"$q"` the one row that
 * all else reads:
 *
 * - `strict`, and `loose` where there are several terms: what items have to have, all or some of it
 * - `way`: by the index of words, keywords and sources; by walking the items from the newest on, where so many have the words that the newest are
 *   soon found; by the items of contributors that the list is narrowed to, where those are few
 * - `t1` to `t4`, `t5`: the rarest terms, and the others in one; `w1` to `w5`: what each weighs
 */
export function searchPlan({ printed }: Sought, narrowing: Narrowing): RawBuilder<unknown> {
  const part = <T>(of: (query: Parameters<Parameters<typeof printed.map>[0]>[0]) => T) => printed.map(of);
  const terms = part(({ terms }) => terms);
  const weighed = Array.from({ length: WEIGHED_TERMS }, (_, index) => index + 1);
  const rarest = weighed.map(
    (n) =>
      sql`terms[${sql.lit(n)}]::tsquery as ${sql.id(`t${n}`)}, ${weight(sql`counts[${sql.lit(n)}]`)} as ${sql.id(`w${n}`)}`,
  );
  const rest = WEIGHED_TERMS + 1;
  return sql`"$t" as materialized (
      select c.term, (${terms}::text[])[c.term] as query, greatest(sum(c.items), 1)::float8 as items
      from (select w.term, w.choice, min(w.items) as items from (
          select k.term, k.choice, k.word, sum(case when k.is_beginning
            then (select sum(b.items) from (select b.items from search.word b
              where b.lexeme >= k.lexeme and b.lexeme < k.lexeme || chr(1114111) limit ${sql.lit(COUNTED)}) b)
            else (select sum(b.items) from search.word b where b.lexeme = k.lexeme) end) as items
          from json_to_recordset(${part(({ counted }) => JSON.stringify(counted))}::json)
            as k(term int, choice int, word int, lexeme text, is_beginning bool)
          group by 1, 2, 3) w group by 1, 2) c
      group by c.term
    ), "$n" as materialized (
      select greatest((select sum(b.items) from search.word b where b.form = ''), 1)::float8 as items
    ), "$c" as materialized (
      select n.items as all_items, min(t.items) as fewest,
        n.items * exp(sum(ln(least(t.items / n.items, 1)))) as likely,
        array_agg(t.query order by t.items, t.term) as terms, array_agg(t.items order by t.items, t.term) as counts,
        string_agg('(' || t.query || ')', ' | ' order by t.term) filter (where t.items <= ${sql.lit(COMMON)}) as rarer
      from "$t" t, "$n" n group by n.items
    ), "$q" as materialized (
      select nullif(${part(({ strict }) => strict)}::text, '')::tsquery as strict, all_items,
        case when cardinality(terms) > 1 then ('(' || coalesce(rarer, '(' || terms[1] || ')') || ')' || ${part(({ without }) => (without === '' ? '' : ` & ${without}`))}::text)::tsquery end as loose,
        ${cheapestWay(narrowing)} as way,
        ${sql.join(rarest)},
        (select string_agg('(' || r || ')', ' | ') from unnest(terms[${sql.lit(rest)}:]) r)::tsquery as ${sql.id(`t${rest}`)},
        ${weight(sql`counts[${sql.lit(rest)}]`)} as ${sql.id(`w${rest}`)}
      from "$c"
    )`;
}

/** How many items the names leave at most that a search is narrowed to; null where it is not. */
export interface Narrowing {
  /** Keywords or sources, which the index of words knows. */
  readonly indexed: RawBuilder<unknown> | null;
  /** Contributors, whose items stand in a list. */
  readonly listed: RawBuilder<unknown> | null;
}

/** What an item costs that is passed on a walk, beside one that the index of words leads to: its neighbours lie beside it. */
const STEP = 0.6;

/** What each way costs is told by what it passes: the index reads the list of the rarest word or name, and the items that are found. */
function cheapestWay({ indexed, listed }: Narrowing): RawBuilder<unknown> {
  return sql`(select case when n.listed < least(c.words, c.walk) then 'name' when c.walk < c.words then 'walk' else 'words' end
    from (select ${indexed ?? sql`all_items`} as indexed, ${listed ?? sql`all_items`} as listed) n,
      lateral (select likely * n.indexed / all_items as by_index) b,
      lateral (select sqrt(b.by_index * least(fewest, n.indexed)) as words,
        ${sql.lit(STEP)} * least(all_items, ${sql.lit(RANKED)} * (all_items / greatest(b.by_index * n.listed / all_items, 1))) as walk) c)`;
}

/** A rare word says more than a common one; to two places, since a cursor keeps it. */
function weight(items: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(round(ln(1 + all_items / ${items})::numeric, 2), 0)::float8`;
}

/** A column of the plan, where `"$q"` is joined. */
export function planned(column: string): RawBuilder<unknown> {
  return sql.ref(`$q.${column}`);
}
