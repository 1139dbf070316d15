import type { Row, Scope } from '@broadsheet/pothos-kysely';
import type { ItemRow } from '@broadsheet/store';
import { type Expression, type RawBuilder, sql } from 'kysely';

/** Items of one name that are looked at, the newest. */
const OF_A_NAME = 200;

/** A word is telling while so few items have it; so many of an item's telling words are looked for. */
const RARE = 300;
const TELLING = 8;

/** What a shared source and a shared telling word weigh beside a shared keyword. */
const SOURCE = 0.35;
const WORD = 0.5;

/**
 * Items that share keywords, sources or telling words with one, as a table of items in that order: the rarer what they share, the more it weighs. All of it is
 * told when it is asked for, by what is public now, and bounded: the newest items of each name, and words that few items have.
 */
export function relatedItems(item: Row<ItemRow>, first: Expression<unknown>, scope: Scope): RawBuilder<unknown> {
  const id = item.ref('id');
  const all = sql`(select greatest(sum(w.items), 1) from search.word w where w.form = '')`;
  return sql`(with "$n" as materialized (select ${all}::float8 as items),
    "$v" as materialized (
      select u.lexeme, (select sum(w.items) from search.word w where w.lexeme = u.lexeme) as items
      from search.item s, unnest(s.words) u(lexeme, places, weights) where s.id = ${id}
    ), "$t" as materialized (
      select v.lexeme, v.items from "$v" v where v.items between 2 and ${sql.lit(RARE)} order by v.items, v.lexeme limit ${sql.lit(TELLING)}
    ), "$w" as (
      ${shared(id, 'keyword', 1, scope)}
      union all ${shared(id, 'source', SOURCE, scope)}
      union all select s.id, ${sql.lit(WORD)} * ln(1 + n.items / t.items)
        from "$t" t, "$n" n, lateral (select o.id from search.item o where o.words @@ quote_literal(t.lexeme)::tsquery limit ${sql.lit(RARE)}) s
    )
    select i.*, f.weight from (select r.id, r.weight from (select w.id, round(sum(w.weight) * 1000000) as weight from "$w" w
        where w.id <> ${id} group by w.id order by 2 desc, 1) r
        join ${scope.table('item')} h on h.id = r.id order by r.weight desc, r.id limit ${first}) f
      join ${scope.table('item')} i on i.id = f.id
    order by f.weight desc, i.newest_key)`;
}

function shared(id: Expression<unknown>, name: 'keyword' | 'source', share: number, scope: Scope): RawBuilder<unknown> {
  const links = scope.table(`item_${name}`);
  const column = (alias: string) => sql.ref(`${alias}.${name}_id`);
  // What a preview alone has stands there with a count of 0.
  return sql`select o.item_id as id, ${sql.lit(share)} * ln(1 + n.items / greatest(e.item_count, 1)) as weight
    from "$n" n, ${links} l join ${scope.table(name)} e on e.id = ${column('l')},
      lateral (select k.item_id from ${links} k where ${column('k')} = ${column('l')} order by k.newest_key limit ${sql.lit(OF_A_NAME)}) o
    where l.item_id = ${id}`;
}
