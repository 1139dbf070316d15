select json_build_object('publication', p.slug, 'slug', i.slug)::text as variables
from published.issue i join published.publication p on p.id = i.publication_id
order by md5(i.id) limit 400
