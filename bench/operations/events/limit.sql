select row_to_json(a)::text from (select (
  select row_to_json(c) from (select (
    select coalesce(json_agg(row_to_json(e)), '[]') from (
      select e.kind, e.title, e.starts_on as "startsOn", e.ends_on as "endsOn",
        case when e.place_printed is not null then (select row_to_json(p) from (select e.place_printed as printed) p) end as place, (
        select row_to_json(t) from (
          select t.title, (
            select row_to_json(i) from (
              select i.number, (
                select row_to_json(p) from (
                  select p.slug from published.publication p where p.id = i.publication_id) p) as publication
              from published.issue i where i.id = t.issue_id) i) as issue
          from published.item t where t.id = e.item_id) t) as item
      from published.event e where e.day >= $1::date order by e.day, e.id limit 50) e) as nodes) c) as events) a
