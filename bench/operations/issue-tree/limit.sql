select row_to_json(a)::text from (select (
  select row_to_json(i) from (
    select i.number, i.title, i.published_on as "publishedOn", (
      select coalesce(json_agg(row_to_json(s)), '[]') from (
        select s.heading, s.depth, (
          select coalesce(json_agg(row_to_json(t)), '[]') from (
            select t.id, t.kind, t.position, t.number, t.title, t.body_text as body, (
              select coalesce(json_agg(row_to_json(k)), '[]') from (
                select k.name from published.item_keyword l join published.keyword k on k.id = l.keyword_id
                where l.item_id = t.id order by l.ordinal) k) as keywords, (
              select coalesce(json_agg(row_to_json(o)), '[]') from (
                select o.name from published.item_source l join published.source o on o.id = l.source_id
                where l.item_id = t.id order by l.ordinal) o) as sources, (
              select coalesce(json_agg(row_to_json(e)), '[]') from (
                select e.kind, e.starts_on as "startsOn", e.ends_on as "endsOn" from published.event e
                where e.id in (select m.event_id from published.event_mention m where m.item_id = t.id)
                order by e.day, e.id) e) as events
            from published.item t where t.section_id = s.id order by t.position) t) as items
        from published.section s where s.issue_id = i.id order by s.position) s) as sections
    from published.issue i
    where i.publication_id = (select p.id from published.publication p where p.slug = $1) and i.slug = $2) i) as issue) a
