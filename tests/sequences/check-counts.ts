import type { Database } from '@broadsheet/store';

/** What issues share, counted anew out of the rows that issues own, is what is stored: one line for each row that differs. */
export async function wrongCounts(database: Database): Promise<string[]> {
  const found: string[] = [];
  for (const [name, { stored, counted }] of Object.entries(COUNTS)) {
    const sql = `with stored as (${stored}), counted as (${counted})
      select json_agg(json_build_object('is', s, 'is to be', c)) from stored s full join counted c using (id)
      where row_to_json(s)::text is distinct from row_to_json(c)::text`;
    const wrong = await database.text(sql, [], { as: 'owner' });
    if (wrong !== null) found.push(`${name}: ${wrong.slice(0, 600)}`);
  }
  return found;
}

/** Two queries with the columns `id` and others of the same names, which are to give the same rows. */
interface Count {
  readonly stored: string;
  readonly counted: string;
}

const DEFINED = `select d.short, d.long, count(*) as uses from (
    select distinct r.issue_id, a ->> 'short' as short, a ->> 'long' as long
    from editorial.issue i join editorial.revision r on r.issue_id = i.id and r.ordinal = i.published_ordinal,
      json_array_elements(r.reading -> 'abbreviations') a
  ) d group by d.short, d.long`;

const items = (table: string): Count => ({
  stored: `select id, item_count as items from published.${table}`,
  counted: `select ${table}_id as id, count(distinct item_id) as items from published.item_${table} group by ${table}_id`,
});

const forms = (table: string, from: string, form: string): Count => ({
  stored: `select n.entity_id || ' ' || n.name as id, n.uses from published.entity_name n join published.${table} e on e.id = n.entity_id
    where n.uses > 0`,
  counted: `select ${table}_id || ' ' || ${form} as id, count(*) as uses from published.${from} group by ${table}_id, ${form}`,
});

const redirects = (table: string, type: string): Count => ({
  stored: `select slug as id, target_id from published.redirect where type = '${type}'`,
  counted: `select n.name_slug as id, min(n.entity_id) as target_id
    from published.entity_name n join published.${table} e on e.id = n.entity_id
    where n.name_slug not in (select slug from published.${table})
    group by n.name_slug having min(n.entity_id) = max(n.entity_id)`,
});

const COUNTS: Readonly<Record<string, Count>> = {
  'items of sources': items('source'),
  'items of keywords': items('keyword'),
  'items of contributors': items('contributor'),
  'forms of sources': forms('source', 'attribution', 'printed'),
  'forms of keywords': forms('keyword', 'item_keyword', 'printed'),
  'forms of contributors': forms('contributor', 'byline', 'name'),
  'sources of items': {
    stored: `select item_id || source_id as id, ordinal from published.item_source`,
    counted: `select item_id || source_id as id, min(ordinal) as ordinal from published.attribution group by item_id, source_id`,
  },
  'contributors of items': {
    stored: `select item_id || contributor_id as id, ordinal from published.item_contributor`,
    counted: `select item_id || contributor_id as id, min(ordinal) as ordinal from published.byline group by item_id, contributor_id`,
  },
  definitions: {
    stored: `select short || '=' || long as id, uses from editorial.definition where uses > 0`,
    counted: `select short || '=' || long as id, uses from (${DEFINED}) d`,
  },
  'defined forms': {
    stored: `select n.entity_id || ' ' || n.name as id, n.method from published.entity_name n
      join published.source s on s.id = n.entity_id join editorial.definition d on d.uses > 0 and d.long_key = s.slug and n.name in (d.short, d.long)
      group by 1, 2`,
    counted: `select distinct s.id || ' ' || f.name as id, f.method from published.source s
      join editorial.definition d on d.uses > 0 and d.long_key = s.slug, lateral (values (d.short, 'ABBREVIATION'), (d.long, 'PRINTED')) f (name, method)`,
  },
  'forms that nobody prints or defines': {
    stored: `select n.entity_id || ' ' || n.name as id from published.entity_name n where n.uses = 0 and not exists (
      select from published.source s join editorial.definition d on d.uses > 0 and d.long_key = s.slug
      where s.id = n.entity_id and n.name in (d.short, d.long))`,
    counted: `select ''::text as id where false`,
  },
  'short forms of sources': {
    stored: `select id, abbreviation from published.source`,
    counted: `select s.id, (select d.short from editorial.definition d where d.uses > 0 and d.long_key = s.slug
      group by d.short order by sum(d.uses) desc, d.short collate "C" limit 1) as abbreviation from published.source s`,
  },
  'names of sources': {
    stored: `select id, name, name_key from published.source`,
    counted: `select id, name, slug || ' ' || name as name_key from (select s.id, s.slug, coalesce(
      (select d.long from editorial.definition d where d.uses > 0 and d.long_key = s.slug group by d.long order by sum(d.uses) desc, d.long collate "C" limit 1),
      (select n.name from published.entity_name n where n.entity_id = s.id and n.name_slug = s.slug order by n.uses desc, n.name collate "C" limit 1),
      (select n.name from published.entity_name n where n.entity_id = s.id order by n.uses desc, n.name collate "C" limit 1)
    ) as name from published.source s) named`,
  },
  'slugs of keywords': {
    stored: `select id, slug from published.keyword`,
    counted: `select k.id, (select n.name_slug from published.entity_name n where n.entity_id = k.id and n.name_slug = k.slug limit 1) as slug
      from published.keyword k`,
  },
  'shorter slugs of keywords': {
    stored: `select k.id from published.keyword k join published.entity_name n on n.entity_id = k.id where length(n.name_slug) < length(k.slug)`,
    counted: `select ''::text as id where false`,
  },
  'names of keywords': {
    stored: `select id, name, name_key from published.keyword`,
    counted: `select k.id, n.name, k.slug || ' ' || n.name as name_key from published.keyword k, lateral (
      select name from published.entity_name n where n.entity_id = k.id and n.name_slug = k.slug order by n.uses desc, n.name collate "C" limit 1) n`,
  },
  'redirects of sources': redirects('source', 'Source'),
  'redirects of keywords': redirects('keyword', 'Keyword'),
  'redirects of series': {
    stored: `select target_id as id, count(*) as others from published.redirect where type = 'Series' group by target_id`,
    counted: `select id, others from (
        select series_id as id, count(*) - (case when (select count(distinct o.series_id) from published.series_part o where o.series_key = p.series_key) = 1
          then 0 else 1 end) as others
        from published.series_part p group by series_id, series_key
      ) parts where others > 0`,
  },
  rubrics: {
    stored: `select id, section_count as sections, heading from published.rubric`,
    counted: `select rubric_id as id, count(*) as sections, max(left(heading, 200) collate "C") as heading
      from published.section where rubric_id is not null group by rubric_id`,
  },
  events: {
    stored: `select id, item_id, issue_id, title, kind, starts_on, ends_on, place_printed from published.event`,
    counted: `select m.event_id as id, m.item_id, m.issue_id, m.title, m.kind, m.starts_on, m.ends_on, m.place_printed
      from published.event_mention m where not exists (select from published.event_mention o
        where o.event_id = m.event_id and (o.newest_key, o.ordinal) < (m.newest_key, m.ordinal))`,
  },
  'days of events': {
    stored: `select id, day from published.event`,
    counted: `select distinct event_id as id, coalesce(starts_on, ends_on) as day from published.event_mention`,
  },
  'parts of series': {
    stored: `select item_id as id, issue_id, series_key, ordinal from published.series_part`,
    counted: `select i.id, i.issue_id, i.series_key, row_number() over (partition by p.series_id order by p.ordinal) as ordinal
      from published.item i left join published.series_part p on p.item_id = i.id where i.series_key is not null`,
  },
  'neighbours in series': {
    stored: `select item_id as id, previous_id from published.series_part where previous_id is not null`,
    counted: `select next_id as id, item_id as previous_id from published.series_part where next_id is not null`,
  },
  series: {
    stored: `select id, title from published.series`,
    counted: `select p.series_id as id, i.series_title as title from published.series_part p join published.item i on i.id = p.item_id
      where p.ordinal = 1`,
  },
  'whole series with a gap': {
    stored: `select id from published.series s where is_complete and (
      exists (select from published.series_part p where p.series_id = s.id and p.ordinal > 1 and p.previous_id is null)
      or exists (select from published.series_part p join published.item i on i.id = p.item_id where p.series_id = s.id
        and (p.ordinal = 1 and (i.part_number > 1 or i.part_number is null and i.part_is_continuation)
          or p.next_id is null and i.part_to_be_continued and i.part_of is null)))`,
    counted: `select ''::text as id where false`,
  },
  'rubrics of items': {
    stored: `select item_id || rubric_id as id from published.item_rubric`,
    counted: `with recursive above as (
        select i.id as item_id, s.rubric_id, s.parent_id from published.item i join published.section s on s.id = i.section_id
        union all select a.item_id, s.rubric_id, s.parent_id from above a join published.section s on s.id = a.parent_id
      ) select distinct item_id || rubric_id as id from above where rubric_id is not null`,
  },
};
