import type { EntityRow, EventRow, IssueRow, ItemRow } from '@broadsheet/store';
import type { State } from './state.js';

export interface Range {
  readonly from?: string | null;
  readonly to?: string | null;
}

type Texts = readonly string[] | null;

export interface ItemWhere {
  readonly publication?: Texts;
  readonly rubric?: Texts;
  readonly keyword?: Texts;
  readonly source?: Texts;
  readonly contributor?: Texts;
  readonly kind?: Texts;
  readonly language?: Texts;
  readonly publishedOn?: Range | null;
}

export interface IssueWhere {
  readonly publication?: Texts;
  readonly number?: readonly number[] | null;
  readonly language?: Texts;
  readonly publishedOn?: Range | null;
  readonly status?: Texts;
}

export interface EventWhere {
  readonly kind?: Texts;
  readonly day?: Range | null;
  readonly overlaps?: Range | null;
  readonly startsOn?: Range | null;
  readonly endsOn?: Range | null;
  readonly item?: ItemWhere | null;
}

export interface EntityWhere {
  readonly publication?: Texts;
  readonly nameContains?: string | null;
}

/** Whether an item fits a filter. */
export function fitsItem({ rows }: State, item: ItemRow, where: ItemWhere | null | undefined): boolean {
  const { publication, rubric, keyword, source, contributor, kind, language, publishedOn } = where ?? {};
  const links = {
    rubric: rows.item_rubric.filter((link) => link.item_id === item.id).map((link) => link.rubric_id),
    keyword: rows.item_keyword.filter((link) => link.item_id === item.id).map((link) => link.keyword_id),
    source: rows.item_source.filter((link) => link.item_id === item.id).map((link) => link.source_id),
    contributor: rows.item_contributor.filter((link) => link.item_id === item.id).map((link) => link.contributor_id),
  };
  const leads = (ids: readonly string[], table: NameTable, slugs: Texts | undefined): boolean =>
    !slugs || slugs.some((slug) => idsOf(rows, table, slug).some((id) => ids.includes(id)));
  return (
    isOfPublication(rows, item.publication_id, publication) &&
    (!rubric || rows.rubric.some(({ id, slug }) => links.rubric.includes(id) && rubric.includes(slug))) &&
    leads(links.keyword, 'keyword', keyword) &&
    leads(links.source, 'source', source) &&
    leads(links.contributor, 'contributor', contributor) &&
    isOneOf(item.kind, kind) &&
    isOneOf(item.language, language) &&
    isIn(item.published_on, publishedOn)
  );
}

/** Whether an issue fits a filter. */
export function fitsIssue({ rows }: State, issue: IssueRow, where: IssueWhere | null | undefined): boolean {
  const { publication, number, language, publishedOn, status } = where ?? {};
  return (
    isOfPublication(rows, issue.publication_id, publication) &&
    (!number || (issue.number !== null && number.includes(issue.number))) &&
    isOneOf(issue.language, language) &&
    isIn(issue.published_on, publishedOn) &&
    isOneOf(issue.status, status)
  );
}

/** Whether an event fits a filter. */
export function fitsEvent(state: State, event: EventRow, where: EventWhere | null | undefined): boolean {
  const { kind, day, overlaps, startsOn, endsOn, item } = where ?? {};
  const mentions = state.rows.event_mention.filter((mention) => mention.event_id === event.id);
  return (
    isOneOf(event.kind, kind) &&
    isIn(event.day, day) &&
    (!overlaps?.to || event.day <= overlaps.to) &&
    (!overlaps?.from || event.ends_on === null || event.ends_on >= overlaps.from) &&
    isIn(event.starts_on, startsOn) &&
    isIn(event.ends_on, endsOn) &&
    (!item ||
      state.rows.item.some((one) => mentions.some(({ item_id }) => item_id === one.id) && fitsItem(state, one, item)))
  );
}

/** Tables of names. */
export type NameTable = 'source' | 'keyword' | 'contributor';

/** Whether a name fits a filter. */
export function fitsName(
  { rows }: State,
  table: 'source' | 'keyword',
  entity: EntityRow,
  where: EntityWhere | null | undefined,
): boolean {
  const { publication, nameContains } = where ?? {};
  const items =
    table === 'source'
      ? rows.item_source.filter((link) => link.source_id === entity.id)
      : rows.item_keyword.filter((link) => link.keyword_id === entity.id);
  return (
    (!publication ||
      rows.item.some(
        (item) =>
          items.some(({ item_id }) => item_id === item.id) && isOfPublication(rows, item.publication_id, publication),
      )) &&
    (typeof nameContains !== 'string' ||
      rows.entity_name.some(
        (name) => name.entity_id === entity.id && name.name.toLowerCase().includes(nameContains.toLowerCase()),
      ))
  );
}

const TYPES = { source: 'Source', keyword: 'Keyword', contributor: 'Contributor' } as const;

/** The ids that a slug of a name leads to, by itself or by what it was merged into. */
export function idsOf(rows: State['rows'], table: NameTable, slug: string): readonly string[] {
  const own = rows[table].filter((row) => row.slug === slug).map(({ id }) => id);
  const other = rows.redirect.filter((row) => row.type === TYPES[table] && row.slug === slug);
  return [...own, ...other.map(({ target_id }) => target_id)];
}

function isOfPublication({ publication }: State['rows'], id: string, slugs: Texts | undefined): boolean {
  return !slugs || publication.some((row) => row.id === id && slugs.includes(row.slug));
}

function isOneOf(value: string, values: Texts | undefined): boolean {
  return !values || values.includes(value);
}

function isIn(day: string | null, range: Range | null | undefined): boolean {
  const { from, to } = range ?? {};
  return (!from || (day !== null && day >= from)) && (!to || (day !== null && day <= to));
}
