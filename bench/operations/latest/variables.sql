select json_build_object('publication', slug)::text as variables from published.publication limit 400
