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
      select distinct p.place + m.more as place, u.lexeme
      from search.item s, unnest(s.words) u(lexeme, places, weights), unnest(u.places) p(place), (values (0), (1)) m(more)
      where s.id = ${item} and (m.more = 0 or length(u.lexeme) = 2 and ascii(u.lexeme) >= 11904) and (u.lexeme = any(${lexemes}::text[])
        or cardinality(${beginnings}::text[]) > 0 and exists (select from unnest(${beginnings}::text[]) b where starts_with(u.lexeme, b)))
    ), "$f" as materialized (
      select f.number, f.field, f.pieces, array_agg(p.place - f.after) as places,
        (select b.place - f.after from "$p" b where b.place > f.after and b.place <= f.until
          order by (select count(distinct c.lexeme) from "$p" c where c.place between b.place and b.place + ${sql.lit(WORDS - BEFORE - 1)}) desc, b.place
          limit 1) as best
      from search.item_text t, lateral (values ${sql.join(parts)}) f(number, field, after, until, pieces)
        join "$p" p on p.place > f.after and p.place <= f.until
      where t.id = ${item}
      group by f.number, f.field, f.pieces, f.after, f.until
    ), "$s" as (
      select f.number as place, f.field, regexp_replace(replace(string_agg(
          case when x.n % 2 = 0 and x.n / 2 = any(f.places) then chr(1) || x.piece || chr(2)
            when x.n = 2 * w.first - 1 and w.first > 1 then '… '
            when x.n = 2 * w.last + 1 and x.n < x.pieces then '…'
            else x.piece end, '' order by x.n), chr(2) || chr(1), ''), '[ \\t\\r\\n]+', ' ', 'g') as marked
      from "$f" f, lateral (select case when f.best > ${sql.lit(WORDS - BEFORE)} then f.best - ${sql.lit(BEFORE)} else 1 end as first) a,
        lateral (select a.first, a.first + ${sql.lit(WORDS - 1)} as last) w,
        lateral (select y.piece, y.n, count(*) over () as pieces from unnest(string_to_array(f.pieces, ${sql.lit(PIECE)})) with ordinality y(piece, n)) x
      where x.n between 2 * w.first - 1 and 2 * w.last + 1
      group by f.number, f.field
    )
    select place, field, translate(marked, chr(1) || chr(2), '') as text,
      replace(replace(replace(replace(replace(replace(replace(marked, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;'),
        chr(1), '<mark>'), chr(2), '</mark>') as html
    from "$s")`;
}
