import type { Param, Scope } from '@broadsheet/pothos-kysely';
import { BLOCK_DOCUMENTS, PLACE_BYTES, readQuote } from '@broadsheet/store';
import { type RawBuilder, sql } from 'kysely';
import { publicationIds } from '../schema/sql.js';

/** A word that so many items have at most tells where a quote may stand. */
const RARE = 500;

/** Items that are looked at for a quote of common words. */
const MOST_ITEMS = 300;

/** Documents, the newest, that are read for a quote too short to have a mark: it may stand outside every item. */
const NEWEST = 300;

/** A row of what a quote was found in: the issue, the item that holds it, and the span. */
export interface QuoteRow {
  readonly issue_id: string;
  readonly item_id: string | null;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/**
 * The newest place of a quote, as a table of one row or none. What may hold it is told by its marks, and of the newest documents, which wait to be
 * in a block, any may; where no document has it with its first and last word whole, by the marks of the words between them, since those may be cut.
 * Where it is too short to have a mark, by its rarest word, or by all its words where none is rare, and in the newest documents. Then those are read,
 * the newest first, until one has it.
 */
export function quoteMatch(
  text: Param<string>,
  publication: Param<unknown> | null | undefined,
  scope: Scope,
): RawBuilder<unknown> {
  const quote = text.map(readQuote);
  const form = sql`${quote.map(({ form }) => form)}::text`;
  const numbers = sql`${quote.map(({ numbers }) => numbers)}::bigint[]`;
  const innerNumbers = sql`${quote.map(({ innerNumbers }) => innerNumbers)}::bigint[]`;
  const gap = sql`${quote.map(({ gap }) => gap)}::text`;
  const words = sql`${quote.map(({ words }) => JSON.stringify(words))}::json`;
  const within = publication ? sql` and q.publication_id in ${publicationIds(scope, publication)}` : sql``;
  const newest = (documents: string) =>
    sql`(select q.issue_id, strpos(q.text, ${form}) - 1 as place, q.places, q.offsets, q.characters
      from (select d.issue_id, d.newest_key from ${sql.id(documents)} d order by d.newest_key) d join search.quotable q on q.issue_id = d.issue_id
      where strpos(q.text, ${form}) > 0${within}
      order by d.newest_key limit 1)`;
  return sql`(with "$c" as materialized (
      select w.n, '(' || (select string_agg(quote_literal(l), ' | ') from json_array_elements_text(w.lexemes) l) || ')' as query,
        (select coalesce(sum(k.items), 0) from json_array_elements_text(w.lexemes) l join search.word k on k.lexeme = l) as items
      from json_array_elements(${words}) with ordinality w(lexemes, n) where cardinality(${numbers}) = 0
    ), "$r" as materialized (
      select c.query::tsquery as query from "$c" c where c.items between 1 and ${sql.lit(RARE)} order by c.items, c.n limit 1
    ), "$d" as materialized (
      select q.issue_id, q.newest_key from search.quotable q where q.issue_id in (
        ${blocked(numbers, sql`true`)}
        union (select n.issue_id from search.new_quotable n where cardinality(${numbers}) > 0)
        union (select s.issue_id from search.item s where s.words @@ (select query from "$r"))
        union (select s.issue_id from search.item s
          where not exists (select from "$r") and s.words @@ (select string_agg(c.query, ' & ' order by c.n)::tsquery from "$c" c)
          order by (s.newest_key || '') limit ${sql.lit(MOST_ITEMS)})
        union (select n.id from ${scope.table('issue')} n where cardinality(${numbers}) = 0 order by n.newest_key limit ${sql.lit(NEWEST)}))
    ), "$f" as materialized (${newest('$d')}
    ), "$e" as materialized (
      select q.issue_id, q.newest_key from search.quotable q where q.issue_id in ${blocked(innerNumbers, sql`not exists (select from "$f")`)}
    ), "$m" as materialized (
      select * from "$f" union all ${newest('$e')}
    ), "$s" as materialized (
      select m.issue_id, ${back('offsets', sql`m.place`)} as "start", ${back('characters', sql`m.place`)} as first,
        ${back('characters', sql`m.place + length(${form})`)} as last
      from "$m" m
    )
    select s.issue_id, i.id as item_id, s."start", s."start" + t.units as "end", t.line, t."column", t.text
    from "$s" s join ${scope.table('issue')} n on n.id = s.issue_id
      join ${scope.table('revision')} r on r.id = n.revision_id join ${scope.table('document')} d on d.sha256 = r.sha256,
      lateral (select rtrim(substr(d.text, s.first + 1, s.last - s.first), ${gap}) as text, left(d.text, s.first) as before) c,
      lateral (select c.text, length(c.text) + ${wide(sql`c.text`)} as units, regexp_count(c.before, E'\\r\\n|\\r|\\n') + 1 as line,
        regexp_replace(c.before, E'^.*[\\r\\n]', '', 's') as start_of_line) l,
      lateral (select l.text, l.units, l.line, length(l.start_of_line) + ${wide(sql`l.start_of_line`)} + 1 as "column") t
      left join lateral (select i.id from ${scope.table('item')} i where i.issue_id = s.issue_id
        and i.span_start <= s."start" and i.span_end >= s."start" + t.units order by i.position limit 1) i on true)`;
}

/** Issues of which the blocks say that they may have all marks with these numbers; none where there are no numbers. */
function blocked(numbers: RawBuilder<unknown>, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const [bytes, documents] = [sql.lit(PLACE_BYTES), sql.lit(BLOCK_DOCUMENTS)];
  const bits = (hex: RawBuilder<unknown>) => sql`${hex}::bit(${documents})`;
  return sql`(select b.issue_ids[n.n] from search.quote_block b,
      lateral (select bit_and(${bits(sql`('x' || encode(substr(b.bits, (h.number % b.places)::int * ${bytes} + 1, ${bytes}), 'hex'))`)}) as found
        from unnest(${numbers}) h(number)) f, generate_series(1, ${documents}) n(n)
      where ${condition} and f.found <> ${bits(sql`repeat('0', ${documents})`)} and get_bit(f.found, n.n - 1) = 1)`;
}

/** The place in the document of a place in quote form, in UTF-16 units or in characters: from the last place before it on both go on alike. */
function back(unit: 'offsets' | 'characters', place: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select p.place_there + ${place} - p.place from unnest(m.places, ${sql.ref(`m.${unit}`)}) p(place, place_there)
    where p.place <= ${place} order by p.place desc limit 1)`;
}

/** How many characters of a text take two UTF-16 units. */
function wide(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`regexp_count(${text}, '[\\U00010000-\\U0010FFFF]')`;
}
