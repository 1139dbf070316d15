-- A keyword is asked for as often as it is used: by the items, not by the keywords.
select json_build_object('slug', k.slug)::text as variables
from (select keyword_id, item_id, ordinal from published.item_keyword order by md5(item_id || ordinal) limit 400) u
join published.keyword k on k.id = u.keyword_id
order by md5(u.item_id || u.ordinal)
