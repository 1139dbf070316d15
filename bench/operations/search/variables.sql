-- One to three words that stand in one item: of its body, in turn with one of its title or with the name of one of its keywords.
with word as (
  select k.form from search.word k where k.form <> '' and k.printed = '' group by k.form having count(*) = 1 and min(k.lexeme) = k.form and k.form ~ '^[a-z]{3,}$'),
item as (
  select i.id, i.title, i.body_text, row_number() over (order by md5(i.id)) as n from published.item i order by md5(i.id) limit 1000),
drawn as (
  select i.n, (
    select array_agg(distinct b.form) from (
      (select w.form from regexp_split_to_table(lower(i.body_text), '[^a-z]+') t join word w on w.form = t order by md5(i.id || w.form) limit 1 + i.n % 2)
      union (select w.form from regexp_split_to_table(lower(i.title), '[^a-z]+') t join word w on w.form = t where i.n % 3 = 1 order by md5(i.id || w.form) limit 1)
      union (select w.form from published.item_keyword l, regexp_split_to_table(lower(l.printed), '[^a-z]+') t join word w on w.form = t
        where i.n % 3 = 2 and l.item_id = i.id order by md5(i.id || w.form) limit 1)) b) as words
  from item i)
select json_build_object('query', array_to_string(d.words, ' '))::text as variables
from drawn d where cardinality(d.words) between 1 and 3 order by d.n limit 400
