-- A reflection of the migrated database, written by `pnpm codegen`. Not to be run.

create table draft.attribution (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  source_id text collate "C" not null,
  printed text not null,
  base_key text collate "C" not null,
  method text not null,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  since bigint not null,
  PRIMARY KEY (item_id, ordinal)
);
CREATE INDEX attribution_base_key_idx ON draft.attribution USING btree (base_key);
CREATE INDEX attribution_issue_id_idx ON draft.attribution USING btree (issue_id);
CREATE INDEX attribution_source_id_idx ON draft.attribution USING btree (source_id);

create table draft.byline (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  contributor_id text collate "C" not null,
  printed text not null,
  name text not null,
  affiliation text,
  since bigint not null,
  PRIMARY KEY (item_id, ordinal)
);
CREATE INDEX byline_contributor_id_idx ON draft.byline USING btree (contributor_id);
CREATE INDEX byline_issue_id_idx ON draft.byline USING btree (issue_id);

create table draft.contributor (
  id text collate "C" not null,
  slug text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  item_count integer not null,
  since bigint not null,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE UNIQUE INDEX contributor_slug_key ON draft.contributor USING btree (slug);

create table draft.diagnostic (
  revision_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  severity text not null,
  code text not null,
  message text not null,
  span_start integer,
  span_end integer,
  span_line integer,
  span_column integer,
  span_text text,
  since bigint not null,
  PRIMARY KEY (revision_id, ordinal)
);
CREATE INDEX diagnostic_issue_id_idx ON draft.diagnostic USING btree (issue_id);

create table draft.entity_name (
  entity_id text collate "C" not null,
  name text collate "C" not null,
  name_slug text collate "C" not null,
  method text not null,
  confidence double precision not null,
  uses integer not null,
  since bigint not null,
  PRIMARY KEY (entity_id, name)
);
CREATE INDEX entity_name_name_slug_idx ON draft.entity_name USING btree (name_slug);

create table draft.event (
  id text collate "C" not null,
  kind text not null,
  title text not null,
  starts_on date,
  ends_on date,
  place_printed text,
  place_venue text,
  place_city text,
  place_country text,
  mode text,
  organizer text,
  url text,
  day date not null,
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  since bigint not null,
  PRIMARY KEY (id)
);
CREATE INDEX event_day_id_idx ON draft.event USING btree (day, id);
CREATE INDEX event_issue_id_idx ON draft.event USING btree (issue_id);
CREATE INDEX event_item_id_idx ON draft.event USING btree (item_id);

create table draft.event_mention (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  event_id text collate "C" not null,
  kind text not null,
  title text not null,
  starts_on date,
  ends_on date,
  place_printed text,
  place_venue text,
  place_city text,
  place_country text,
  mode text,
  organizer text,
  url text,
  newest_key text collate "C" not null,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  since bigint not null,
  PRIMARY KEY (item_id, ordinal)
);
CREATE INDEX event_mention_event_id_newest_key_ordinal_idx ON draft.event_mention USING btree (event_id, newest_key, ordinal);
CREATE INDEX event_mention_issue_id_idx ON draft.event_mention USING btree (issue_id);

create table draft.exchange (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  question_text text not null,
  question_markdown text not null,
  question_html text not null,
  answer_text text,
  answer_markdown text,
  answer_html text,
  since bigint not null,
  PRIMARY KEY (item_id, ordinal)
);
CREATE INDEX exchange_issue_id_idx ON draft.exchange USING btree (issue_id);

create table draft.heading (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  depth integer not null,
  label text,
  text text not null,
  since bigint not null,
  PRIMARY KEY (item_id, ordinal)
);
CREATE INDEX heading_issue_id_idx ON draft.heading USING btree (issue_id);

create table draft.issue (
  id text collate "C" not null,
  publication_id text collate "C" not null,
  slug text collate "C" not null,
  number integer,
  title text not null,
  language text not null,
  published_on date,
  published_at text collate "C",
  url text,
  status text not null,
  introduction_text text,
  introduction_markdown text,
  introduction_html text,
  lead_item_id text collate "C",
  revision_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  since bigint not null,
  address_key text collate "C",
  PRIMARY KEY (id),
  UNIQUE (publication_id, slug)
);
CREATE INDEX issue_address ON draft.issue USING btree (address_key, newest_key);
CREATE INDEX issue_number_idx ON draft.issue USING btree (number);
CREATE INDEX issue_publication_id_newest_key_idx ON draft.issue USING btree (publication_id, newest_key);
CREATE INDEX issue_publication_id_oldest_key_idx ON draft.issue USING btree (publication_id, oldest_key);
CREATE INDEX issue_publication_number ON draft.issue USING btree (publication_id, number);
CREATE INDEX issue_revision_id_idx ON draft.issue USING btree (revision_id);
CREATE UNIQUE INDEX issue_newest_key_idx ON draft.issue USING btree (newest_key);
CREATE UNIQUE INDEX issue_oldest_key_idx ON draft.issue USING btree (oldest_key);
CREATE UNIQUE INDEX issue_publication_id_slug_key ON draft.issue USING btree (publication_id, slug);

create table draft.item (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  publication_id text collate "C" not null,
  section_id text collate "C",
  kind text not null,
  position integer not null,
  number integer,
  title text not null,
  language text not null,
  published_on date,
  body_text text not null,
  body_markdown text not null,
  body_html text not null,
  word_count integer not null,
  link_url text,
  link_text text,
  part_is_continuation boolean,
  part_to_be_continued boolean,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  since bigint not null,
  series_key text collate "C",
  series_title text,
  part_number integer,
  part_of integer,
  link_address_key text collate "C",
  PRIMARY KEY (id)
);
CREATE INDEX item_issue_id_position_idx ON draft.item USING btree (issue_id, "position");
CREATE INDEX item_publication_id_newest_key_idx ON draft.item USING btree (publication_id, newest_key);
CREATE INDEX item_section_id_position_idx ON draft.item USING btree (section_id, "position");
CREATE INDEX item_series_key ON draft.item USING btree (series_key);
CREATE UNIQUE INDEX item_newest_key_idx ON draft.item USING btree (newest_key);
CREATE UNIQUE INDEX item_oldest_key_idx ON draft.item USING btree (oldest_key);

create table draft.item_contributor (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  contributor_id text collate "C" not null,
  ordinal integer not null,
  since bigint not null,
  PRIMARY KEY (item_id, contributor_id)
);
CREATE INDEX item_contributor_contributor_id_newest_key_idx ON draft.item_contributor USING btree (contributor_id, newest_key);
CREATE INDEX item_contributor_issue_id_idx ON draft.item_contributor USING btree (issue_id);

create table draft.item_keyword (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  keyword_id text collate "C" not null,
  ordinal integer not null,
  printed text not null,
  since bigint not null,
  PRIMARY KEY (item_id, keyword_id)
);
CREATE INDEX item_keyword_issue_id_idx ON draft.item_keyword USING btree (issue_id);
CREATE INDEX item_keyword_keyword_id_newest_key_idx ON draft.item_keyword USING btree (keyword_id, newest_key);
CREATE INDEX item_keyword_keyword_id_oldest_key_idx ON draft.item_keyword USING btree (keyword_id, oldest_key);

create table draft.item_rubric (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  rubric_id text collate "C" not null,
  since bigint not null,
  PRIMARY KEY (item_id, rubric_id)
);
CREATE INDEX item_rubric_issue_id_idx ON draft.item_rubric USING btree (issue_id);
CREATE INDEX item_rubric_rubric_id_newest_key_idx ON draft.item_rubric USING btree (rubric_id, newest_key);
CREATE INDEX item_rubric_rubric_id_oldest_key_idx ON draft.item_rubric USING btree (rubric_id, oldest_key);

create table draft.item_source (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  source_id text collate "C" not null,
  ordinal integer not null,
  since bigint not null,
  PRIMARY KEY (item_id, source_id)
);
CREATE INDEX item_source_issue_id_idx ON draft.item_source USING btree (issue_id);
CREATE INDEX item_source_source_id_newest_key_idx ON draft.item_source USING btree (source_id, newest_key);
CREATE INDEX item_source_source_id_oldest_key_idx ON draft.item_source USING btree (source_id, oldest_key);

create table draft.keyword (
  id text collate "C" not null,
  slug text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  item_count integer not null,
  since bigint not null,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE INDEX keyword_item_count_id_idx ON draft.keyword USING btree (item_count DESC, id);
CREATE INDEX keyword_name_key_id_idx ON draft.keyword USING btree (name_key, id);
CREATE UNIQUE INDEX keyword_slug_key ON draft.keyword USING btree (slug);

create table draft.link (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  url text not null,
  text text,
  since bigint not null,
  address_key text collate "C",
  PRIMARY KEY (item_id, ordinal)
);
CREATE INDEX link_issue_id_idx ON draft.link USING btree (issue_id);

create table draft.publication (
  id text collate "C" not null,
  slug text collate "C" not null,
  title text not null,
  language text not null,
  time_zone text not null,
  homepage text,
  since bigint not null,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE UNIQUE INDEX publication_slug_key ON draft.publication USING btree (slug);

create table draft.redirect (
  id text collate "C" not null,
  type text not null,
  slug text collate "C" not null,
  target_id text collate "C" not null,
  since bigint not null,
  PRIMARY KEY (id)
);
CREATE INDEX redirect_target_id_idx ON draft.redirect USING btree (target_id);
CREATE UNIQUE INDEX redirect_type_slug_idx ON draft.redirect USING btree (type, slug);

create table draft.revision (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  created_at text collate "C" not null,
  published_at text collate "C",
  superseded_at text collate "C",
  sha256 text collate "C" not null,
  format text not null,
  byte_length integer not null,
  lines integer not null,
  attributed integer not null,
  since bigint not null,
  PRIMARY KEY (id)
);
CREATE INDEX revision_issue_id_ordinal_idx ON draft.revision USING btree (issue_id, ordinal);
CREATE INDEX revision_sha256_idx ON draft.revision USING btree (sha256);

create table draft.rubric (
  id text collate "C" not null,
  publication_id text collate "C" not null,
  slug text collate "C" not null,
  heading text not null,
  parent_id text collate "C",
  section_count integer not null,
  since bigint not null,
  PRIMARY KEY (id),
  UNIQUE (publication_id, slug)
);
CREATE INDEX rubric_parent_id_idx ON draft.rubric USING btree (parent_id);
CREATE UNIQUE INDEX rubric_publication_id_slug_key ON draft.rubric USING btree (publication_id, slug);

create table draft.section (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  rubric_id text collate "C",
  heading text not null,
  path text[] not null,
  depth integer not null,
  position integer not null,
  parent_id text collate "C",
  introduction_text text,
  introduction_markdown text,
  introduction_html text,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  since bigint not null,
  PRIMARY KEY (id)
);
CREATE INDEX section_issue_id_position_idx ON draft.section USING btree (issue_id, "position");
CREATE INDEX section_parent_id_idx ON draft.section USING btree (parent_id);
CREATE INDEX section_rubric_id_left_idx ON draft.section USING btree (rubric_id, "left"(heading, 200) COLLATE "C");

create table draft.series (
  id text collate "C" not null,
  title text not null,
  is_complete boolean not null,
  since bigint not null,
  PRIMARY KEY (id)
);

create table draft.series_part (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  series_id text collate "C" not null,
  series_key text collate "C" not null,
  ordinal integer not null,
  previous_id text collate "C",
  next_id text collate "C",
  since bigint not null,
  PRIMARY KEY (item_id)
);
CREATE INDEX series_part_issue_id_idx ON draft.series_part USING btree (issue_id);
CREATE INDEX series_part_series_id_ordinal_idx ON draft.series_part USING btree (series_id, ordinal);
CREATE INDEX series_part_series_key_idx ON draft.series_part USING btree (series_key);

create table draft.source (
  id text collate "C" not null,
  slug text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  item_count integer not null,
  abbreviation text,
  since bigint not null,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE INDEX source_item_count_id_idx ON draft.source USING btree (item_count DESC, id);
CREATE INDEX source_name_key_id_idx ON draft.source USING btree (name_key, id);
CREATE UNIQUE INDEX source_slug_key ON draft.source USING btree (slug);

create table editorial.audit (
  id bigint not null,
  at timestamp with time zone not null default clock_timestamp(),
  actor text collate "C" not null,
  action text collate "C" not null,
  subject_id text collate "C",
  outcome text collate "C" not null,
  seq bigint,
  detail json,
  day date,
  times integer not null default 1,
  PRIMARY KEY (id)
);
CREATE INDEX audit_at ON editorial.audit USING btree (at, id);
CREATE UNIQUE INDEX audit_refused ON editorial.audit USING btree (day, actor, action, outcome) WHERE (day IS NOT NULL);

create table editorial.curation (
  id bigint not null,
  operation text not null,
  subject_id text collate "C" not null,
  data json not null,
  note text,
  at text not null,
  PRIMARY KEY (id)
);
CREATE INDEX curation_subject ON editorial.curation USING btree (subject_id);
CREATE UNIQUE INDEX curation_once ON editorial.curation USING btree (operation, subject_id);

create table editorial.definition (
  short text collate "C" not null,
  long text collate "C" not null,
  short_key text collate "C" not null,
  long_key text collate "C" not null,
  uses integer not null default 0,
  draft_uses integer not null default 0,
  PRIMARY KEY (short, long)
);
CREATE INDEX definition_long_key ON editorial.definition USING btree (long_key);
CREATE INDEX definition_short_key ON editorial.definition USING btree (short_key);

create table editorial.document (
  sha256 text collate "C" not null,
  format text not null,
  byte_length integer not null,
  text text not null,
  PRIMARY KEY (sha256)
);

create table editorial.identity (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  anchor text collate "C" not null,
  last_ordinal integer not null,
  last_index integer not null,
  PRIMARY KEY (id)
);
CREATE INDEX identity_issue ON editorial.identity USING btree (issue_id);

create table editorial.issue (
  id text collate "C" not null,
  publication_id text collate "C" not null,
  slug text collate "C" not null,
  status text not null,
  published_at text,
  latest_ordinal integer not null,
  published_ordinal integer,
  scheduled_at text collate "C",
  scheduled_ordinal integer,
  scheduled_note text,
  CHECK (((scheduled_at IS NULL) = (scheduled_ordinal IS NULL))),
  FOREIGN KEY (publication_id) REFERENCES editorial.publication(id),
  PRIMARY KEY (id),
  UNIQUE (publication_id, slug)
);
CREATE INDEX issue_scheduled ON editorial.issue USING btree (scheduled_at) WHERE (scheduled_at IS NOT NULL);
CREATE UNIQUE INDEX issue_publication_id_slug_key ON editorial.issue USING btree (publication_id, slug);

create table editorial.log_head (
  only_one boolean not null default true,
  seq bigint not null,
  at timestamp with time zone not null,
  CHECK (only_one),
  PRIMARY KEY (only_one)
);

create table editorial.publication (
  id text collate "C" not null,
  slug text collate "C" not null,
  layout text,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE UNIQUE INDEX publication_slug_key ON editorial.publication USING btree (slug);

create table editorial.revision (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  created_at text not null,
  published_at text,
  superseded_at text,
  sha256 text collate "C" not null,
  layout text not null,
  layout_version integer not null,
  parser_version integer not null,
  given json not null,
  lines integer not null,
  attributed integer not null,
  reading json not null,
  diagnostics json not null,
  item_ids json not null,
  FOREIGN KEY (issue_id) REFERENCES editorial.issue(id),
  FOREIGN KEY (sha256) REFERENCES editorial.document(sha256),
  PRIMARY KEY (id),
  UNIQUE (issue_id, ordinal)
);
CREATE UNIQUE INDEX revision_issue_id_ordinal_key ON editorial.revision USING btree (issue_id, ordinal);

create table editorial.token (
  id text collate "C" not null,
  name text not null,
  hash text collate "C" not null,
  scopes text[] not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  PRIMARY KEY (id)
);

create view history.attribution as
 SELECT item_id,
    issue_id,
    ordinal,
    source_id,
    printed,
    base_key,
    method,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.attribution
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    source_id,
    printed,
    base_key,
    method,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.attribution;

create view history.byline as
 SELECT item_id,
    issue_id,
    ordinal,
    contributor_id,
    printed,
    name,
    affiliation,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.byline
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    contributor_id,
    printed,
    name,
    affiliation,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.byline;

create view history.contributor as
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.contributor
UNION ALL
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    64::bigint AS reach
   FROM past.contributor
UNION ALL
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    since,
    until,
    audience,
    false AS stands,
    65::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.contributor;

create view history.diagnostic as
 SELECT revision_id,
    issue_id,
    ordinal,
    severity,
    code,
    message,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.diagnostic
UNION ALL
 SELECT revision_id,
    issue_id,
    ordinal,
    severity,
    code,
    message,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.diagnostic;

create view history.document as
 SELECT sha256,
    format,
    byte_length,
    text
   FROM editorial.document d
  WHERE (EXISTS ( SELECT
           FROM published.revision r
          WHERE r.sha256 = d.sha256)) OR (EXISTS ( SELECT
           FROM past.revision r
          WHERE r.sha256 = d.sha256 AND r.audience <> 'EDITORS'::text));

create view history.entity_name as
 SELECT entity_id,
    name,
    name_slug,
    method,
    confidence,
    uses,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.entity_name
UNION ALL
 SELECT entity_id,
    name,
    name_slug,
    method,
    confidence,
    uses,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    64::bigint AS reach
   FROM past.entity_name
UNION ALL
 SELECT entity_id,
    name,
    name_slug,
    method,
    confidence,
    uses,
    since,
    until,
    audience,
    false AS stands,
    65::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.entity_name;

create view history.event as
 SELECT id,
    kind,
    title,
    starts_on,
    ends_on,
    place_printed,
    place_venue,
    place_city,
    place_country,
    mode,
    organizer,
    url,
    day,
    item_id,
    issue_id,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.event
UNION ALL
 SELECT id,
    kind,
    title,
    starts_on,
    ends_on,
    place_printed,
    place_venue,
    place_city,
    place_country,
    mode,
    organizer,
    url,
    day,
    item_id,
    issue_id,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.event;

create view history.event_mention as
 SELECT item_id,
    issue_id,
    ordinal,
    event_id,
    kind,
    title,
    starts_on,
    ends_on,
    place_printed,
    place_venue,
    place_city,
    place_country,
    mode,
    organizer,
    url,
    newest_key,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.event_mention
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    event_id,
    kind,
    title,
    starts_on,
    ends_on,
    place_printed,
    place_venue,
    place_city,
    place_country,
    mode,
    organizer,
    url,
    newest_key,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.event_mention;

create view history.exchange as
 SELECT item_id,
    issue_id,
    ordinal,
    question_text,
    question_markdown,
    question_html,
    answer_text,
    answer_markdown,
    answer_html,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.exchange
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    question_text,
    question_markdown,
    question_html,
    answer_text,
    answer_markdown,
    answer_html,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.exchange;

create view history.heading as
 SELECT item_id,
    issue_id,
    ordinal,
    depth,
    label,
    text,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.heading
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    depth,
    label,
    text,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.heading;

create view history.issue as
 SELECT id,
    publication_id,
    slug,
    number,
    title,
    language,
    published_on,
    published_at,
    url,
    status,
    introduction_text,
    introduction_markdown,
    introduction_html,
    lead_item_id,
    revision_id,
    newest_key,
    oldest_key,
    since,
    address_key,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.issue
UNION ALL
 SELECT id,
    publication_id,
    slug,
    number,
    title,
    language,
    published_on,
    published_at,
    url,
    status,
    introduction_text,
    introduction_markdown,
    introduction_html,
    lead_item_id,
    revision_id,
    newest_key,
    oldest_key,
    since,
    address_key,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.issue;

create view history.item as
 SELECT id,
    issue_id,
    publication_id,
    section_id,
    kind,
    item."position",
    number,
    title,
    language,
    published_on,
    body_text,
    body_markdown,
    body_html,
    word_count,
    link_url,
    link_text,
    part_is_continuation,
    part_to_be_continued,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    newest_key,
    oldest_key,
    since,
    series_key,
    series_title,
    part_number,
    part_of,
    link_address_key,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.item
UNION ALL
 SELECT id,
    issue_id,
    publication_id,
    section_id,
    kind,
    item."position",
    number,
    title,
    language,
    published_on,
    body_text,
    body_markdown,
    body_html,
    word_count,
    link_url,
    link_text,
    part_is_continuation,
    part_to_be_continued,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    newest_key,
    oldest_key,
    since,
    series_key,
    series_title,
    part_number,
    part_of,
    link_address_key,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.item;

create view history.item_contributor as
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    contributor_id,
    ordinal,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.item_contributor
UNION ALL
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    contributor_id,
    ordinal,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.item_contributor;

create view history.item_keyword as
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    keyword_id,
    ordinal,
    printed,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.item_keyword
UNION ALL
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    keyword_id,
    ordinal,
    printed,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.item_keyword;

create view history.item_rubric as
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    rubric_id,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.item_rubric
UNION ALL
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    rubric_id,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.item_rubric;

create view history.item_source as
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    source_id,
    ordinal,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.item_source
UNION ALL
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    source_id,
    ordinal,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.item_source;

create view history.keyword as
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.keyword
UNION ALL
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    64::bigint AS reach
   FROM past.keyword
UNION ALL
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    since,
    until,
    audience,
    false AS stands,
    65::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.keyword;

create view history.link as
 SELECT item_id,
    issue_id,
    ordinal,
    url,
    text,
    since,
    address_key,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.link
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    url,
    text,
    since,
    address_key,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.link;

create view history.publication as
 SELECT id,
    slug,
    title,
    language,
    time_zone,
    homepage,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.publication
UNION ALL
 SELECT id,
    slug,
    title,
    language,
    time_zone,
    homepage,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.publication;

create view history.redirect as
 SELECT id,
    type,
    slug,
    target_id,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.redirect
UNION ALL
 SELECT id,
    type,
    slug,
    target_id,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.redirect;

create view history.revision as
 SELECT id,
    issue_id,
    ordinal,
    created_at,
    published_at,
    superseded_at,
    sha256,
    format,
    byte_length,
    lines,
    attributed,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.revision
UNION ALL
 SELECT id,
    issue_id,
    ordinal,
    created_at,
    published_at,
    superseded_at,
    sha256,
    format,
    byte_length,
    lines,
    attributed,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.revision;

create view history.rubric as
 SELECT id,
    publication_id,
    slug,
    heading,
    parent_id,
    section_count,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.rubric
UNION ALL
 SELECT id,
    publication_id,
    slug,
    heading,
    parent_id,
    section_count,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    64::bigint AS reach
   FROM past.rubric
UNION ALL
 SELECT id,
    publication_id,
    slug,
    heading,
    parent_id,
    section_count,
    since,
    until,
    audience,
    false AS stands,
    65::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.rubric;

create view history.section as
 SELECT id,
    issue_id,
    rubric_id,
    heading,
    path,
    depth,
    section."position",
    parent_id,
    introduction_text,
    introduction_markdown,
    introduction_html,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.section
UNION ALL
 SELECT id,
    issue_id,
    rubric_id,
    heading,
    path,
    depth,
    section."position",
    parent_id,
    introduction_text,
    introduction_markdown,
    introduction_html,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.section;

create view history.series as
 SELECT id,
    title,
    is_complete,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.series
UNION ALL
 SELECT id,
    title,
    is_complete,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.series;

create view history.series_part as
 SELECT item_id,
    issue_id,
    series_id,
    series_key,
    ordinal,
    previous_id,
    next_id,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.series_part
UNION ALL
 SELECT item_id,
    issue_id,
    series_id,
    series_key,
    ordinal,
    previous_id,
    next_id,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.series_part;

create view history.source as
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    abbreviation,
    since,
    '9223372036854775807'::bigint AS until,
    'ALL'::text AS audience,
    true AS stands,
    0::bigint AS shortest,
    0::bigint AS reach
   FROM published.source
UNION ALL
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    abbreviation,
    since,
    until,
    audience,
    false AS stands,
    0::bigint AS shortest,
    64::bigint AS reach
   FROM past.source
UNION ALL
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    abbreviation,
    since,
    until,
    audience,
    false AS stands,
    65::bigint AS shortest,
    '4611686018427387904'::bigint AS reach
   FROM past.source;

create table past.attribution (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  source_id text collate "C" not null,
  printed text not null,
  base_key text collate "C" not null,
  method text not null,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX attribution_period ON past.attribution USING btree (item_id, until, since);

create table past.byline (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  contributor_id text collate "C" not null,
  printed text not null,
  name text not null,
  affiliation text,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX byline_period ON past.byline USING btree (item_id, until, since);

create table past.contributor (
  id text collate "C" not null,
  slug text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  item_count integer not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX contributor_id_until_since_idx ON past.contributor USING btree (id, until, since) WHERE ((until - since) > 64);
CREATE INDEX contributor_period ON past.contributor USING btree (id, until, since);
CREATE INDEX contributor_slug_until_since_idx ON past.contributor USING btree (slug, until, since);
CREATE INDEX contributor_slug_until_since_idx1 ON past.contributor USING btree (slug, until, since) WHERE ((until - since) > 64);

create table past.diagnostic (
  revision_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  severity text not null,
  code text not null,
  message text not null,
  span_start integer,
  span_end integer,
  span_line integer,
  span_column integer,
  span_text text,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX diagnostic_period ON past.diagnostic USING btree (revision_id, until, since);

create table past.entity_name (
  entity_id text collate "C" not null,
  name text collate "C" not null,
  name_slug text collate "C" not null,
  method text not null,
  confidence double precision not null,
  uses integer not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX entity_name_entity_id_until_since_idx ON past.entity_name USING btree (entity_id, until, since) WHERE ((until - since) > 64);
CREATE INDEX entity_name_period ON past.entity_name USING btree (entity_id, until, since);

create table past.event (
  id text collate "C" not null,
  kind text not null,
  title text not null,
  starts_on date,
  ends_on date,
  place_printed text,
  place_venue text,
  place_city text,
  place_country text,
  mode text,
  organizer text,
  url text,
  day date not null,
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX event_day_id_idx ON past.event USING btree (day, id);
CREATE INDEX event_period ON past.event USING btree (id, until, since);

create table past.event_mention (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  event_id text collate "C" not null,
  kind text not null,
  title text not null,
  starts_on date,
  ends_on date,
  place_printed text,
  place_venue text,
  place_city text,
  place_country text,
  mode text,
  organizer text,
  url text,
  newest_key text collate "C" not null,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX event_mention_event_id_newest_key_ordinal_idx ON past.event_mention USING btree (event_id, newest_key, ordinal);
CREATE INDEX event_mention_issue_id_idx ON past.event_mention USING btree (issue_id);
CREATE INDEX event_mention_period ON past.event_mention USING btree (item_id, until, since);

create table past.exchange (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  question_text text not null,
  question_markdown text not null,
  question_html text not null,
  answer_text text,
  answer_markdown text,
  answer_html text,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX exchange_period ON past.exchange USING btree (item_id, until, since);

create table past.heading (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  depth integer not null,
  label text,
  text text not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX heading_period ON past.heading USING btree (item_id, until, since);

create table past.issue (
  id text collate "C" not null,
  publication_id text collate "C" not null,
  slug text collate "C" not null,
  number integer,
  title text not null,
  language text not null,
  published_on date,
  published_at text collate "C",
  url text,
  status text not null,
  introduction_text text,
  introduction_markdown text,
  introduction_html text,
  lead_item_id text collate "C",
  revision_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  since bigint not null,
  address_key text collate "C",
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX issue_newest_key_idx ON past.issue USING btree (newest_key);
CREATE INDEX issue_period ON past.issue USING btree (id, until, since);
CREATE INDEX issue_publication_id_newest_key_idx ON past.issue USING btree (publication_id, newest_key);
CREATE INDEX issue_publication_id_oldest_key_idx ON past.issue USING btree (publication_id, oldest_key);
CREATE INDEX issue_publication_id_slug_idx ON past.issue USING btree (publication_id, slug);

create table past.item (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  publication_id text collate "C" not null,
  section_id text collate "C",
  kind text not null,
  position integer not null,
  number integer,
  title text not null,
  language text not null,
  published_on date,
  body_text text not null,
  body_markdown text not null,
  body_html text not null,
  word_count integer not null,
  link_url text,
  link_text text,
  part_is_continuation boolean,
  part_to_be_continued boolean,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  since bigint not null,
  series_key text collate "C",
  series_title text,
  part_number integer,
  part_of integer,
  link_address_key text collate "C",
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX item_issue_id_position_idx ON past.item USING btree (issue_id, "position");
CREATE INDEX item_newest_key_idx ON past.item USING btree (newest_key);
CREATE INDEX item_oldest_key_idx ON past.item USING btree (oldest_key);
CREATE INDEX item_period ON past.item USING btree (id, until, since);
CREATE INDEX item_section_id_position_idx ON past.item USING btree (section_id, "position");

create table past.item_contributor (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  contributor_id text collate "C" not null,
  ordinal integer not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX item_contributor_contributor_id_newest_key_idx ON past.item_contributor USING btree (contributor_id, newest_key);
CREATE INDEX item_contributor_period ON past.item_contributor USING btree (item_id, until, since);

create table past.item_keyword (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  keyword_id text collate "C" not null,
  ordinal integer not null,
  printed text not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX item_keyword_issue_id_idx ON past.item_keyword USING btree (issue_id);
CREATE INDEX item_keyword_keyword_id_newest_key_idx ON past.item_keyword USING btree (keyword_id, newest_key);
CREATE INDEX item_keyword_period ON past.item_keyword USING btree (item_id, until, since);

create table past.item_rubric (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  rubric_id text collate "C" not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX item_rubric_period ON past.item_rubric USING btree (item_id, until, since);
CREATE INDEX item_rubric_rubric_id_newest_key_idx ON past.item_rubric USING btree (rubric_id, newest_key);

create table past.item_source (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  source_id text collate "C" not null,
  ordinal integer not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX item_source_issue_id_idx ON past.item_source USING btree (issue_id);
CREATE INDEX item_source_period ON past.item_source USING btree (item_id, until, since);
CREATE INDEX item_source_source_id_newest_key_idx ON past.item_source USING btree (source_id, newest_key);

create table past.keyword (
  id text collate "C" not null,
  slug text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  item_count integer not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX keyword_id_until_since_idx ON past.keyword USING btree (id, until, since) WHERE ((until - since) > 64);
CREATE INDEX keyword_period ON past.keyword USING btree (id, until, since);
CREATE INDEX keyword_slug_until_since_idx ON past.keyword USING btree (slug, until, since);
CREATE INDEX keyword_slug_until_since_idx1 ON past.keyword USING btree (slug, until, since) WHERE ((until - since) > 64);

create table past.link (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  url text not null,
  text text,
  since bigint not null,
  address_key text collate "C",
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX link_period ON past.link USING btree (item_id, until, since);

create table past.publication (
  id text collate "C" not null,
  slug text collate "C" not null,
  title text not null,
  language text not null,
  time_zone text not null,
  homepage text,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX publication_period ON past.publication USING btree (id, until, since);
CREATE INDEX publication_slug_idx ON past.publication USING btree (slug);

create table past.redirect (
  id text collate "C" not null,
  type text not null,
  slug text collate "C" not null,
  target_id text collate "C" not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX redirect_period ON past.redirect USING btree (id, until, since);
CREATE INDEX redirect_type_slug_idx ON past.redirect USING btree (type, slug);

create table past.revision (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  created_at text collate "C" not null,
  published_at text collate "C",
  superseded_at text collate "C",
  sha256 text collate "C" not null,
  format text not null,
  byte_length integer not null,
  lines integer not null,
  attributed integer not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX revision_issue_id_ordinal_idx ON past.revision USING btree (issue_id, ordinal);
CREATE INDEX revision_period ON past.revision USING btree (id, until, since);
CREATE INDEX revision_sha256_idx ON past.revision USING btree (sha256);

create table past.rubric (
  id text collate "C" not null,
  publication_id text collate "C" not null,
  slug text collate "C" not null,
  heading text not null,
  parent_id text collate "C",
  section_count integer not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX rubric_id_until_since_idx ON past.rubric USING btree (id, until, since) WHERE ((until - since) > 64);
CREATE INDEX rubric_parent_id_idx ON past.rubric USING btree (parent_id);
CREATE INDEX rubric_period ON past.rubric USING btree (id, until, since);
CREATE INDEX rubric_publication_id_until_since_idx ON past.rubric USING btree (publication_id, until, since) WHERE ((until - since) > 64);
CREATE INDEX rubric_publication_id_until_since_slug_idx ON past.rubric USING btree (publication_id, until, since, slug);

create table past.section (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  rubric_id text collate "C",
  heading text not null,
  path text[] not null,
  depth integer not null,
  position integer not null,
  parent_id text collate "C",
  introduction_text text,
  introduction_markdown text,
  introduction_html text,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX section_issue_id_position_idx ON past.section USING btree (issue_id, "position");
CREATE INDEX section_parent_id_idx ON past.section USING btree (parent_id);
CREATE INDEX section_period ON past.section USING btree (id, until, since);

create table past.series (
  id text collate "C" not null,
  title text not null,
  is_complete boolean not null,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX series_period ON past.series USING btree (id, until, since);

create table past.series_part (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  series_id text collate "C" not null,
  series_key text collate "C" not null,
  ordinal integer not null,
  previous_id text collate "C",
  next_id text collate "C",
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX series_part_period ON past.series_part USING btree (item_id, until, since);
CREATE INDEX series_part_series_id_ordinal_idx ON past.series_part USING btree (series_id, ordinal);

create table past.source (
  id text collate "C" not null,
  slug text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  item_count integer not null,
  abbreviation text,
  since bigint not null,
  until bigint not null,
  audience text not null default 'ALL'::text,
  CHECK ((audience = ANY (ARRAY['ALL'::text, 'EDITORS'::text, 'READERS'::text])))
);
CREATE INDEX source_id_until_since_idx ON past.source USING btree (id, until, since) WHERE ((until - since) > 64);
CREATE INDEX source_period ON past.source USING btree (id, until, since);
CREATE INDEX source_slug_until_since_idx ON past.source USING btree (slug, until, since);
CREATE INDEX source_slug_until_since_idx1 ON past.source USING btree (slug, until, since) WHERE ((until - since) > 64);

create view preview.attribution as
 SELECT item_id,
    issue_id,
    ordinal,
    source_id,
    printed,
    base_key,
    method,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since
   FROM draft.attribution
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    source_id,
    printed,
    base_key,
    method,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since
   FROM published.attribution p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.byline as
 SELECT item_id,
    issue_id,
    ordinal,
    contributor_id,
    printed,
    name,
    affiliation,
    since
   FROM draft.byline
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    contributor_id,
    printed,
    name,
    affiliation,
    since
   FROM published.byline p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.change as
 SELECT seq,
    at,
    kind,
    note,
    publication_id,
    issue_id
   FROM published.change;

create view preview.change_entry as
 SELECT seq,
    ordinal,
    action,
    id,
    type,
    replaced_by
   FROM published.change_entry;

create view preview.contributor as
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    since
   FROM published.contributor
UNION ALL
 SELECT id,
    slug,
    name,
    name_key,
    0 AS item_count,
    since
   FROM draft.contributor d
  WHERE NOT (EXISTS ( SELECT
           FROM published.contributor p
          WHERE p.id = d.id));

create view preview.diagnostic as
 SELECT revision_id,
    issue_id,
    ordinal,
    severity,
    code,
    message,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since
   FROM draft.diagnostic
UNION ALL
 SELECT revision_id,
    issue_id,
    ordinal,
    severity,
    code,
    message,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since
   FROM published.diagnostic p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id))
UNION ALL
 SELECT r.id AS revision_id,
    issue_id,
    k.ordinal::integer AS ordinal,
    severity,
    code,
    message,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    0::bigint AS since
   FROM editorial.revision r,
    LATERAL json_array_elements(r.diagnostics) WITH ORDINALITY k(value, ordinal),
    LATERAL json_to_record(k.value) t(severity text, code text, message text, span_start integer, span_end integer, span_line integer, span_column integer, span_text text)
  WHERE r.published_at IS NULL AND (EXISTS ( SELECT
           FROM published.issue p
          WHERE p.id = r.issue_id)) AND NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = r.issue_id));

create view preview.document as
 SELECT sha256,
    format,
    byte_length,
    text
   FROM editorial.document;

create view preview.entity_name as
 SELECT entity_id,
    name,
    name_slug,
    method,
    confidence,
    uses,
    since
   FROM published.entity_name
UNION ALL
 SELECT entity_id,
    name,
    name_slug,
    method,
    confidence,
    uses,
    since
   FROM draft.entity_name d
  WHERE NOT (EXISTS ( SELECT
           FROM published.entity_name p
          WHERE p.entity_id = d.entity_id AND p.name = d.name));

create view preview.event as
 SELECT id,
    kind,
    title,
    starts_on,
    ends_on,
    place_printed,
    place_venue,
    place_city,
    place_country,
    mode,
    organizer,
    url,
    day,
    item_id,
    issue_id,
    since
   FROM draft.event
UNION ALL
 SELECT id,
    kind,
    title,
    starts_on,
    ends_on,
    place_printed,
    place_venue,
    place_city,
    place_country,
    mode,
    organizer,
    url,
    day,
    item_id,
    issue_id,
    since
   FROM published.event p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.event d
          WHERE d.id = p.id)) AND NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.event_mention as
 SELECT item_id,
    issue_id,
    ordinal,
    event_id,
    kind,
    title,
    starts_on,
    ends_on,
    place_printed,
    place_venue,
    place_city,
    place_country,
    mode,
    organizer,
    url,
    newest_key,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since
   FROM draft.event_mention
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    event_id,
    kind,
    title,
    starts_on,
    ends_on,
    place_printed,
    place_venue,
    place_city,
    place_country,
    mode,
    organizer,
    url,
    newest_key,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since
   FROM published.event_mention p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.exchange as
 SELECT item_id,
    issue_id,
    ordinal,
    question_text,
    question_markdown,
    question_html,
    answer_text,
    answer_markdown,
    answer_html,
    since
   FROM draft.exchange
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    question_text,
    question_markdown,
    question_html,
    answer_text,
    answer_markdown,
    answer_html,
    since
   FROM published.exchange p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.gone as
 SELECT id,
    type,
    reason,
    replaced_by,
    seq
   FROM published.gone;

create view preview.heading as
 SELECT item_id,
    issue_id,
    ordinal,
    depth,
    label,
    text,
    since
   FROM draft.heading
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    depth,
    label,
    text,
    since
   FROM published.heading p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.issue as
 SELECT id,
    publication_id,
    slug,
    number,
    title,
    language,
    published_on,
    published_at,
    url,
    status,
    introduction_text,
    introduction_markdown,
    introduction_html,
    lead_item_id,
    revision_id,
    newest_key,
    oldest_key,
    since,
    address_key
   FROM draft.issue
UNION ALL
 SELECT id,
    publication_id,
    slug,
    number,
    title,
    language,
    published_on,
    published_at,
    url,
    status,
    introduction_text,
    introduction_markdown,
    introduction_html,
    lead_item_id,
    revision_id,
    newest_key,
    oldest_key,
    since,
    address_key
   FROM published.issue p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.id));

create view preview.item as
 SELECT id,
    issue_id,
    publication_id,
    section_id,
    kind,
    item."position",
    number,
    title,
    language,
    published_on,
    body_text,
    body_markdown,
    body_html,
    word_count,
    link_url,
    link_text,
    part_is_continuation,
    part_to_be_continued,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    newest_key,
    oldest_key,
    since,
    series_key,
    series_title,
    part_number,
    part_of,
    link_address_key
   FROM draft.item
UNION ALL
 SELECT id,
    issue_id,
    publication_id,
    section_id,
    kind,
    p."position",
    number,
    title,
    language,
    published_on,
    body_text,
    body_markdown,
    body_html,
    word_count,
    link_url,
    link_text,
    part_is_continuation,
    part_to_be_continued,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    newest_key,
    oldest_key,
    since,
    series_key,
    series_title,
    part_number,
    part_of,
    link_address_key
   FROM published.item p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.item_contributor as
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    contributor_id,
    ordinal,
    since
   FROM draft.item_contributor
UNION ALL
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    contributor_id,
    ordinal,
    since
   FROM published.item_contributor p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.item_keyword as
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    keyword_id,
    ordinal,
    printed,
    since
   FROM draft.item_keyword
UNION ALL
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    keyword_id,
    ordinal,
    printed,
    since
   FROM published.item_keyword p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.item_rubric as
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    rubric_id,
    since
   FROM draft.item_rubric
UNION ALL
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    rubric_id,
    since
   FROM published.item_rubric p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.item_source as
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    source_id,
    ordinal,
    since
   FROM draft.item_source
UNION ALL
 SELECT item_id,
    issue_id,
    newest_key,
    oldest_key,
    source_id,
    ordinal,
    since
   FROM published.item_source p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.keyword as
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    since
   FROM published.keyword
UNION ALL
 SELECT id,
    slug,
    name,
    name_key,
    0 AS item_count,
    since
   FROM draft.keyword d
  WHERE NOT (EXISTS ( SELECT
           FROM published.keyword p
          WHERE p.id = d.id));

create view preview.link as
 SELECT item_id,
    issue_id,
    ordinal,
    url,
    text,
    since,
    address_key
   FROM draft.link
UNION ALL
 SELECT item_id,
    issue_id,
    ordinal,
    url,
    text,
    since,
    address_key
   FROM published.link p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.publication as
 SELECT id,
    slug,
    title,
    language,
    time_zone,
    homepage,
    since
   FROM published.publication
UNION ALL
 SELECT id,
    slug,
    title,
    language,
    time_zone,
    homepage,
    since
   FROM draft.publication d
  WHERE NOT (EXISTS ( SELECT
           FROM published.publication p
          WHERE p.id = d.id));

create view preview.redirect as
 SELECT id,
    type,
    slug,
    target_id,
    since
   FROM draft.redirect
UNION ALL
 SELECT id,
    type,
    slug,
    target_id,
    since
   FROM published.redirect p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.redirect d
          WHERE d.id = p.id)) AND NOT (EXISTS ( SELECT
           FROM draft.source d
          WHERE d.id = p.id)) AND (p.type <> 'Series'::text OR NOT (EXISTS ( SELECT
           FROM draft.series d
          WHERE d.id = p.id)) AND (EXISTS ( SELECT
           FROM preview.series s
          WHERE s.id = p.target_id)) AND NOT (EXISTS ( SELECT
           FROM published.series_part q
             JOIN draft.series_part d ON d.series_key = q.series_key
          WHERE q.series_id = p.target_id)));

create view preview.revision as
 SELECT id,
    issue_id,
    ordinal,
    created_at,
    published_at,
    superseded_at,
    sha256,
    format,
    byte_length,
    lines,
    attributed,
    since
   FROM draft.revision
UNION ALL
 SELECT id,
    issue_id,
    ordinal,
    created_at,
    published_at,
    superseded_at,
    sha256,
    format,
    byte_length,
    lines,
    attributed,
    since
   FROM published.revision p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id))
UNION ALL
 SELECT id,
    issue_id,
    ordinal,
    created_at,
    published_at,
    superseded_at,
    sha256,
    COALESCE(r.given ->> 'format'::text, t.format) AS format,
    byte_length,
    lines,
    attributed,
    0::bigint AS since
   FROM editorial.revision r
     JOIN editorial.document t USING (sha256)
  WHERE r.published_at IS NULL AND (EXISTS ( SELECT
           FROM published.issue p
          WHERE p.id = r.issue_id)) AND NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = r.issue_id));

create view preview.rubric as
 SELECT id,
    publication_id,
    slug,
    heading,
    parent_id,
    section_count,
    since
   FROM published.rubric
UNION ALL
 SELECT id,
    publication_id,
    slug,
    heading,
    parent_id,
    section_count,
    since
   FROM draft.rubric d
  WHERE NOT (EXISTS ( SELECT
           FROM published.rubric p
          WHERE p.id = d.id));

create view preview.section as
 SELECT id,
    issue_id,
    rubric_id,
    heading,
    path,
    depth,
    section."position",
    parent_id,
    introduction_text,
    introduction_markdown,
    introduction_html,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since
   FROM draft.section
UNION ALL
 SELECT id,
    issue_id,
    rubric_id,
    heading,
    path,
    depth,
    p."position",
    parent_id,
    introduction_text,
    introduction_markdown,
    introduction_html,
    span_start,
    span_end,
    span_line,
    span_column,
    span_text,
    since
   FROM published.section p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.issue d
          WHERE d.id = p.issue_id));

create view preview.series as
 SELECT id,
    title,
    is_complete,
    since
   FROM draft.series
UNION ALL
 SELECT id,
    title,
    is_complete,
    since
   FROM published.series p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.series d
          WHERE d.id = p.id)) AND (EXISTS ( SELECT
           FROM preview.series_part s
          WHERE s.series_id = p.id));

create view preview.series_part as
 SELECT item_id,
    issue_id,
    series_id,
    series_key,
    ordinal,
    previous_id,
    next_id,
    since
   FROM draft.series_part
UNION ALL
 SELECT item_id,
    issue_id,
    series_id,
    series_key,
    ordinal,
    previous_id,
    next_id,
    since
   FROM published.series_part p
  WHERE NOT (EXISTS ( SELECT
           FROM draft.series_part d
          WHERE d.series_key = p.series_key)) AND (EXISTS ( SELECT
           FROM preview.item i
          WHERE i.id = p.item_id AND i.series_key = p.series_key));

create view preview.source as
 SELECT id,
    slug,
    name,
    name_key,
    item_count,
    abbreviation,
    since
   FROM published.source
UNION ALL
 SELECT id,
    slug,
    name,
    name_key,
    0 AS item_count,
    abbreviation,
    since
   FROM draft.source d
  WHERE NOT (EXISTS ( SELECT
           FROM published.source p
          WHERE p.id = d.id));

create table published.attribution (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  source_id text collate "C" not null,
  printed text not null,
  base_key text collate "C" not null,
  method text not null,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  since bigint not null,
  PRIMARY KEY (item_id, ordinal)
);
CREATE INDEX attribution_base ON published.attribution USING btree (base_key);

create table published.byline (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  contributor_id text collate "C" not null,
  printed text not null,
  name text not null,
  affiliation text,
  since bigint not null,
  PRIMARY KEY (item_id, ordinal)
);

create table published.change (
  seq bigint not null,
  at text collate "C" not null,
  kind text not null,
  note text,
  publication_id text collate "C",
  issue_id text collate "C",
  newest_day text collate "C",
  PRIMARY KEY (seq)
);
CREATE UNIQUE INDEX change_at ON published.change USING btree (at);

create table published.change_entry (
  seq bigint not null,
  ordinal integer not null,
  action text not null,
  id text collate "C" not null,
  type text not null,
  replaced_by text collate "C",
  PRIMARY KEY (seq, ordinal)
);

create table published.contributor (
  id text collate "C" not null,
  slug text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  item_count integer not null,
  since bigint not null,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE UNIQUE INDEX contributor_slug_key ON published.contributor USING btree (slug);

create table published.diagnostic (
  revision_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  severity text not null,
  code text not null,
  message text not null,
  span_start integer,
  span_end integer,
  span_line integer,
  span_column integer,
  span_text text,
  since bigint not null,
  FOREIGN KEY (revision_id) REFERENCES published.revision(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (revision_id, ordinal)
);
CREATE INDEX diagnostic_issue ON published.diagnostic USING btree (issue_id);

create view published.document as
 SELECT sha256,
    format,
    byte_length,
    text
   FROM editorial.document d
  WHERE (EXISTS ( SELECT
           FROM published.revision r
          WHERE r.sha256 = d.sha256));

create table published.entity_name (
  entity_id text collate "C" not null,
  name text collate "C" not null,
  name_slug text collate "C" not null,
  method text not null,
  confidence double precision not null,
  uses integer not null,
  since bigint not null,
  PRIMARY KEY (entity_id, name)
);
CREATE INDEX entity_name_slug ON published.entity_name USING btree (name_slug);

create table published.event (
  id text collate "C" not null,
  kind text not null,
  title text not null,
  starts_on date,
  ends_on date,
  place_printed text,
  place_venue text,
  place_city text,
  place_country text,
  mode text,
  organizer text,
  url text,
  day date not null,
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  since bigint not null,
  FOREIGN KEY (item_id) REFERENCES published.item(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (id)
);
CREATE INDEX event_day ON published.event USING btree (day, id);
CREATE INDEX event_issue ON published.event USING btree (issue_id);
CREATE INDEX event_item ON published.event USING btree (item_id);

create table published.event_mention (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  event_id text collate "C" not null,
  kind text not null,
  title text not null,
  starts_on date,
  ends_on date,
  place_printed text,
  place_venue text,
  place_city text,
  place_country text,
  mode text,
  organizer text,
  url text,
  newest_key text collate "C" not null,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  since bigint not null,
  FOREIGN KEY (event_id) REFERENCES published.event(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (item_id) REFERENCES published.item(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (item_id, ordinal)
);
CREATE INDEX event_mention_event ON published.event_mention USING btree (event_id, newest_key, ordinal);
CREATE INDEX event_mention_issue ON published.event_mention USING btree (issue_id);

create table published.exchange (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  question_text text not null,
  question_markdown text not null,
  question_html text not null,
  answer_text text,
  answer_markdown text,
  answer_html text,
  since bigint not null,
  PRIMARY KEY (item_id, ordinal)
);

create table published.gone (
  id text collate "C" not null,
  type text not null,
  reason text not null,
  replaced_by text collate "C",
  seq bigint not null,
  PRIMARY KEY (id)
);

create table published.heading (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  depth integer not null,
  label text,
  text text not null,
  since bigint not null,
  PRIMARY KEY (item_id, ordinal)
);

create table published.issue (
  id text collate "C" not null,
  publication_id text collate "C" not null,
  slug text collate "C" not null,
  number integer,
  title text not null,
  language text not null,
  published_on date,
  published_at text collate "C",
  url text,
  status text not null,
  introduction_text text,
  introduction_markdown text,
  introduction_html text,
  lead_item_id text collate "C",
  revision_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  since bigint not null,
  address_key text collate "C",
  FOREIGN KEY (publication_id) REFERENCES published.publication(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (revision_id) REFERENCES published.revision(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (id),
  UNIQUE (publication_id, slug)
);
CREATE INDEX issue_address ON published.issue USING btree (address_key, newest_key);
CREATE INDEX issue_number ON published.issue USING btree (number);
CREATE INDEX issue_publication_newest ON published.issue USING btree (publication_id, newest_key);
CREATE INDEX issue_publication_number ON published.issue USING btree (publication_id, number);
CREATE INDEX issue_publication_oldest ON published.issue USING btree (publication_id, oldest_key);
CREATE INDEX issue_revision ON published.issue USING btree (revision_id);
CREATE UNIQUE INDEX issue_newest ON published.issue USING btree (newest_key);
CREATE UNIQUE INDEX issue_oldest ON published.issue USING btree (oldest_key);
CREATE UNIQUE INDEX issue_publication_id_slug_key ON published.issue USING btree (publication_id, slug);

create table published.item (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  publication_id text collate "C" not null,
  section_id text collate "C",
  kind text not null,
  position integer not null,
  number integer,
  title text not null,
  language text not null,
  published_on date,
  body_text text not null,
  body_markdown text not null,
  body_html text not null,
  word_count integer not null,
  link_url text,
  link_text text,
  part_is_continuation boolean,
  part_to_be_continued boolean,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  since bigint not null,
  series_key text collate "C",
  series_title text,
  part_number integer,
  part_of integer,
  link_address_key text collate "C",
  PRIMARY KEY (id)
);
CREATE INDEX item_issue ON published.item USING btree (issue_id, "position");
CREATE INDEX item_publication_newest ON published.item USING btree (publication_id, newest_key);
CREATE INDEX item_section ON published.item USING btree (section_id, "position");
CREATE INDEX item_series_key ON published.item USING btree (series_key);
CREATE UNIQUE INDEX item_newest ON published.item USING btree (newest_key);
CREATE UNIQUE INDEX item_oldest ON published.item USING btree (oldest_key);

create table published.item_contributor (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  contributor_id text collate "C" not null,
  ordinal integer not null,
  since bigint not null,
  PRIMARY KEY (item_id, contributor_id)
);
CREATE INDEX item_contributor_newest ON published.item_contributor USING btree (contributor_id, newest_key);

create table published.item_keyword (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  keyword_id text collate "C" not null,
  ordinal integer not null,
  printed text not null,
  since bigint not null,
  PRIMARY KEY (item_id, keyword_id)
);
CREATE INDEX item_keyword_issue ON published.item_keyword USING btree (issue_id);
CREATE INDEX item_keyword_newest ON published.item_keyword USING btree (keyword_id, newest_key, since);
CREATE INDEX item_keyword_oldest ON published.item_keyword USING btree (keyword_id, oldest_key);

create table published.item_rubric (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  rubric_id text collate "C" not null,
  since bigint not null,
  PRIMARY KEY (item_id, rubric_id)
);
CREATE INDEX item_rubric_newest ON published.item_rubric USING btree (rubric_id, newest_key);
CREATE INDEX item_rubric_oldest ON published.item_rubric USING btree (rubric_id, oldest_key);

create table published.item_source (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  newest_key text collate "C" not null,
  oldest_key text collate "C" not null,
  source_id text collate "C" not null,
  ordinal integer not null,
  since bigint not null,
  PRIMARY KEY (item_id, source_id)
);
CREATE INDEX item_source_issue ON published.item_source USING btree (issue_id);
CREATE INDEX item_source_newest ON published.item_source USING btree (source_id, newest_key, since);
CREATE INDEX item_source_oldest ON published.item_source USING btree (source_id, oldest_key);

create table published.kept_count (
  id text collate "C" not null,
  items integer not null,
  issues integer not null,
  PRIMARY KEY (id)
);

create table published.keyword (
  id text collate "C" not null,
  slug text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  item_count integer not null,
  since bigint not null,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE INDEX keyword_name ON published.keyword USING btree (name_key, id);
CREATE INDEX keyword_usage ON published.keyword USING btree (item_count DESC, id);
CREATE UNIQUE INDEX keyword_slug_key ON published.keyword USING btree (slug);

create table published.link (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  url text not null,
  text text,
  since bigint not null,
  address_key text collate "C",
  PRIMARY KEY (item_id, ordinal)
);
CREATE INDEX link_address ON published.link USING btree (address_key) WHERE (address_key IS NOT NULL);

create table published.publication (
  id text collate "C" not null,
  slug text collate "C" not null,
  title text not null,
  language text not null,
  time_zone text not null,
  homepage text,
  since bigint not null,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE UNIQUE INDEX publication_slug_key ON published.publication USING btree (slug);

create table published.redirect (
  id text collate "C" not null,
  type text not null,
  slug text collate "C" not null,
  target_id text collate "C" not null,
  since bigint not null,
  PRIMARY KEY (id)
);
CREATE INDEX redirect_target ON published.redirect USING btree (target_id);
CREATE UNIQUE INDEX redirect_slug ON published.redirect USING btree (type, slug);

create table published.revision (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  ordinal integer not null,
  created_at text collate "C" not null,
  published_at text collate "C",
  superseded_at text collate "C",
  sha256 text collate "C" not null,
  format text not null,
  byte_length integer not null,
  lines integer not null,
  attributed integer not null,
  since bigint not null,
  FOREIGN KEY (issue_id) REFERENCES published.issue(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (sha256) REFERENCES editorial.document(sha256),
  PRIMARY KEY (id)
);
CREATE INDEX revision_issue ON published.revision USING btree (issue_id, ordinal);
CREATE INDEX revision_sha256 ON published.revision USING btree (sha256);

create table published.rubric (
  id text collate "C" not null,
  publication_id text collate "C" not null,
  slug text collate "C" not null,
  heading text not null,
  parent_id text collate "C",
  section_count integer not null,
  since bigint not null,
  FOREIGN KEY (parent_id) REFERENCES published.rubric(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (publication_id) REFERENCES published.publication(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (id),
  UNIQUE (publication_id, slug)
);
CREATE INDEX rubric_parent ON published.rubric USING btree (parent_id);
CREATE UNIQUE INDEX rubric_publication_id_slug_key ON published.rubric USING btree (publication_id, slug);

create table published.section (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  rubric_id text collate "C",
  heading text not null,
  path text[] not null,
  depth integer not null,
  position integer not null,
  parent_id text collate "C",
  introduction_text text,
  introduction_markdown text,
  introduction_html text,
  span_start integer not null,
  span_end integer not null,
  span_line integer not null,
  span_column integer not null,
  span_text text not null,
  since bigint not null,
  PRIMARY KEY (id)
);
CREATE INDEX section_issue ON published.section USING btree (issue_id, "position");
CREATE INDEX section_parent ON published.section USING btree (parent_id);
CREATE INDEX section_rubric ON published.section USING btree (rubric_id, "left"(heading, 200) COLLATE "C");

create table published.series (
  id text collate "C" not null,
  title text not null,
  is_complete boolean not null,
  since bigint not null,
  PRIMARY KEY (id)
);

create table published.series_part (
  item_id text collate "C" not null,
  issue_id text collate "C" not null,
  series_id text collate "C" not null,
  series_key text collate "C" not null,
  ordinal integer not null,
  previous_id text collate "C",
  next_id text collate "C",
  since bigint not null,
  FOREIGN KEY (item_id) REFERENCES published.item(id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (series_id) REFERENCES published.series(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (item_id)
);
CREATE INDEX series_part_issue ON published.series_part USING btree (issue_id);
CREATE INDEX series_part_key ON published.series_part USING btree (series_key);
CREATE INDEX series_part_series ON published.series_part USING btree (series_id, ordinal);

create table published.source (
  id text collate "C" not null,
  slug text collate "C" not null,
  name text not null,
  name_key text collate "C" not null,
  item_count integer not null,
  abbreviation text,
  since bigint not null,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE INDEX source_name ON published.source USING btree (name_key, id);
CREATE INDEX source_usage ON published.source USING btree (item_count DESC, id);
CREATE UNIQUE INDEX source_slug_key ON published.source USING btree (slug);

create table search.item (
  id text collate "C" not null,
  issue_id text collate "C" not null,
  publication_id text collate "C" not null,
  kind text not null,
  language text not null,
  published_on date,
  newest_key text collate "C" not null,
  keyword_ids text[] collate "C" not null,
  source_ids text[] collate "C" not null,
  rubric_ids text[] collate "C" not null,
  words tsvector not null,
  PRIMARY KEY (id) INCLUDE (publication_id, kind, published_on)
);
CREATE INDEX item_facts ON search.item USING btree (publication_id, kind, published_on);
CREATE INDEX item_words ON search.item USING gin (words, keyword_ids, source_ids) WITH (gin_pending_list_limit='512');
CREATE UNIQUE INDEX item_newest ON search.item USING btree (newest_key);

create table search.item_text (
  id text collate "C" not null,
  title text not null,
  keywords text not null,
  sources text not null,
  body text not null,
  PRIMARY KEY (id)
);

create table search.keyword_pair (
  keyword_id text collate "C" not null,
  other_id text collate "C" not null,
  items integer not null,
  PRIMARY KEY (keyword_id, other_id)
);
CREATE INDEX keyword_pair_other ON search.keyword_pair USING btree (other_id);

create table search.new_quotable (
  issue_id text collate "C" not null,
  marks bytea not null,
  PRIMARY KEY (issue_id)
);

create table search.new_words (
  id bigint not null,
  words text not null,
  PRIMARY KEY (id)
);

create table search.quotable (
  issue_id text collate "C" not null,
  publication_id text collate "C" not null,
  newest_key text collate "C" not null,
  text text not null,
  places integer[] not null,
  offsets integer[] not null,
  characters integer[] not null,
  PRIMARY KEY (issue_id)
);

create table search.quote_block (
  id bigint not null,
  places integer not null,
  issue_ids text[] collate "C" not null,
  bits bytea not null,
  PRIMARY KEY (id)
);

create table search.word (
  form text collate "C" not null,
  lexeme text collate "C" not null,
  printed text not null,
  items integer not null,
  PRIMARY KEY (form, lexeme)
);
CREATE INDEX word_lexeme ON search.word USING btree (lexeme);
