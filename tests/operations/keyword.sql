select row_to_json("$o")::text as "data"
from
(select
(select row_to_json("$o")
from
(select "t1"."name" as "name",
(select row_to_json("$o")
from
(select "$a"."$1" as "edges",
(select row_to_json("$o")
from
(select "$a"."$2" as "hasNextPage", "$a"."$3" as "endCursor") as "$o") as "pageInfo"
from
(select coalesce(json_agg((select row_to_json("$o")
from
(select encode(int8send(hashtextextended(($1::text || chr(31) || "t1"."id"::text || chr(31) || "p1"."$k1"::text) collate "C", 0)) || convert_to("t1"."id"::text || chr(31) || "p1"."$k1"::text, 'UTF8'), 'hex') as "cursor",
(select row_to_json("$o")
from
(select "p1"."id" as "id", "p1"."title" as "title", coalesce((select row_to_json("$o")
from
(select "t3"."number" as "number", "t3"."published_on" as "publishedOn"
from "published"."issue" as "t3"
where "t3"."id" = "p1"."issue_id") as "$o"), '{"$null":true}') as "issue",
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t4"."name" as "name"
from "published"."item_source" as "v2", "published"."source" as "t4"
where ("v2"."item_id" = "p1"."id") and ("t4"."id" = "v2"."source_id")
order by "v2"."ordinal") as "$o") as "sources",
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t5"."name" as "name"
from "published"."item_keyword" as "v3", "published"."keyword" as "t5"
where ("v3"."item_id" = "p1"."id") and ("t5"."id" = "v3"."keyword_id")
order by "v3"."ordinal") as "$o") as "keywords") as "$o") as "node") as "$o")) filter (where "p1"."$n" <= 20), '[]') as "$1", count(*) > 20 as "$2", min(encode(int8send(hashtextextended(($2::text || chr(31) || "t1"."id"::text || chr(31) || "p1"."$k1"::text) collate "C", 0)) || convert_to("t1"."id"::text || chr(31) || "p1"."$k1"::text, 'UTF8'), 'hex')) filter (where "p1"."$n" = least("p1"."$c", 20)) as "$3"
from
(select "$q".*, row_number() over () as "$n", count(*) over () as "$c"
from
(select "t2"."id" as "id", "t2"."title" as "title", "t2"."issue_id" as "issue_id", "v1"."newest_key" as "$k1"
from "published"."item_keyword" as "v1", "published"."item" as "t2"
where ("v1"."keyword_id" = "t1"."id") and ("t2"."id" = "v1"."item_id")
order by "v1"."newest_key"
limit 21) as "$q") as "p1") as "$a") as "$o") as "items"
from "published"."keyword" as "t1"
where "t1"."id" = coalesce(
(select n.id
from "published"."keyword" n
where n.slug = $3),
(select r.target_id
from "published"."redirect" r
where r.type = 'Keyword' and r.slug = $4))) as "$o") as "keyword") as "$o"
