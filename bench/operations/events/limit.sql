select row_to_json(a)::text from (select (
  select row_to_json(c) from (select (
    select coalesce(json_agg(row_to_json(e)), '[]') from (
      select e.kind, e.title, e.starts_on as "startsOn", e.ends_on as "endsOn",
        case when e.place_printed is not null then (select row_to_json(p) from (select e.place_printed as printed) p) end as place, (
        select row_to_json(o) from (
          select t.title, (
            select row_to_json(o) from (
              select i.number, (select row_to_json(o) from (select p.slug) o) as publication) o) as issue) o) as item
      from published.event e
        join published.item t on t.id = e.item_id
        join published.issue i on i.id = t.issue_id
        join published.publication p on p.id = i.publication_id
      where e.day >= $1::date order by e.day, e.id limit 50) e) as nodes) c) as events) a
