with terms as materialized (
  select u.word, u.n, u.word::tsquery as query, (select sum(k.items) from search.word k where k.lexeme = u.word)::float8 as items
  from string_to_table($1, ' ') with ordinality u(word, n)),
told as materialized (
  select (select sum(k.items) from search.word k where k.form = '')::float8 as all_items, string_agg(t.word, ' & ')::tsquery as strict,
    min(t.items) as fewest, exp(sum(ln(t.items))) as product, count(*) as terms,
    array_agg(t.query order by t.items, t.n) as queries, array_agg(t.items order by t.items, t.n) as counts
  from terms t),
plan as materialized (
  select t.strict, t.queries[1] as t1, t.queries[2] as t2, t.queries[3] as t3,
    round(ln(1 + t.all_items / t.counts[1])::numeric, 2)::float8 as w1,
    round(ln(1 + t.all_items / t.counts[2])::numeric, 2)::float8 as w2,
    round(ln(1 + t.all_items / t.counts[3])::numeric, 2)::float8 as w3,
    0.6 * least(t.all_items, 5000 * t.all_items / greatest(l.likely, 1)) < sqrt(l.likely * t.fewest) as is_walked
  from told t, lateral (select t.product / t.all_items ^ (t.terms - 1) as likely) l),
found as (
  select f.id, f.newest_key, p.w1 * ts_rank('{0.15, 0.3, 0.7, 1}', f.words, p.t1, 16) + coalesce(p.w2 * ts_rank('{0.15, 0.3, 0.7, 1}', f.words, p.t2, 16), 0)
    + coalesce(p.w3 * ts_rank('{0.15, 0.3, 0.7, 1}', f.words, p.t3, 16), 0) as rank
  from plan p, lateral (
    (select s.id, s.newest_key, s.words from search.item s where p.is_walked and ts_match_vq(s.words, p.strict) order by s.newest_key limit 5000)
    union all
    (select f.id, f.newest_key, f.words from (
      select s.ctid as place from search.item s where not p.is_walked and s.words @@ p.strict order by (s.newest_key || '') limit 5000) o
      join search.item f on f.ctid = o.place)) f),
best as (select b.*, row_number() over () as n from (select f.* from found f order by f.rank desc, f.newest_key limit 11) b),
edges as (
  select b.n, b.newest_key, b.rank, (
    select coalesce(json_agg(row_to_json(s)), '[]') from (
      with places as materialized (
        select p.place, u.lexeme from search.item s, unnest(s.words) u(lexeme, places, weights), unnest(u.places) p(place)
        where s.id = b.id and u.lexeme = any(string_to_array($1, ' ')))
      select f.field, replace(replace(replace(replace(replace(replace(replace(
          case when strpos(m.marked, '  ') = 0 then m.marked else regexp_replace(m.marked, ' +', ' ', 'g') end,
          '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;'), chr(1), '<mark>'), chr(2), '</mark>') as html
      from search.item_text t, lateral (values (1, 'title', 0, 256, t.title), (2, 'keywords', 256, 384, t.keywords),
          (3, 'sources', 384, 512, t.sources), (4, 'body', 512, 16384, t.body)) f(number, field, after, until, pieces),
        lateral (select array_agg(p.place - f.after) as places, max(p.place - f.after) as last
          from places p where p.place > f.after and p.place <= f.until) g,
        lateral (select case when g.last > 30 then (
          select o.place - f.after from places o where o.place > f.after and o.place <= f.until
          order by (select count(distinct c.lexeme) from places c where c.place between o.place and o.place + 29) desc, o.place limit 1) end as best offset 0) o,
        lateral (select case when o.best > 30 then o.best - 6 else 1 end as first, string_to_array(f.pieces, chr(127)) as pieces offset 0) w,
        lateral (select translate(replace(string_agg(
            case when x.n % 2 = 0 and w.first - 1 + x.n / 2 = any(g.places) then chr(1) || x.piece || chr(2)
              when x.n = 1 and w.first > 1 then '… '
              when x.n = 73 and 2 * w.first + 71 < cardinality(w.pieces) then '…'
              else x.piece end, ''), chr(2) || chr(1), ''), E'\t\r\n', '   ') as marked
          from unnest(w.pieces[2 * w.first - 1:2 * w.first + 71]) with ordinality x(piece, n)) m
      where t.id = b.id and g.places is not null
      order by f.number) s) as snippets, (
    select row_to_json(j) from (
      select i.id, i.title, (
        select row_to_json(o) from (select o.number, o.published_on as "publishedOn" from published.issue o where o.id = i.issue_id) o) as issue
      from published.item i where i.id = b.id) j) as node
  from best b where b.n <= 10)
select row_to_json(a)::text from (select (
  select row_to_json(c) from (
    select (
      select coalesce(json_agg(row_to_json(e)), '[]') from (select e.rank, e.snippets, e.node from edges e order by e.n) e) as edges, (
      select row_to_json(p) from (
        select (select count(*) > 10 from best) as "hasNextPage", (select e.newest_key from edges e order by e.n desc limit 1) as "endCursor") p) as "pageInfo"
    ) c) as search) a
