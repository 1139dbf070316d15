select row_to_json("$o")::text as "data"
from
(select
(select row_to_json("$o")
from
(select "t1"."number" as "number", "t1"."title" as "title", "t1"."published_on" as "publishedOn",
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t2"."heading" as "heading", "t2"."depth" as "depth",
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t3"."id" as "id", "t3"."kind" as "kind", "t3"."position" as "position", "t3"."number" as "number", "t3"."title" as "title", "t3"."body_text" as "body",
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t4"."name" as "name"
from "published"."item_keyword" as "v1", "published"."keyword" as "t4"
where ("v1"."item_id" = "t3"."id") and ("t4"."id" = "v1"."keyword_id")
order by "v1"."ordinal") as "$o") as "keywords",
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t5"."name" as "name"
from "published"."item_source" as "v2", "published"."source" as "t5"
where ("v2"."item_id" = "t3"."id") and ("t5"."id" = "v2"."source_id")
order by "v2"."ordinal") as "$o") as "sources",
(select coalesce(json_agg(row_to_json("$o")), '[]')
from
(select "t6"."kind" as "kind", "t6"."starts_on" as "startsOn", "t6"."ends_on" as "endsOn"
from "published"."event" as "t6"
where "t6"."id" in
(select m.event_id
from "published"."event_mention" m
where m.item_id = "t3"."id")
order by "t6"."day", "t6"."id") as "$o") as "events"
from "published"."item" as "t3"
where "t3"."section_id" = "t2"."id"
order by "t3"."position") as "$o") as "items"
from "published"."section" as "t2"
where "t2"."issue_id" = "t1"."id"
order by "t2"."position") as "$o") as "sections"
from "published"."issue" as "t1"
where "t1"."id" = coalesce(
(select n.id
from "published"."issue" n
where n.publication_id =
(select p.id
from "published"."publication" p
where p.slug = $1) and n.slug = $2),
(select r.target_id
from "published"."redirect" r
where r.type = 'Issue' and r.slug =
(select p.id
from "published"."publication" p
where p.slug = $3) || '/' || $4))) as "$o") as "issue") as "$o"
