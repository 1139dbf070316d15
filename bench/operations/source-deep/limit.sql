select row_to_json(a)::text from (select (
  select row_to_json(s) from (
    select s.name, (
      select row_to_json(c) from (select (
        select coalesce(json_agg(row_to_json(t)), '[]') from (
          select t.title, (
            select coalesce(json_agg(row_to_json(k)), '[]') from (
              select k.name, (
                select row_to_json(c) from (select (
                  select coalesce(json_agg(row_to_json(u)), '[]') from (
                    select u.title, (
                      select row_to_json(i) from (
                        select i.number, i.title from published.issue i where i.id = u.issue_id) i) as issue
                    from published.item_keyword y join published.item u on u.id = y.item_id
                    where y.keyword_id = k.id order by y.newest_key limit 5) u) as nodes) c) as items
              from published.item_keyword x join published.keyword k on k.id = x.keyword_id
              where x.item_id = t.id order by x.ordinal) k) as keywords
          from published.item_source v join published.item t on t.id = v.item_id
          where v.source_id = s.id order by v.newest_key limit 20) t) as nodes) c) as items
    from published.source s where s.slug = $1) s) as source) a
