select row_to_json(a)::text from (select (
  select row_to_json(c) from (
    select l.nodes, (
      select row_to_json(p) from (
        select exists (
          select from published.issue i where i.publication_id = u.id and i.newest_key > l.key) as "hasNextPage",
          l.key as "endCursor") p) as "pageInfo"
    from (select p.id from published.publication p where p.slug = $1) u, lateral (
      select coalesce(json_agg(i.node), '[]') as nodes, max(i.newest_key) as key from (
        select i.newest_key, (
          select row_to_json(n) from (
            select i.number, i.title, i.published_on as "publishedOn", (
              select row_to_json(c) from (
                select (
                  select coalesce(json_agg(row_to_json(t)), '[]') from (
                    select t.title from published.item t where t.issue_id = i.id order by t.position limit 3) t
                ) as nodes) c) as items) n) as node
        from published.issue i where i.publication_id = u.id order by i.newest_key limit 20) i) l) c) as issues) a
