import type { PagePart, Param, Row, Scope } from '@broadsheet/pothos-kysely';
import { type ItemRow, newestKeysOn } from '@broadsheet/store';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { type ItemWhere, itemConditions, rubricIds } from '../schema/item-list.js';
import { idsBySlug } from '../schema/sql.js';
import { PLACE_BREAK, type SearchPlace, searchPlace, WEIGHED_TERMS } from './place.js';
import { type Narrowing, planned, RANKED, searchPlan } from './plan.js';
import { soughtBy } from './sought.js';

/** What a search is asked. */
export interface SearchInput {
  readonly query: Param<string>;
  readonly where?: ItemWhere;
  readonly scope: Scope;
}

/** Columns of a row of a search beside those of the item. */
export interface Hit extends ItemRow {
  /** What the search began with: the same in every row. */
  readonly begun: string;
  readonly rank: number;
}

/**
 * A page of a search as a table: items with `begun` and `rank`, the best first, no more than the page can hold. The newest matches are ranked; on a
 * later page those that were ranked on the first one, with what their words weighed then. Behind them come the others by date.
 */
export function searchPage(input: SearchInput, { after, size }: PagePart): RawBuilder<unknown> {
  const rows = after === null ? firstPage(input, size) : laterPage(input, searchPlace(after), size);
  return sql`(select i.*, h.begun, h.rank from (with ${searchPlan(soughtBy(input.query), narrowingOf(input))}, ${rows}) h
    join ${input.scope.table('item')} i on i.id = h.id)`;
}

/**
 * Thousands are ranked for a page of ten. Kept as rows, they took a tenth of a search, and what the database had at hand with them: so two arrays
 * are kept, of where they stand and of their ranks, in the order in which they were found.
 */
function firstPage(input: SearchInput, size: Expression<unknown>): RawBuilder<unknown> {
  const weights = Array.from({ length: WEIGHED_TERMS + 1 }, (_, index) => planned(`w${index + 1}`));
  const ranked = (match: RawBuilder<unknown>, isLoose: boolean, bounds: readonly RawBuilder<unknown>[]) =>
    sql`select array_agg(f.place) as places, array_agg(${rank(weights, sql.lit(isLoose))}) as ranks
      from ${found(input, match, bounds, sql.lit(RANKED))}`;
  const keyAt = (n: number) => sql`(select s.newest_key from search.item s where s.ctid = h.places[${sql.lit(n)}])`;
  return sql`"$s" as materialized (${ranked(planned('strict'), false, [])}),
    "$l" as materialized (${ranked(planned('loose'), true, [sql`(select s.ranks from "$s" s) is null`])}),
    "$h" as materialized (select h.* from (select s.*, 'all' as mode from "$s" s union all select l.*, 'some' from "$l" l) h where h.ranks is not null),
    "$b" as materialized (select concat_ws(${sql.lit(PLACE_BREAK)}, h.mode, ${keyAt(1)}, coalesce(${keyAt(RANKED)}, ''), ${sql.join(weights)}) as begun
      from "$h" h, "$q")
    select s.id, (select b.begun from "$b" b) as begun, h.rank
    from (select h.rank, (select k.places[h.n] from "$h" k) as place
      from (select unnest(h.ranks) as rank, generate_subscripts(h.ranks, 1) as n from "$h" h) h order by h.rank desc, h.n limit ${size}) h
      join search.item s on s.ctid = h.place`;
}

function laterPage(input: SearchInput, place: Param<SearchPlace>, size: Expression<unknown>): RawBuilder<unknown> {
  const weights = Array.from(
    { length: WEIGHED_TERMS + 1 },
    (_, index) => sql`${place.map(({ weights }) => weights[index] ?? 0)}::float8`,
  );
  const [key, top, bottom, last] = [of(place, 'key'), of(place, 'top'), of(place, 'bottom'), of(place, 'rank')];
  const match = sql`(select case when ${of(place, 'isStrict')}::bool then "$q".strict else coalesce("$q".loose, "$q".strict) end from "$q")`;
  const within = [sql`s.newest_key >= ${top}::text`, sql`(${bottom}::text = '' or s.newest_key <= ${bottom}::text)`];
  const behind = [
    sql`${bottom}::text <> ''`,
    sql`s.newest_key > ${bottom}::text`,
    sql`(${last}::float8 > 0 or s.newest_key > ${key}::text)`,
  ];
  const begun = place.map(({ isStrict, top, bottom, weights }) =>
    [isStrict ? 'all' : 'some', top, bottom, ...weights].join(PLACE_BREAK),
  );
  const isLoose = sql`not ${of(place, 'isStrict')}::bool`;
  return sql`"$h" as materialized (
      select f.id, f.newest_key, ${rank(weights, isLoose)} as rank from ${found(input, match, within, sql.lit(RANKED))}
      union all select f.id, f.newest_key, 0::float8 from ${found(input, match, behind, size)})
    select h.id, ${begun}::text as begun, h.rank from "$h" h
    where (h.rank, h.newest_key) <> (0, '') and (h.rank < ${last}::float8 or h.rank = ${last}::float8 and h.newest_key > ${key}::text)
    order by h.rank desc, h.newest_key limit ${size}`;
}

/**
 * What an item that was found ranks at.
 *
 * @param weights of the rarest terms, and of the rest
 * @param isLoose whether some of the terms are enough: then how much of their weight an item has counts thrice
 */
function rank(weights: readonly RawBuilder<unknown>[], isLoose: RawBuilder<unknown>): RawBuilder<unknown> {
  const each = (part: (weight: RawBuilder<unknown>, term: RawBuilder<unknown>) => RawBuilder<unknown>, most?: number) =>
    sql.join(
      weights.slice(0, most).map((weight, index) => part(weight, planned(`t${index + 1}`))),
      sql` + `,
    );
  const one = (weight: RawBuilder<unknown>, term: RawBuilder<unknown>) =>
    sql`coalesce(${weight} * ts_rank(${WEIGHTS}, f.words, ${term}, ${BY_LENGTH}), 0)`;
  // Most queries have a word or two: what a third and all further ones would add is then not asked of each item.
  const sum = sql`case when ${planned('t3')} is null then ${each(one, 2)} else ${each(one)} end`;
  const share = each((weight, term) => sql`case when ts_match_vq(f.words, ${term}) then ${weight} else 0 end`);
  const all = sql.join(weights, sql` + `);
  return sql`(${sum} * case when ${isLoose} then ((${share}) / greatest(${all}, 0.01)) ^ 3 else 1 end)::float8`;
}

/** What a word weighs in the body, the sources, the keywords, the title. */
const WEIGHTS = sql`'{0.15, 0.3, 0.7, 1}'::float4[]`;

/** A word says more of a short text: what it weighs is divided by 1 + the logarithm of how many different words the text has. */
const BY_LENGTH = sql.lit(16);

/**
 * The newest items that match, from the newest on, as `f` beside the plan, in the way that is planned: to be selected from. Which of the three runs
 * is told before any does. What keeps the planner from another way stands beside it: a function where it may not take the index of words, a key that
 * is no column where it may not walk, an offset where it has to take one row after another. The plan is joined, and not looked up for each of its
 * columns: to begin a hundred look-ups takes longer than to rank a hundred items.
 */
function found(
  input: SearchInput,
  match: RawBuilder<unknown>,
  bounds: readonly RawBuilder<unknown>[],
  limit: Expression<unknown>,
): RawBuilder<unknown> {
  const way = (name: string): RawBuilder<unknown> => sql`${planned('way')} = ${sql.lit(name)}`;
  const all = (by: 'index' | 'row', ...more: RawBuilder<unknown>[]): RawBuilder<unknown> =>
    sql.join(
      [...more, ...bounds, ...conditionsOf(input, by)].map((one) => sql`(${one})`),
      sql` and `,
    );
  const sorted = (rows: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`select f.* from (select s.ctid as place from search.item s where ${rows} order by (s.newest_key || '') limit ${limit}) p,
      lateral (select i.ctid as place, i.id, i.newest_key, i.words from search.item i where i.ctid = p.place offset 0) f`;
  const names = itemsOfContributor(input);
  const branches = [
    sql`select s.ctid as place, s.id, s.newest_key, s.words from search.item s
      where ${all('row', way('walk'), sql`ts_match_vq(s.words, ${match})`)} order by s.newest_key limit ${limit}`,
    sorted(all('index', way('words'), sql`s.words @@ ${match}`)),
    ...(names === null
      ? []
      : [sorted(all('row', way('name'), sql`s.id in ${names}`, sql`ts_match_vq(s.words, ${match})`))]),
  ];
  const rows = sql.join(
    branches.map((branch) => sql`(${branch})`),
    sql` union all `,
  );
  return sql`"$q", lateral (${rows}) f`;
}

/** All that matches, as a table with the columns of `search.item`. */
export function searchWhole(input: SearchInput): RawBuilder<unknown> {
  return sql`(with ${searchPlan(soughtBy(input.query), narrowingOf(input))},
      "$m" as materialized (select case when exists (select from ${found(input, planned('strict'), [], sql.lit(1))})
        then strict else coalesce(loose, strict) end as match from "$q")
    select s.id, s.issue_id, s.publication_id, s.kind, s.language, s.published_on, s.newest_key, s.keyword_ids, s.source_ids, s.rubric_ids
    from search.item s
    where ${sql.join(
      [sql`s.words @@ (select match from "$m")`, ...conditionsOf(input, 'index')].map((one) => sql`(${one})`),
      sql` and `,
    )})`;
}

/** The number of matches that are ranked, where more are found; else null. */
export function rankedWithin(input: SearchInput): RawBuilder<unknown> {
  const one = (match: RawBuilder<unknown>) => sql`select f.id from ${found(input, match, [], sql.lit(RANKED + 1))}`;
  return sql`(with ${searchPlan(soughtBy(input.query), narrowingOf(input))},
      "$s" as materialized (${one(planned('strict'))})
    select case when (select count(*) from "$s") > ${sql.lit(RANKED)} then ${sql.lit(RANKED)}
      when not exists (select from "$s") and (select count(*) from (${one(planned('loose'))}) l) > ${sql.lit(RANKED)} then ${sql.lit(RANKED)} end)`;
}

/** How many items have all that is sought. */
export function strictMatches(input: SearchInput, limit: number): RawBuilder<unknown> {
  return sql`(with ${searchPlan(soughtBy(input.query), narrowingOf(input))}
    select count(*) from ${found(input, planned('strict'), [], sql.lit(limit))})`;
}

/** `search.item` has the columns that filters ask of an item. */
const SEARCHED: Row<ItemRow> = { ref: (column) => sql.ref(`s.${column}`) };

/** What a filter asks: its keywords and sources of the index of words, which knows them too, or of each row that is passed. */
function conditionsOf({ where, scope }: SearchInput, by: 'index' | 'row'): RawBuilder<unknown>[] {
  const { rubric, keyword, source } = where ?? {};
  const overlap = (ids: RawBuilder<unknown>, sought: RawBuilder<unknown>): RawBuilder<unknown> =>
    by === 'index' ? sql`${ids} && array${sought}` : sql`arrayoverlap(${ids}, array${sought})`;
  return [
    ...itemConditions(SEARCHED, { ...where, rubric: null, keyword: null, source: null }, scope),
    ...daysOf(where),
    ...(keyword ? [overlap(sql`s.keyword_ids`, idsBySlug(scope, 'keyword', keyword))] : []),
    ...(source ? [overlap(sql`s.source_ids`, idsBySlug(scope, 'source', source))] : []),
    ...(rubric ? [sql`arrayoverlap(s.rubric_ids, array${rubricIds(scope, rubric)})`] : []),
  ];
}

/** Days are a range of the keys too, so that a walk begins and ends with them. */
function daysOf(where: ItemWhere): RawBuilder<unknown>[] {
  const { from, to } = where?.publishedOn ?? {};
  return [
    ...(to ? [sql`s.newest_key > ${to.map((day) => newestKeysOn(day).above)}`] : []),
    ...(from ? [sql`s.newest_key < ${from.map((day) => newestKeysOn(day).below)}`] : []),
  ];
}

/** The items of contributors that a list is narrowed to. */
function itemsOfContributor({ where, scope }: SearchInput): RawBuilder<unknown> | null {
  const { contributor } = where ?? {};
  if (!contributor) return null;
  return sql`(select l.item_id from ${scope.table('item_contributor')} l where l.contributor_id in ${idsBySlug(scope, 'contributor', contributor)})`;
}

/** How many items a filter's names leave at most. */
function narrowingOf({ where, scope }: SearchInput): Narrowing {
  const items = (name: 'keyword' | 'source' | 'contributor'): RawBuilder<unknown> | null => {
    const slugs = where?.[name];
    if (!slugs) return null;
    return sql`(select coalesce(sum(e.item_count), 0)::float8 from ${scope.table(name)} e where e.id in ${idsBySlug(scope, name, slugs)})`;
  };
  return { indexed: items('keyword') ?? items('source'), listed: items('contributor') };
}

function of<Name extends keyof SearchPlace>(place: Param<SearchPlace>, name: Name): Param<SearchPlace[Name]> {
  return place.map((value) => value[name]);
}
