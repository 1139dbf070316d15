select json_build_object('slug', slug)::text as variables
from published.source order by md5(id) limit 400
