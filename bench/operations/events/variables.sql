-- Days with events after them, the last fifty events apart: every page is full.
select json_build_object('from', to_char(d.day, 'YYYY-MM-DD'))::text as variables
from (select day from published.event order by day desc offset 50) d
group by d.day order by md5(d.day::text) limit 400
