select row_to_json(a)::text from (select (
  select row_to_json(k) from (
    select k.name, (
      select row_to_json(c) from (
        select l.edges, (
          select row_to_json(p) from (
            select exists (
              select from published.item_keyword x where x.keyword_id = k.id and x.newest_key > l.key) as "hasNextPage",
              l.key as "endCursor") p) as "pageInfo"
        from (
          select coalesce(json_agg(row_to_json(e)), '[]') as edges, max(e.cursor) as key from (
            select v.newest_key as cursor, (
              select row_to_json(n) from (
                select t.id, t.title, (
                  select row_to_json(i) from (
                    select i.number, i.published_on as "publishedOn" from published.issue i where i.id = t.issue_id) i) as issue, (
                  select coalesce(json_agg(row_to_json(o)), '[]') from (
                    select o.name from published.item_source x join published.source o on o.id = x.source_id
                    where x.item_id = t.id order by x.ordinal) o) as sources, (
                  select coalesce(json_agg(row_to_json(w)), '[]') from (
                    select w.name from published.item_keyword x join published.keyword w on w.id = x.keyword_id
                    where x.item_id = t.id order by x.ordinal) w) as keywords) n) as node
            from published.item_keyword v join published.item t on t.id = v.item_id
            where v.keyword_id = k.id order by v.newest_key limit 20) e) l) c) as items
    from published.keyword k where k.slug = $1) k) as keyword) a
