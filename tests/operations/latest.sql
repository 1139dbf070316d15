select row_to_json("$o")::text as "data"
from
(select
(select row_to_json("$o")
from
(select "$a"."$1" as "nodes",
(select row_to_json("$o")
from
(select "$a"."$2" as "hasNextPage", "$a"."$3" as "endCursor") as "$o") as "pageInfo"
from
(select coalesce(json_agg((select row_to_json("$o")
from
(select "p1"."number" as "number", "p1"."title" as "title", "p1"."published_on" as "publishedOn",
(select row_to_json("$o")
from
(select
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t2"."title" as "title"
from "published"."item" as "t2"
where "t2"."issue_id" = "p1"."id"
order by "t2"."position"
limit 3) as "$o") as "nodes") as "$o") as "items") as "$o")) filter (where "p1"."$n" <= 20), '[]') as "$1", count(*) > 20 as "$2", min(encode(int8send(hashtextextended(($1::text || chr(31) || "p1"."$k1"::text) collate "C", 0)) || convert_to("p1"."$k1"::text, 'UTF8'), 'hex')) filter (where "p1"."$n" = least("p1"."$c", 20)) as "$3"
from
(select "$q".*, row_number() over () as "$n", count(*) over () as "$c"
from
(select "t1"."number" as "number", "t1"."title" as "title", "t1"."published_on" as "published_on", "t1"."id" as "id", "t1"."newest_key" as "$k1"
from "published"."issue" as "t1"
where "t1"."publication_id" =
(select p.id
from "published"."publication" p
where p.slug = ($2::text[])[1])
order by "t1"."newest_key"
limit 21) as "$q") as "p1") as "$a") as "$o") as "issues") as "$o"
