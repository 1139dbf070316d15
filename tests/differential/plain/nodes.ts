import type {
  AttributionRow,
  BylineRow,
  DiagnosticRow,
  EntityNameRow,
  EventMentionRow,
  EventRow,
  ExchangeRow,
  HeadingRow,
  IssueRow,
  ItemRow,
  LinkRow,
  PublicationRow,
  RevisionRow,
  RubricRow,
  SectionRow,
  SeriesRow,
  SourceRow,
} from '@broadsheet/store';
import { fitsIssue, fitsItem, type IssueWhere, type ItemWhere, type NameTable } from './filters.js';
import { type Key, type PageArgs, PlainPage } from './page.js';
import type { Sight } from './sight.js';

/** The form in which a text is wanted. */
interface Formatted {
  readonly format: 'TEXT' | 'MARKDOWN' | 'HTML';
}

export interface ItemArgs extends PageArgs {
  readonly where?: ItemWhere | null;
  readonly orderBy: 'NEWEST' | 'OLDEST' | 'PRINTED';
}

export interface IssueArgs extends PageArgs {
  readonly where?: IssueWhere | null;
  readonly orderBy: 'NEWEST' | 'OLDEST';
}

/** What all nodes have. Fields are methods and getters with the names of the schema: graphql-js finds them by itself. */
abstract class PlainNode<Row extends { readonly id: string }> {
  protected readonly row: Row;
  protected readonly sight: Sight;

  constructor(sight: Sight, row: Row) {
    this.sight = sight;
    this.row = row;
  }

  get id() {
    return this.sight.state.id(this.row.id);
  }

  get canonicalId() {
    return this.row.id;
  }

  protected get rows() {
    return this.sight.state.rows;
  }
}

export class Publication extends PlainNode<PublicationRow> {
  readonly __typename = 'Publication';

  get slug() {
    return this.row.slug;
  }

  get title() {
    return this.row.title;
  }

  get language() {
    return this.row.language;
  }

  get timeZone() {
    return this.row.time_zone;
  }

  get homepage() {
    return this.row.homepage;
  }

  rubrics(args: PageArgs) {
    const { sight, rows, row } = this;
    return new PlainPage<RubricRow>(
      {
        ...sight,
        owner: row.id,
        rows: rows.rubric.filter(({ publication_id }) => publication_id === row.id),
        order: [{ of: ({ slug }) => slug }, { of: ({ id }) => id }],
        node: (rubric) => new Rubric(sight, rubric),
      },
      args,
    );
  }

  rubric({ slug }: { readonly slug: string }) {
    const found = this.rows.rubric.find((rubric) => rubric.publication_id === this.row.id && rubric.slug === slug);
    return found && new Rubric(this.sight, found);
  }

  issues(args: IssueArgs) {
    const own = this.rows.issue.filter(({ publication_id }) => publication_id === this.row.id);
    return issuePage(this.sight, own, args, this.row.id);
  }

  latestIssue() {
    const own = this.rows.issue.filter(({ publication_id }) => publication_id === this.row.id);
    const newest = sorted(own, ({ newest_key }) => newest_key)[0];
    return newest && new Issue(this.sight, newest);
  }
}

export class Issue extends PlainNode<IssueRow> {
  readonly __typename = 'Issue';

  publication() {
    return only(this.rows.publication, this.row.publication_id, (row) => new Publication(this.sight, row));
  }

  get slug() {
    return this.row.slug;
  }

  get number() {
    return this.row.number;
  }

  get title() {
    return this.row.title;
  }

  get language() {
    return this.row.language;
  }

  get publishedOn() {
    return this.row.published_on;
  }

  get publishedAt() {
    return this.row.published_at;
  }

  get url() {
    return this.row.url;
  }

  get status() {
    return this.row.status;
  }

  introduction({ format }: Formatted) {
    return introductionOf(this.row, format);
  }

  sections() {
    const own = this.rows.section.filter(({ issue_id }) => issue_id === this.row.id);
    return sorted(own, ({ position }) => position).map((row) => new Section(this.sight, row));
  }

  items(args: ItemArgs) {
    const own = this.rows.item.filter(({ issue_id }) => issue_id === this.row.id);
    return itemPage(this.sight, own, args, { owner: this.row.id, order: [{ of: ({ position }) => position }] });
  }

  leadItem() {
    return only(this.rows.item, this.row.lead_item_id, (row) => new Item(this.sight, row));
  }

  sources() {
    return this.firstPrinted('source', this.rows.item_source, ({ source_id }) => source_id);
  }

  keywords() {
    return this.firstPrinted('keyword', this.rows.item_keyword, ({ keyword_id }) => keyword_id);
  }

  events() {
    const ids = this.rows.event_mention.filter(({ issue_id }) => issue_id === this.row.id).map((row) => row.event_id);
    return eventsByDay(this.sight, ids);
  }

  previous() {
    return this.neighbour((key) => key < this.row.oldest_key, -1);
  }

  next() {
    return this.neighbour((key) => key > this.row.oldest_key, 0);
  }

  revision() {
    return only(this.rows.revision, this.row.revision_id, (row) => new Revision(this.sight, row));
  }

  revisions() {
    const own = this.rows.revision.filter(({ issue_id }) => issue_id === this.row.id);
    return sorted(own, ({ ordinal }) => -ordinal).map((row) => new Revision(this.sight, row));
  }

  private neighbour(fits: (oldestKey: string) => boolean, at: 0 | -1) {
    const others = this.rows.issue.filter(
      (row) => row.publication_id === this.row.publication_id && fits(row.oldest_key),
    );
    const found = sorted(others, ({ oldest_key }) => oldest_key).at(at);
    return found && new Issue(this.sight, found);
  }

  /** Names of its items in the order in which they are first printed: by the item's place, then by the place within it. */
  private firstPrinted<
    Link extends { readonly issue_id: string; readonly oldest_key: string; readonly ordinal: number },
  >(table: 'source' | 'keyword', links: readonly Link[], idOf: (link: Link) => string) {
    const own = links.filter(({ issue_id }) => issue_id === this.row.id);
    const inOrder = sorted(
      sorted(own, ({ ordinal }) => ordinal),
      ({ oldest_key }) => oldest_key,
    );
    return [...new Set(inOrder.map(idOf))].flatMap((id) => nameById(this.sight, table, id) ?? []);
  }
}

export class Section extends PlainNode<SectionRow> {
  readonly __typename = 'Section';

  issue() {
    return only(this.rows.issue, this.row.issue_id, (row) => new Issue(this.sight, row));
  }

  rubric() {
    return only(this.rows.rubric, this.row.rubric_id, (row) => new Rubric(this.sight, row));
  }

  get heading() {
    return this.row.heading;
  }

  get path() {
    return this.row.path;
  }

  get depth() {
    return this.row.depth;
  }

  get position() {
    return this.row.position;
  }

  parent() {
    return only(this.rows.section, this.row.parent_id, (row) => new Section(this.sight, row));
  }

  children() {
    const own = this.rows.section.filter(({ parent_id }) => parent_id === this.row.id);
    return sorted(own, ({ position }) => position).map((row) => new Section(this.sight, row));
  }

  introduction({ format }: Formatted) {
    return introductionOf(this.row, format);
  }

  items() {
    const own = this.rows.item.filter(({ section_id }) => section_id === this.row.id);
    return sorted(own, ({ position }) => position).map((row) => new Item(this.sight, row));
  }

  get span() {
    return spanOf(this.row);
  }
}

export class Rubric extends PlainNode<RubricRow> {
  readonly __typename = 'Rubric';

  publication() {
    return only(this.rows.publication, this.row.publication_id, (row) => new Publication(this.sight, row));
  }

  get slug() {
    return this.row.slug;
  }

  get heading() {
    return this.row.heading;
  }

  parent() {
    return only(this.rows.rubric, this.row.parent_id, (row) => new Rubric(this.sight, row));
  }

  children() {
    const own = this.rows.rubric.filter(({ parent_id }) => parent_id === this.row.id);
    return sorted(own, ({ slug }) => slug).map((row) => new Rubric(this.sight, row));
  }

  items(args: ItemArgs) {
    const ids = this.rows.item_rubric.filter(({ rubric_id }) => rubric_id === this.row.id).map((row) => row.item_id);
    return itemsByIds(this.sight, ids, args, this.row.id);
  }
}

export class Item extends PlainNode<ItemRow> {
  readonly __typename = 'Item';

  get kind() {
    return this.row.kind;
  }

  issue() {
    return only(this.rows.issue, this.row.issue_id, (row) => new Issue(this.sight, row));
  }

  section() {
    return only(this.rows.section, this.row.section_id, (row) => new Section(this.sight, row));
  }

  get position() {
    return this.row.position;
  }

  get number() {
    return this.row.number;
  }

  get title() {
    return this.row.title;
  }

  get language() {
    return this.row.language;
  }

  body({ format }: Formatted) {
    const { body_text, body_markdown, body_html } = this.row;
    return { TEXT: body_text, MARKDOWN: body_markdown, HTML: body_html }[format];
  }

  keywords() {
    const links = sorted(this.own(this.rows.item_keyword), ({ ordinal }) => ordinal);
    return links.flatMap(({ keyword_id }) => nameById(this.sight, 'keyword', keyword_id) ?? []);
  }

  sources() {
    const links = sorted(this.own(this.rows.item_source), ({ ordinal }) => ordinal);
    return links.flatMap(({ source_id }) => nameById(this.sight, 'source', source_id) ?? []);
  }

  attributions() {
    return this.parts(this.rows.attribution).map((row) => attribution(this.sight, row));
  }

  bylines() {
    return this.parts(this.rows.byline).map((row) => byline(this.sight, row));
  }

  events() {
    return eventsByDay(
      this.sight,
      this.own(this.rows.event_mention).map(({ event_id }) => event_id),
    );
  }

  link() {
    const { link_url: url, link_text: text, link_address_key: address_key } = this.row;
    return url === null ? null : link(this.sight, { url, text, address_key });
  }

  links() {
    return this.parts(this.rows.link).map((row) => link(this.sight, row));
  }

  exchanges() {
    return this.parts(this.rows.exchange).map(exchange);
  }

  headings() {
    return this.parts(this.rows.heading).map(({ depth, label, text }: HeadingRow) => ({ depth, label, text }));
  }

  part() {
    const { row, sight } = this;
    if (row.series_key === null) return null;
    const place = this.rows.series_part.find(({ item_id }) => item_id === row.id);
    const item = (id: string | null | undefined) => only(this.rows.item, id ?? null, (one) => new Item(sight, one));
    return {
      series: () => only(this.rows.series, place?.series_id ?? null, (one) => new Series(sight, one)),
      isContinuation: row.part_is_continuation,
      toBeContinued: row.part_to_be_continued,
      previous: () => item(place?.previous_id),
      next: () => item(place?.next_id),
    };
  }

  get wordCount() {
    return this.row.word_count;
  }

  get span() {
    return spanOf(this.row);
  }

  private own<Row extends { readonly item_id: string }>(rows: readonly Row[]): readonly Row[] {
    return rows.filter(({ item_id }) => item_id === this.row.id);
  }

  private parts<Row extends { readonly item_id: string; readonly ordinal: number }>(rows: readonly Row[]) {
    return sorted(this.own(rows), ({ ordinal }) => ordinal);
  }
}

export class Series extends PlainNode<SeriesRow> {
  readonly __typename = 'Series';

  get title() {
    return this.row.title;
  }

  parts() {
    const parts = this.rows.series_part.filter(({ series_id }) => series_id === this.row.id);
    return sorted(parts, ({ ordinal }) => ordinal).flatMap(
      ({ item_id }) => only(this.rows.item, item_id, (row) => new Item(this.sight, row)) ?? [],
    );
  }

  get isComplete() {
    return this.row.is_complete;
  }
}

abstract class Name extends PlainNode<Pick<SourceRow, 'id' | 'slug' | 'name' | 'name_key' | 'item_count'>> {
  get slug() {
    return this.row.slug;
  }

  get name() {
    return this.row.name;
  }

  aliases() {
    const others = this.rows.entity_name.filter((row) => row.entity_id === this.row.id && row.name !== this.row.name);
    return sorted(
      sorted(others, ({ name }) => name),
      ({ uses }) => -uses,
    ).map(({ name, method, confidence }: EntityNameRow) => ({ name, method, confidence }));
  }

  get itemCount() {
    return this.row.item_count;
  }
}

export class Source extends Name {
  readonly __typename = 'Source';

  get abbreviation() {
    return this.rows.source.find(({ id }) => id === this.row.id)?.abbreviation;
  }

  items(args: ItemArgs) {
    const ids = this.rows.item_source.filter(({ source_id }) => source_id === this.row.id).map((row) => row.item_id);
    return itemsByIds(this.sight, ids, args, this.row.id);
  }
}

export class Keyword extends Name {
  readonly __typename = 'Keyword';

  items(args: ItemArgs) {
    const ids = this.rows.item_keyword.filter(({ keyword_id }) => keyword_id === this.row.id).map((row) => row.item_id);
    return itemsByIds(this.sight, ids, args, this.row.id);
  }
}

export class Contributor extends Name {
  readonly __typename = 'Contributor';

  items(args: ItemArgs) {
    const links = this.rows.item_contributor.filter(({ contributor_id }) => contributor_id === this.row.id);
    return itemsByIds(
      this.sight,
      links.map((row) => row.item_id),
      args,
      this.row.id,
    );
  }
}

export class Event extends PlainNode<EventRow> {
  readonly __typename = 'Event';

  get kind() {
    return this.row.kind;
  }

  get title() {
    return this.row.title;
  }

  get startsOn() {
    return this.row.starts_on;
  }

  get endsOn() {
    return this.row.ends_on;
  }

  place() {
    const { place_printed: printed, place_venue: venue, place_city: city, place_country: country } = this.row;
    return printed === null ? null : { printed, venue, city, country };
  }

  get mode() {
    return this.row.mode;
  }

  get organizer() {
    return this.row.organizer;
  }

  get url() {
    return this.row.url;
  }

  status({ on }: { readonly on?: string | null }) {
    const item = this.rows.item.find(({ id }) => id === this.row.item_id);
    const publication = this.rows.publication.find(({ id }) => id === item?.publication_id);
    const day = on ?? this.sight.state.today(publication?.time_zone ?? 'UTC');
    if (day < this.row.day) return 'UPCOMING';
    return this.row.ends_on !== null && this.row.ends_on < day ? 'PAST' : 'ONGOING';
  }

  item() {
    return only(this.rows.item, this.row.item_id, (row) => new Item(this.sight, row));
  }

  mentions() {
    const own = this.rows.event_mention.filter(({ event_id }) => event_id === this.row.id);
    return sorted(
      sorted(own, ({ ordinal }) => ordinal),
      ({ newest_key }) => newest_key,
    ).map((row: EventMentionRow) => ({
      item: () => only(this.rows.item, row.item_id, (item) => new Item(this.sight, item)),
      evidence: spanOf(row),
    }));
  }
}

export class Revision extends PlainNode<RevisionRow> {
  readonly __typename = 'Revision';

  get ordinal() {
    return this.row.ordinal;
  }

  get createdAt() {
    return this.row.created_at;
  }

  get publishedAt() {
    return this.row.published_at;
  }

  get supersededAt() {
    return this.row.superseded_at;
  }

  document() {
    const found = this.rows.document.find(({ sha256 }) => sha256 === this.row.sha256);
    return found && { ...found, byteLength: found.byte_length };
  }

  diagnostics() {
    const own = this.rows.diagnostic.filter(({ revision_id }) => revision_id === this.row.id);
    return sorted(own, ({ ordinal }) => ordinal).map((row: DiagnosticRow) => ({
      severity: row.severity,
      code: row.code,
      message: row.message,
      span: row.span_start === null ? null : spanOf(row),
    }));
  }

  get coverage() {
    const { lines, attributed } = this.row;
    return { lines, attributed };
  }
}

/** The name with an id; undefined where the state has none. */
export function nameById(sight: Sight, table: NameTable, id: string) {
  const row = sight.state.rows[table].find((one) => one.id === id);
  if (row === undefined) return undefined;
  switch (table) {
    case 'source':
      return new Source(sight, row);
    case 'keyword':
      return new Keyword(sight, row);
    case 'contributor':
      return new Contributor(sight, row);
    default:
      return table satisfies never;
  }
}

/** A page of those items that fit the filter, in the order asked for. */
export function itemPage(
  sight: Sight,
  items: readonly ItemRow[],
  args: ItemArgs,
  { owner, order }: { readonly owner?: string; readonly order?: readonly Key<ItemRow>[] } = {},
) {
  const key: Key<ItemRow> =
    args.orderBy === 'NEWEST' ? { of: (row) => row.newest_key } : { of: (row) => row.oldest_key };
  return new PlainPage<ItemRow>(
    {
      ...sight,
      ...(owner === undefined ? {} : { owner }),
      rows: items.filter((item) => fitsItem(sight.state, item, args.where)),
      order: order ?? [key],
      node: (row) => new Item(sight, row),
    },
    args,
  );
}

/** A page of those issues that fit the filter. */
export function issuePage(sight: Sight, issues: readonly IssueRow[], args: IssueArgs, owner?: string) {
  const { orderBy } = args;
  return new PlainPage<IssueRow>(
    {
      ...sight,
      ...(owner === undefined ? {} : { owner }),
      rows: issues.filter((issue) => fitsIssue(sight.state, issue, args.where)),
      order: [{ of: (row) => (orderBy === 'NEWEST' ? row.newest_key : row.oldest_key) }],
      node: (row) => new Issue(sight, row),
    },
    args,
  );
}

/** The row with an id as a node; undefined where there is none. */
export function only<Row extends { readonly id: string }, Node>(
  rows: readonly Row[],
  id: string | null,
  make: (row: Row) => Node,
): Node | undefined {
  const found = rows.find((row) => row.id === id);
  return found && make(found);
}

/** The rows by a key, ties in the order in which they stand. */
export function sorted<Row>(rows: readonly Row[], key: (row: Row) => string | number): readonly Row[] {
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function itemsByIds(sight: Sight, ids: readonly string[], args: ItemArgs, owner: string) {
  return itemPage(
    sight,
    sight.state.rows.item.filter(({ id }) => ids.includes(id)),
    args,
    { owner },
  );
}

function eventsByDay(sight: Sight, ids: readonly string[]) {
  const own = sight.state.rows.event.filter(({ id }) => ids.includes(id));
  return sorted(
    sorted(own, ({ id }) => id),
    ({ day }) => day,
  ).map((row) => new Event(sight, row));
}

function attribution(sight: Sight, row: AttributionRow) {
  return { printed: row.printed, source: () => nameById(sight, 'source', row.source_id), span: spanOf(row) };
}

function byline(sight: Sight, { printed, affiliation, contributor_id }: BylineRow) {
  return { printed, affiliation, contributor: () => nameById(sight, 'contributor', contributor_id) };
}

function link(sight: Sight, { url, text, address_key }: Pick<LinkRow, 'url' | 'text' | 'address_key'>) {
  const there = sight.state.rows.issue.filter((row) => address_key !== null && row.address_key === address_key);
  const [newest] = sorted(there, ({ newest_key }) => newest_key);
  return { url, text, issue: () => newest && new Issue(sight, newest) };
}

function exchange(row: ExchangeRow) {
  return {
    question: ({ format }: Formatted) =>
      ({ TEXT: row.question_text, MARKDOWN: row.question_markdown, HTML: row.question_html })[format],
    answer: ({ format }: Formatted) =>
      ({ TEXT: row.answer_text, MARKDOWN: row.answer_markdown, HTML: row.answer_html })[format],
  };
}

function introductionOf(
  row: Pick<IssueRow, 'introduction_text' | 'introduction_markdown' | 'introduction_html'>,
  format: Formatted['format'],
) {
  const { introduction_text, introduction_markdown, introduction_html } = row;
  return { TEXT: introduction_text, MARKDOWN: introduction_markdown, HTML: introduction_html }[format];
}

function spanOf(row: {
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly span_line: number | null;
  readonly span_column: number | null;
  readonly span_text: string | null;
}) {
  const { span_start: start, span_end: end, span_line: line, span_column: column, span_text: text } = row;
  return { start, end, line, column, text };
}
