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
select p.place + m.more as place, u.lexeme
from search.item s, unnest(s.words) u(lexeme, places, weights), unnest(u.places) p(place), (values (0), (1)) m(more)
where s.id = "p1"."id" and (m.more = 0 or length(u.lexeme) = 2 and ascii(u.lexeme) >= 11904) and (u.lexeme = any($1::text[]) or cardinality($2::text[]) > 0 and exists
(select
from unnest($3::text[]) b
where starts_with(u.lexeme, b))) ), "$s" as (
select f.number as place, f.field, case when strpos(m.marked, ' ') = 0 then m.marked else regexp_replace(m.marked, ' +', ' ', 'g') end as marked
from search.item_text t, lateral (values (0, 'title', 0, 256, t."title"), (1, 'keywords', 256, 384, t."keywords"), (2, 'sources', 384, 512, t."sources"), (3, 'body', 512, 16384, t."body")) f(number, field, after, until, pieces), lateral
(select array_agg(p.place - f.after) as places, max(p.place - f.after) as last
from "$p" p
where p.place > f.after and p.place <= f.until) g, lateral
(select case when g.last > 30 then
(select b.place - f.after
from "$p" b
where b.place > f.after and b.place <= f.until
order by
(select count(distinct c.lexeme)
from "$p" c
where c.place between b.place and b.place + 29) desc, b.place
limit 1) end as place offset 0) b, lateral
(select case when b.place > 30 then b.place - 6 else 1 end as first, string_to_array(f.pieces, '') as pieces offset 0) w, lateral
(select translate(replace(string_agg( case when x.n % 2 = 0 and w.first - 1 + x.n / 2 = any(g.places) then chr(1) || x.piece || chr(2) when x.n = 1 and w.first > 1 then '… ' when x.n = 73 and 2 * (w.first - 1) + x.n < cardinality(w.pieces) then '…' else x.piece end, ''), chr(2) || chr(1), ''), E'\t\r\n', ' ') as marked
from unnest(w.pieces[2 * w.first - 1:2 * (w.first + 36) - 1]) with ordinality x(piece, n)) m
where t.id = "p1"."id" and g.places is not null )
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
from (with "$t" as materialized (
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
from "$c" ), "$s" as materialized
(select array_agg(f.place) as places, array_agg((case when "$q"."t3" is null then coalesce("$q"."w1" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t1", 16), 0) + coalesce("$q"."w2" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t2", 16), 0) else coalesce("$q"."w1" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t1", 16), 0) + coalesce("$q"."w2" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t2", 16), 0) + coalesce("$q"."w3" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t3", 16), 0) + coalesce("$q"."w4" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t4", 16), 0) + coalesce("$q"."w5" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t5", 16), 0) end * case when false then ((case when ts_match_vq(f.words, "$q"."t1") then "$q"."w1" else 0 end + case when ts_match_vq(f.words, "$q"."t2") then "$q"."w2" else 0 end + case when ts_match_vq(f.words, "$q"."t3") then "$q"."w3" else 0 end + case when ts_match_vq(f.words, "$q"."t4") then "$q"."w4" else 0 end + case when ts_match_vq(f.words, "$q"."t5") then "$q"."w5" else 0 end) / greatest("$q"."w1" + "$q"."w2" + "$q"."w3" + "$q"."w4" + "$q"."w5", 0.01)) ^ 3 else 1 end)::float8) as ranks
from "$q", lateral ((select s.ctid as place, s.id, s.newest_key, s.words
from search.item s
where ("$q"."way" = 'walk') and (ts_match_vq(s.words, "$q"."strict"))
order by s.newest_key
limit 5000)
union all
(select f.*
from
(select s.ctid as place
from search.item s
where ("$q"."way" = 'words') and (s.words @@ "$q"."strict")
order by (s.newest_key || '')
limit 5000) p, lateral
(select i.ctid as place, i.id, i.newest_key, i.words
from search.item i
where i.ctid = p.place offset 0) f)) f), "$l" as materialized
(select array_agg(f.place) as places, array_agg((case when "$q"."t3" is null then coalesce("$q"."w1" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t1", 16), 0) + coalesce("$q"."w2" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t2", 16), 0) else coalesce("$q"."w1" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t1", 16), 0) + coalesce("$q"."w2" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t2", 16), 0) + coalesce("$q"."w3" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t3", 16), 0) + coalesce("$q"."w4" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t4", 16), 0) + coalesce("$q"."w5" * ts_rank('{0.15, 0.3, 0.7, 1}'::float4[], f.words, "$q"."t5", 16), 0) end * case when true then ((case when ts_match_vq(f.words, "$q"."t1") then "$q"."w1" else 0 end + case when ts_match_vq(f.words, "$q"."t2") then "$q"."w2" else 0 end + case when ts_match_vq(f.words, "$q"."t3") then "$q"."w3" else 0 end + case when ts_match_vq(f.words, "$q"."t4") then "$q"."w4" else 0 end + case when ts_match_vq(f.words, "$q"."t5") then "$q"."w5" else 0 end) / greatest("$q"."w1" + "$q"."w2" + "$q"."w3" + "$q"."w4" + "$q"."w5", 0.01)) ^ 3 else 1 end)::float8) as ranks
from "$q", lateral ((select s.ctid as place, s.id, s.newest_key, s.words
from search.item s
where ("$q"."way" = 'walk') and (ts_match_vq(s.words, "$q"."loose")) and ((select s.ranks
from "$s" s) is null)
order by s.newest_key
limit 5000)
union all
(select f.*
from
(select s.ctid as place
from search.item s
where ("$q"."way" = 'words') and (s.words @@ "$q"."loose") and ((select s.ranks
from "$s" s) is null)
order by (s.newest_key || '')
limit 5000) p, lateral
(select i.ctid as place, i.id, i.newest_key, i.words
from search.item i
where i.ctid = p.place offset 0) f)) f), "$h" as materialized
(select h.*
from
(select s.*, 'all' as mode
from "$s" s
union all
select l.*, 'some'
from "$l" l) h
where h.ranks is not null), "$b" as materialized
(select concat_ws(' ', h.mode,
(select s.newest_key
from search.item s
where s.ctid = h.places[1]), coalesce((select s.newest_key
from search.item s
where s.ctid = h.places[5000]), ''), "$q"."w1", "$q"."w2", "$q"."w3", "$q"."w4", "$q"."w5") as begun
from "$h" h, "$q")
select s.id,
(select b.begun
from "$b" b) as begun, h.rank
from
(select h.rank,
(select k.places[h.n]
from "$h" k) as place
from
(select unnest(h.ranks) as rank, generate_subscripts(h.ranks, 1) as n
from "$h" h) h
order by h.rank desc, h.n
limit 11) h join search.item s on s.ctid = h.place) h join "published"."item" i on i.id = h.id) as "t1"
order by "t1"."begun", "t1"."rank" desc, "t1"."newest_key"
limit 11) as "$q") as "p1") as "$a") as "$o") as "search") as "$o"
