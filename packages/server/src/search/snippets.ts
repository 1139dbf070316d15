import type { Param } from '@broadsheet/pothos-kysely';
import { PIECE, SEARCH_PARTS } from '@broadsheet/store';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { soughtBy } from './sought.js';

/** A row of the snippets of an item. */
export interface SnippetRow {
  readonly place: number;
  readonly field: string;
  readonly text: string;
  readonly html: string;
}

/** Words of a snippet at most, and how many of them stand before the first that was found. */
const WORDS = 36;
const BEFORE = 6;

/** A snippet begins with its part as long as the word stands at most here. */
const FIRST_MOVED = WORDS - BEFORE;

/**
 * The parts of an item in which something was found, as a table: each with its words, those found marked, from the place where most of them stand
 * together. The place of a word in the item's vector tells its part, and its piece in the stored text of that.
 */
export function snippetsOf(item: Expression<unknown>, query: Param<string>): RawBuilder<unknown> {
  const { printed } = soughtBy(query);
  const lexemes = printed.map(({ lexemes }) => lexemes);
  const beginnings = printed.map(({ beginnings }) => beginnings);
  const parts = SEARCH_PARTS.map(
    ({ part, after }, index) =>
      sql`(${sql.lit(index)}, ${sql.lit(part)}, ${sql.lit(after)}, ${sql.lit(SEARCH_PARTS[index + 1]?.after ?? 16_384)}, t.${sql.ref(part)})`,
  );
  return sql`(with "$p" as materialized (
      select p.place + m.more as place, u.lexeme
      from search.item s, unnest(s.words) u(lexeme, places, weights), unnest(u.places) p(place), (values (0), (1)) m(more)
      where s.id = ${item} and (m.more = 0 or length(u.lexeme) = 2 and ascii(u.lexeme) >= 11904) and (u.lexeme = any(${lexemes}::text[])
        or cardinality(${beginnings}::text[]) > 0 and exists (select from unnest(${beginnings}::text[]) b where starts_with(u.lexeme, b)))
    ), "$s" as (
      select f.number as place, f.field, case when strpos(m.marked, '  ') = 0 then m.marked else regexp_replace(m.marked, ' +', ' ', 'g') end as marked
      from search.item_text t, lateral (values ${sql.join(parts)}) f(number, field, after, until, pieces),
        lateral (select array_agg(p.place - f.after) as places, max(p.place - f.after) as last
          from "$p" p where p.place > f.after and p.place <= f.until) g,
        lateral (select case when g.last > ${sql.lit(FIRST_MOVED)} then (select b.place - f.after from "$p" b where b.place > f.after and b.place <= f.until
          order by (select count(distinct c.lexeme) from "$p" c where c.place between b.place and b.place + ${sql.lit(FIRST_MOVED - 1)}) desc, b.place
          limit 1) end as place offset 0) b,
        lateral (select case when b.place > ${sql.lit(FIRST_MOVED)} then b.place - ${sql.lit(BEFORE)} else 1 end as first,
          string_to_array(f.pieces, ${sql.lit(PIECE)}) as pieces offset 0) w,
        lateral (select translate(replace(string_agg(
            case when x.n % 2 = 0 and w.first - 1 + x.n / 2 = any(g.places) then chr(1) || x.piece || chr(2)
              when x.n = 1 and w.first > 1 then '… '
              when x.n = ${sql.lit(2 * WORDS + 1)} and 2 * (w.first - 1) + x.n < cardinality(w.pieces) then '…'
              else x.piece end, ''), chr(2) || chr(1), ''), E'\\t\\r\\n', '   ') as marked
          from unnest(w.pieces[2 * w.first - 1:2 * (w.first + ${sql.lit(WORDS)}) - 1]) with ordinality x(piece, n)) m
      where t.id = ${item} and g.places is not null
    )
    select place, field, translate(marked, chr(1) || chr(2), '') as text,
      replace(replace(replace(replace(replace(replace(replace(marked, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;'),
        chr(1), '<mark>'), chr(2), '</mark>') as html
    from "$s")`;
}
