select row_to_json("$o")::text as "data"
from
(select
(select row_to_json("$o")
from
(select
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t1"."kind" as "kind", "t1"."title" as "title", "t1"."starts_on" as "startsOn", "t1"."ends_on" as "endsOn", case when "t1"."place_printed" is not null then
(select row_to_json("$o")
from
(select "t1"."place_printed" as "printed") as "$o") end as "place", coalesce((select row_to_json("$o")
from
(select "t2"."title" as "title", coalesce((select row_to_json("$o")
from
(select "t3"."number" as "number", coalesce((select row_to_json("$o")
from
(select "t4"."slug" as "slug"
from "published"."publication" as "t4"
where "t4"."id" = "t3"."publication_id") as "$o"), '{"$null":true}') as "publication"
from "published"."issue" as "t3"
where "t3"."id" = "t2"."issue_id") as "$o"), '{"$null":true}') as "issue"
from "published"."item" as "t2"
where "t2"."id" = "t1"."item_id") as "$o"), '{"$null":true}') as "item"
from "published"."event" as "t1"
where "t1"."day" >= $1::date
order by "t1"."day", "t1"."id"
limit 50) as "$o") as "nodes") as "$o") as "events") as "$o"
