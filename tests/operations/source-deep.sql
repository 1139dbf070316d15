select row_to_json("$o")::text as "data"
from
(select
(select row_to_json("$o")
from
(select "t1"."name" as "name",
(select row_to_json("$o")
from
(select
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t2"."title" as "title",
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t3"."name" as "name",
(select row_to_json("$o")
from
(select
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t4"."title" as "title", coalesce((select row_to_json("$o")
from
(select "t5"."number" as "number", "t5"."title" as "title"
from "published"."issue" as "t5"
where "t5"."id" = "t4"."issue_id") as "$o"), '{"$null":true}') as "issue"
from "published"."item_keyword" as "v3", "published"."item" as "t4"
where ("v3"."keyword_id" = "t3"."id") and ("t4"."id" = "v3"."item_id")
order by "v3"."newest_key"
limit 5) as "$o") as "nodes") as "$o") as "items"
from "published"."item_keyword" as "v2", "published"."keyword" as "t3"
where ("v2"."item_id" = "t2"."id") and ("t3"."id" = "v2"."keyword_id")
order by "v2"."ordinal") as "$o") as "keywords"
from "published"."item_source" as "v1", "published"."item" as "t2"
where ("v1"."source_id" = "t1"."id") and ("t2"."id" = "v1"."item_id")
order by "v1"."newest_key"
limit 20) as "$o") as "nodes") as "$o") as "items"
from "published"."source" as "t1"
where "t1"."id" = coalesce(
(select n.id
from "published"."source" n
where n.slug = $1),
(select r.target_id
from "published"."redirect" r
where r.type = 'Source' and r.slug = $2))) as "$o") as "source") as "$o"
