import type { NodeType } from './identity/id.js';

/** A range of the issue's document with the words in it; a NULL start means that there is none. */
interface SpanColumns {
  readonly span_start: number;
  readonly span_end: number;
  readonly span_line: number;
  readonly span_column: number;
  readonly span_text: string;
}

/** One text in the three public forms. */
export interface RenderedColumns<Text = string> {
  readonly body_text: Text;
  readonly body_markdown: Text;
  readonly body_html: Text;
}

interface IntroductionColumns {
  readonly introduction_text: string | null;
  readonly introduction_markdown: string | null;
  readonly introduction_html: string | null;
}

/**
 * Text keys that sort as the contract orders issues and items: a day (turned round in `newest_key`), publication, slug and, for items,
 * position. Compared byte by byte.
 */
interface OrderColumns {
  readonly newest_key: string;
  readonly oldest_key: string;
}

export interface PublicationRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly time_zone: string;
  readonly homepage: string | null;
}

export interface IssueRow extends IntroductionColumns, OrderColumns {
  readonly id: string;
  readonly publication_id: string;
  readonly slug: string;
  readonly number: number | null;
  readonly title: string;
  readonly language: string;
  /** `YYYY-MM-DD` */
  readonly published_on: string | null;
  /** RFC 3339 in UTC with microseconds, like every instant here. */
  readonly published_at: string | null;
  readonly url: string | null;
  readonly status: 'DRAFT' | 'SCHEDULED' | 'PUBLISHED' | 'WITHDRAWN';
  readonly lead_item_id: string | null;
  readonly revision_id: string;
  /** By which links find it; null where it has no address. */
  readonly address_key: string | null;
}

export interface SectionRow extends IntroductionColumns, SpanColumns {
  readonly id: string;
  readonly issue_id: string;
  readonly rubric_id: string | null;
  readonly heading: string;
  readonly path: readonly string[];
  readonly depth: number;
  readonly position: number;
  readonly parent_id: string | null;
}

export interface RubricRow {
  readonly id: string;
  readonly publication_id: string;
  readonly slug: string;
  readonly heading: string;
  readonly parent_id: string | null;
  /** Sections that stand under it, in all issues of the state. */
  readonly section_count: number;
}

export interface ItemRow extends RenderedColumns, SpanColumns, OrderColumns {
  readonly id: string;
  readonly issue_id: string;
  readonly publication_id: string;
  readonly section_id: string | null;
  readonly kind: 'BRIEF' | 'INTERVIEW' | 'ARTICLE' | 'LINK' | 'QUOTE';
  readonly position: number;
  readonly number: number | null;
  readonly title: string;
  readonly language: string;
  readonly published_on: string | null;
  readonly word_count: number;
  readonly link_url: string | null;
  readonly link_text: string | null;
  readonly link_address_key: string | null;
  /** What all parts of one title have in common; null where it is no part. Which series it is, is told by all of them: `SeriesPartRow`. */
  readonly series_key: string | null;
  /** The title without what is printed of the part. */
  readonly series_title: string | null;
  readonly part_is_continuation: boolean | null;
  readonly part_to_be_continued: boolean | null;
  readonly part_number: number | null;
  readonly part_of: number | null;
}

/** Items of a name, in both orders: what a name's connection walks. */
interface ItemLink extends OrderColumns {
  readonly item_id: string;
  readonly issue_id: string;
}

export interface ItemKeywordRow extends ItemLink {
  readonly keyword_id: string;
  readonly ordinal: number;
  readonly printed: string;
}

export interface ItemSourceRow extends ItemLink {
  readonly source_id: string;
  readonly ordinal: number;
}

export interface ItemContributorRow extends ItemLink {
  readonly contributor_id: string;
  readonly ordinal: number;
}

export interface ItemRubricRow extends ItemLink {
  readonly rubric_id: string;
}

/** What hangs on an item, in printed order. */
interface ItemPart {
  readonly item_id: string;
  readonly issue_id: string;
  readonly ordinal: number;
}

export interface AttributionRow extends ItemPart, SpanColumns {
  readonly source_id: string;
  readonly printed: string;
  /** The normalised name without its channel, by which it was tied. */
  readonly base_key: string;
  readonly method: AliasMethod;
}

export interface BylineRow extends ItemPart {
  readonly contributor_id: string;
  readonly printed: string;
  readonly name: string;
  readonly affiliation: string | null;
}

export interface LinkRow extends ItemPart {
  readonly url: string;
  readonly text: string | null;
  /** By which it finds the issue that has this address; null for what is no page. */
  readonly address_key: string | null;
}

export interface ExchangeRow extends ItemPart {
  readonly question_text: string;
  readonly question_markdown: string;
  readonly question_html: string;
  readonly answer_text: string | null;
  readonly answer_markdown: string | null;
  readonly answer_html: string | null;
}

export interface HeadingRow extends ItemPart {
  readonly depth: number;
  readonly label: string | null;
  readonly text: string;
}

export type EventKind =
  | 'COMMENT_DEADLINE'
  | 'CALL_FOR_PAPERS'
  | 'EFFECTIVE_DATE'
  | 'EXHIBITION'
  | 'COMPETITION'
  | 'MEETING'
  | 'RELEASE'
  | 'OTHER';

/** What one item says of an event. */
export interface EventColumns {
  readonly kind: EventKind;
  readonly title: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly place_printed: string | null;
  readonly place_venue: string | null;
  readonly place_city: string | null;
  readonly place_country: string | null;
  readonly mode: 'IN_PERSON' | 'VIRTUAL' | 'HYBRID' | null;
  readonly organizer: string | null;
  readonly url: string | null;
}

export interface EventMentionRow extends ItemPart, EventColumns, SpanColumns {
  readonly event_id: string;
  readonly newest_key: string;
}

export interface EventRow extends EventColumns {
  readonly id: string;
  /** starts_on, or ends_on where there is no start. */
  readonly day: string;
  /** The newest item that announces it, and that item's issue. */
  readonly item_id: string;
  readonly issue_id: string;
}

export interface SeriesRow {
  readonly id: string;
  readonly title: string;
  readonly is_complete: boolean;
}

/** The place of an item in its series, which all items of one title decide together. */
export interface SeriesPartRow {
  readonly item_id: string;
  readonly issue_id: string;
  readonly series_id: string;
  readonly series_key: string;
  /** From 1, among the parts that are held. */
  readonly ordinal: number;
  /** The part before and after it; null at an end, and where a part between is missing. */
  readonly previous_id: string | null;
  readonly next_id: string | null;
}

/** Source, keyword and contributor rows. */
export interface EntityRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** What NAME sorts by: the slug, then the name. */
  readonly name_key: string;
  readonly item_count: number;
}

export interface SourceRow extends EntityRow {
  readonly abbreviation: string | null;
}

export type AliasMethod = 'PRINTED' | 'ABBREVIATION' | 'CHANNEL' | 'CURATED';

/** One printed form of an entity, its canonical name among them. */
export interface EntityNameRow {
  readonly entity_id: string;
  readonly name: string;
  /** The slug of the name: what a lookup by it finds. */
  readonly name_slug: string;
  readonly method: AliasMethod;
  readonly confidence: number;
  /** Items that print it so; 0 for a form that is only defined. */
  readonly uses: number;
}

/** A slug and an id that now mean another entity. */
export interface RedirectRow {
  readonly id: string;
  readonly type: NodeType;
  readonly slug: string;
  readonly target_id: string;
}

export interface RevisionRow {
  readonly id: string;
  readonly issue_id: string;
  readonly ordinal: number;
  readonly created_at: string;
  readonly published_at: string | null;
  readonly superseded_at: string | null;
  readonly sha256: string;
  readonly format: 'TEXT' | 'MARKDOWN' | 'HTML';
  readonly byte_length: number;
  readonly lines: number;
  readonly attributed: number;
}

export interface DiagnosticRow {
  readonly revision_id: string;
  readonly issue_id: string;
  readonly ordinal: number;
  readonly severity: 'INFO' | 'WARNING' | 'ERROR';
  readonly code: string;
  readonly message: string;
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly span_line: number | null;
  readonly span_column: number | null;
  readonly span_text: string | null;
}

/** The tables of a state: `published`, `draft` and `past` hold the same. */
export interface StateTables {
  publication: PublicationRow;
  issue: IssueRow;
  section: SectionRow;
  rubric: RubricRow;
  item: ItemRow;
  item_keyword: ItemKeywordRow;
  item_source: ItemSourceRow;
  item_contributor: ItemContributorRow;
  item_rubric: ItemRubricRow;
  attribution: AttributionRow;
  byline: BylineRow;
  link: LinkRow;
  exchange: ExchangeRow;
  heading: HeadingRow;
  event: EventRow;
  event_mention: EventMentionRow;
  series: SeriesRow;
  series_part: SeriesPartRow;
  source: SourceRow;
  keyword: EntityRow;
  contributor: EntityRow;
  entity_name: EntityNameRow;
  redirect: RedirectRow;
  revision: RevisionRow;
  diagnostic: DiagnosticRow;
}

export type StateTable = keyof StateTables;
