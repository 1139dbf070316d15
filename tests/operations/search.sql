select row_to_json("$o")::text as "data"
from
(select
(select row_to_json("$o")
from
(select "$a"."$1" as "edges",
(select row_to_json("$o")
from
(select "$a"."$2" as "hasNextPage", "$a"."$3" as "endCursor") as "$o") as "pageInfo"
from
(select coalesce(json_agg((select row_to_json("$o")
from
(select "p1"."rank" as "rank",
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t2"."field" as "field", "t2"."html" as "html"
from (with "$p" as materialized (
select distinct p.place + m.more as place, u.lexeme
from search.item s, unnest(s.words) u(lexeme, places, weights), unnest(u.places) p(place), (values (0), (1)) m(more)
where s.id = "p1"."id" and (m.more = 0 or length(u.lexeme) = 2 and ascii(u.lexeme) >= 11904) and (u.lexeme = any($1::text[]) or cardinality($2::text[]) > 0 and exists
(select
from unnest($3::text[]) b
where starts_with(u.lexeme, b))) ), "$f" as materialized (
select f.number, f.field, f.pieces, array_agg(p.place - f.after) as places,
(select b.place - f.after
from "$p" b
where b.place > f.after and b.place <= f.until
order by
(select count(distinct c.lexeme)
from "$p" c
where c.place between b.place and b.place + 29) desc, b.place
limit 1) as best
from search.item_text t, lateral (values (0, 'title', 0, 256, t."title"), (1, 'keywords', 256, 384, t."keywords"), (2, 'sources', 384, 512, t."sources"), (3, 'body', 512, 16384, t."body")) f(number, field, after, until, pieces) join "$p" p on p.place > f.after and p.place <= f.until
where t.id = "p1"."id" group by f.number, f.field, f.pieces, f.after, f.until ), "$s" as (
select f.number as place, f.field, regexp_replace(replace(string_agg( case when x.n % 2 = 0 and x.n / 2 = any(f.places) then chr(1) || x.piece || chr(2) when x.n = 2 * w.first - 1 and w.first > 1 then '… ' when x.n = 2 * w.last + 1 and x.n < x.pieces then '…' else x.piece end, ''
order by x.n), chr(2) || chr(1), ''), '[ \t\r\n]+', ' ', 'g') as marked
from "$f" f, lateral
(select case when f.best > 30 then f.best - 6 else 1 end as first) a, lateral
(select a.first, a.first + 35 as last) w, lateral
(select y.piece, y.n, count(*) over () as pieces
from unnest(string_to_array(f.pieces, '')) with ordinality y(piece, n)) x
where x.n between 2 * w.first - 1 and 2 * w.last + 1 group by f.number, f.field )
select place, field, translate(marked, chr(1) || chr(2), '') as text, replace(replace(replace(replace(replace(replace(replace(marked, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;'), chr(1), '<mark>'), chr(2), '</mark>') as html
from "$s") as "t2"
order by "t2"."place") as "$o") as "snippets",
(select row_to_json("$o")
from
(select "p1"."id" as "id", "p1"."title" as "title", coalesce((select row_to_json("$o")
from
(select "t3"."number" as "number", "t3"."published_on" as "publishedOn"
from "published"."issue" as "t3"
where "t3"."id" = "p1"."issue_id") as "$o"), '{"$null":true}') as "issue") as "$o") as "node") as "$o")) filter (where "p1"."$n" <= 10), '[]') as "$1", count(*) > 10 as "$2", min(encode(int8send(hashtextextended(($4::text || chr(31) || "p1"."$k1"::text || chr(31) || "p1"."$k2"::text || chr(31) || "p1"."$k3"::text) collate "C", 0)) || convert_to(json_build_array("p1"."$k1"::text, "p1"."$k2"::text, "p1"."$k3"::text)::text, 'UTF8'), 'hex')) filter (where "p1"."$n" = least("p1"."$c", 10)) as "$3"
from
(select "$q".*, row_number() over () as "$n", count(*) over () as "$c"
from
(select "t1"."rank" as "rank", "t1"."id" as "id", "t1"."title" as "title", "t1"."issue_id" as "issue_id", "t1"."begun" as "$k1", "t1"."rank" as "$k2", "t1"."newest_key" as "$k3"
from
(select i.*, h.begun, h.rank
from ( with "$t" as materialized (
select c.term, ($5::text[])[c.term] as query, greatest(sum(c.items), 1)::float8 as items
from
(select w.term, w.choice, min(w.items) as items
from (
select k.term, k.choice, k.word, sum(case when k.is_beginning then
(select sum(b.items)
from
(select b.items
from search.word b
where b.lexeme >= k.lexeme and b.lexeme < k.lexeme || chr(1114111)
limit 500) b) else
(select sum(b.items)
from search.word b
where b.lexeme = k.lexeme) end) as items
from json_to_recordset($6::json) as k(term int, choice int, word int, lexeme text, is_beginning bool) group by 1, 2, 3) w group by 1, 2) c group by c.term ), "$n" as materialized (
select greatest((select sum(b.items)
from search.word b
where b.form = ''), 1)::float8 as items ), "$c" as materialized (
select n.items as all_items, min(t.items) as fewest, n.items * exp(sum(ln(least(t.items / n.items, 1)))) as likely, array_agg(t.query
order by t.items, t.term) as terms, array_agg(t.items
order by t.items, t.term) as counts, string_agg('(' || t.query || ')', ' | '
order by t.term) filter (where t.items <= 20000) as rarer
from "$t" t, "$n" n group by n.items ), "$q" as materialized (
select nullif($7::text, '')::tsquery as strict, all_items, case when cardinality(terms) > 1 then ('(' || coalesce(rarer, '(' || terms[1] || ')') || ')' || $8::text)::tsquery end as loose,
(select case when n.listed < least(c.words, c.walk) then 'name' when c.walk < c.words then 'walk' else 'words' end
from
(select all_items as indexed, all_items as listed) n, lateral
(select likely * n.indexed / all_items as by_index) b, lateral
(select sqrt(b.by_index * least(fewest, n.indexed)) as words, 0.6 * least(all_items, 5000 * (all_items / greatest(b.by_index * n.listed / all_items, 1))) as walk) c) as way, terms[1]::tsquery as "t1", coalesce(round(ln(1 + all_items / counts[1])::numeric, 2), 0)::float8 as "w1", terms[2]::tsquery as "t2", coalesce(round(ln(1 + all_items / counts[2])::numeric, 2), 0)::float8 as "w2", terms[3]::tsquery as "t3", coalesce(round(ln(1 + all_items / counts[3])::numeric, 2), 0)::float8 as "w3", terms[4]::tsquery as "t4", coalesce(round(ln(1 + all_items / counts[4])::numeric, 2), 0)::float8 as "w4",
(select string_agg('(' || r || ')', ' | ')
from unnest(terms[5:]) r)::tsquery as "t5", coalesce(round(ln(1 + all_items / counts[5])::numeric, 2), 0)::float8 as "w5"
from "$c" ), "$s" as materialized ((select w.id, w.newest_key, (((select "$q"."w1"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t1"
from "$q"), 16) + case when
(select "$q"."t2"
from "$q") is null then 0 else
(select "$q"."w2"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t2"
from "$q"), 16) end + case when
(select "$q"."t3"
from "$q") is null then 0 else
(select "$q"."w3"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t3"
from "$q"), 16) end + case when
(select "$q"."t4"
from "$q") is null then 0 else
(select "$q"."w4"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t4"
from "$q"), 16) end + case when
(select "$q"."t5"
from "$q") is null then 0 else
(select "$q"."w5"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t5"
from "$q"), 16) end) * case when false then ((case when ts_match_vq(w.words,
(select "$q"."t1"
from "$q")) then
(select "$q"."w1"
from "$q") else 0 end + case when
(select "$q"."t2"
from "$q") is null then 0 else case when ts_match_vq(w.words,
(select "$q"."t2"
from "$q")) then
(select "$q"."w2"
from "$q") else 0 end end + case when
(select "$q"."t3"
from "$q") is null then 0 else case when ts_match_vq(w.words,
(select "$q"."t3"
from "$q")) then
(select "$q"."w3"
from "$q") else 0 end end + case when
(select "$q"."t4"
from "$q") is null then 0 else case when ts_match_vq(w.words,
(select "$q"."t4"
from "$q")) then
(select "$q"."w4"
from "$q") else 0 end end + case when
(select "$q"."t5"
from "$q") is null then 0 else case when ts_match_vq(w.words,
(select "$q"."t5"
from "$q")) then
(select "$q"."w5"
from "$q") else 0 end end) / greatest((select "$q"."w1"
from "$q") +
(select "$q"."w2"
from "$q") +
(select "$q"."w3"
from "$q") +
(select "$q"."w4"
from "$q") +
(select "$q"."w5"
from "$q"), 0.01)) ^ 3 else 1 end)::float8 as rank
from
(select s.id, s.newest_key, s.words
from search.item s
where ((select "$q"."way"
from "$q") = 'walk') and (ts_match_vq(s.words,
(select "$q"."strict"
from "$q")))
order by s.newest_key
limit 5000) w)
union all
(select f.id, f.newest_key, (((select "$q"."w1"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t1"
from "$q"), 16) + case when
(select "$q"."t2"
from "$q") is null then 0 else
(select "$q"."w2"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t2"
from "$q"), 16) end + case when
(select "$q"."t3"
from "$q") is null then 0 else
(select "$q"."w3"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t3"
from "$q"), 16) end + case when
(select "$q"."t4"
from "$q") is null then 0 else
(select "$q"."w4"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t4"
from "$q"), 16) end + case when
(select "$q"."t5"
from "$q") is null then 0 else
(select "$q"."w5"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t5"
from "$q"), 16) end) * case when false then ((case when ts_match_vq(f.words,
(select "$q"."t1"
from "$q")) then
(select "$q"."w1"
from "$q") else 0 end + case when
(select "$q"."t2"
from "$q") is null then 0 else case when ts_match_vq(f.words,
(select "$q"."t2"
from "$q")) then
(select "$q"."w2"
from "$q") else 0 end end + case when
(select "$q"."t3"
from "$q") is null then 0 else case when ts_match_vq(f.words,
(select "$q"."t3"
from "$q")) then
(select "$q"."w3"
from "$q") else 0 end end + case when
(select "$q"."t4"
from "$q") is null then 0 else case when ts_match_vq(f.words,
(select "$q"."t4"
from "$q")) then
(select "$q"."w4"
from "$q") else 0 end end + case when
(select "$q"."t5"
from "$q") is null then 0 else case when ts_match_vq(f.words,
(select "$q"."t5"
from "$q")) then
(select "$q"."w5"
from "$q") else 0 end end) / greatest((select "$q"."w1"
from "$q") +
(select "$q"."w2"
from "$q") +
(select "$q"."w3"
from "$q") +
(select "$q"."w4"
from "$q") +
(select "$q"."w5"
from "$q"), 0.01)) ^ 3 else 1 end)::float8 as rank
from
(select s.ctid as place
from search.item s
where ((select "$q"."way"
from "$q") = 'words') and (s.words @@
(select "$q"."strict"
from "$q"))
order by (s.newest_key || '')
limit 5000) p join search.item f on f.ctid = p.place)), "$l" as materialized ((select w.id, w.newest_key, (((select "$q"."w1"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t1"
from "$q"), 16) + case when
(select "$q"."t2"
from "$q") is null then 0 else
(select "$q"."w2"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t2"
from "$q"), 16) end + case when
(select "$q"."t3"
from "$q") is null then 0 else
(select "$q"."w3"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t3"
from "$q"), 16) end + case when
(select "$q"."t4"
from "$q") is null then 0 else
(select "$q"."w4"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t4"
from "$q"), 16) end + case when
(select "$q"."t5"
from "$q") is null then 0 else
(select "$q"."w5"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], w.words,
(select "$q"."t5"
from "$q"), 16) end) * case when true then ((case when ts_match_vq(w.words,
(select "$q"."t1"
from "$q")) then
(select "$q"."w1"
from "$q") else 0 end + case when
(select "$q"."t2"
from "$q") is null then 0 else case when ts_match_vq(w.words,
(select "$q"."t2"
from "$q")) then
(select "$q"."w2"
from "$q") else 0 end end + case when
(select "$q"."t3"
from "$q") is null then 0 else case when ts_match_vq(w.words,
(select "$q"."t3"
from "$q")) then
(select "$q"."w3"
from "$q") else 0 end end + case when
(select "$q"."t4"
from "$q") is null then 0 else case when ts_match_vq(w.words,
(select "$q"."t4"
from "$q")) then
(select "$q"."w4"
from "$q") else 0 end end + case when
(select "$q"."t5"
from "$q") is null then 0 else case when ts_match_vq(w.words,
(select "$q"."t5"
from "$q")) then
(select "$q"."w5"
from "$q") else 0 end end) / greatest((select "$q"."w1"
from "$q") +
(select "$q"."w2"
from "$q") +
(select "$q"."w3"
from "$q") +
(select "$q"."w4"
from "$q") +
(select "$q"."w5"
from "$q"), 0.01)) ^ 3 else 1 end)::float8 as rank
from
(select s.id, s.newest_key, s.words
from search.item s
where ((select "$q"."way"
from "$q") = 'walk') and (ts_match_vq(s.words,
(select "$q"."loose"
from "$q"))) and (not exists
(select
from "$s"))
order by s.newest_key
limit 5000) w)
union all
(select f.id, f.newest_key, (((select "$q"."w1"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t1"
from "$q"), 16) + case when
(select "$q"."t2"
from "$q") is null then 0 else
(select "$q"."w2"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t2"
from "$q"), 16) end + case when
(select "$q"."t3"
from "$q") is null then 0 else
(select "$q"."w3"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t3"
from "$q"), 16) end + case when
(select "$q"."t4"
from "$q") is null then 0 else
(select "$q"."w4"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t4"
from "$q"), 16) end + case when
(select "$q"."t5"
from "$q") is null then 0 else
(select "$q"."w5"
from "$q") * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words,
(select "$q"."t5"
from "$q"), 16) end) * case when true then ((case when ts_match_vq(f.words,
(select "$q"."t1"
from "$q")) then
(select "$q"."w1"
from "$q") else 0 end + case when
(select "$q"."t2"
from "$q") is null then 0 else case when ts_match_vq(f.words,
(select "$q"."t2"
from "$q")) then
(select "$q"."w2"
from "$q") else 0 end end + case when
(select "$q"."t3"
from "$q") is null then 0 else case when ts_match_vq(f.words,
(select "$q"."t3"
from "$q")) then
(select "$q"."w3"
from "$q") else 0 end end + case when
(select "$q"."t4"
from "$q") is null then 0 else case when ts_match_vq(f.words,
(select "$q"."t4"
from "$q")) then
(select "$q"."w4"
from "$q") else 0 end end + case when
(select "$q"."t5"
from "$q") is null then 0 else case when ts_match_vq(f.words,
(select "$q"."t5"
from "$q")) then
(select "$q"."w5"
from "$q") else 0 end end) / greatest((select "$q"."w1"
from "$q") +
(select "$q"."w2"
from "$q") +
(select "$q"."w3"
from "$q") +
(select "$q"."w4"
from "$q") +
(select "$q"."w5"
from "$q"), 0.01)) ^ 3 else 1 end)::float8 as rank
from
(select s.ctid as place
from search.item s
where ((select "$q"."way"
from "$q") = 'words') and (s.words @@
(select "$q"."loose"
from "$q")) and (not exists
(select
from "$s"))
order by (s.newest_key || '')
limit 5000) p join search.item f on f.ctid = p.place)), "$h" as not materialized
(select *
from "$s"
union all
select *
from "$l"), "$b" as materialized
(select concat_ws(' ', case when exists
(select
from "$s") then 'all' else 'some' end, min(newest_key), case when count(*) >= 5000 then max(newest_key) else '' end,
(select "$q"."w1"
from "$q"),
(select "$q"."w2"
from "$q"),
(select "$q"."w3"
from "$q"),
(select "$q"."w4"
from "$q"),
(select "$q"."w5"
from "$q")) as begun
from "$h")
select h.id,
(select b.begun
from "$b" b) as begun, h.rank
from
(select *
from "$h" h
order by h.rank desc, h.newest_key
limit 11) h ) h join "published"."item" i on i.id = h.id) as "t1"
order by "t1"."begun", "t1"."rank" desc, "t1"."newest_key"
limit 11) as "$q") as "p1") as "$a") as "$o") as "search") as "$o"
