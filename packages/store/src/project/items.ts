import type { ItemReading, Rendered } from '@broadsheet/parser';
import { type EntityCuration, tieEntity } from '../curation/entity-curation.js';
import { addressKey } from '../identity/address-key.js';
import { eventId } from '../identity/event-id.js';
import { makeId } from '../identity/id.js';
import { keywordKey } from '../identity/keyword-key.js';
import { nameKey } from '../identity/slug.js';
import { methodInTheEnd, type SourceTies, tieSource } from '../names/source-ties.js';
import type {
  AttributionRow,
  BylineRow,
  EventMentionRow,
  ExchangeRow,
  HeadingRow,
  ItemContributorRow,
  ItemKeywordRow,
  ItemRow,
  ItemRubricRow,
  ItemSourceRow,
  LinkRow,
  SectionRow,
} from '../tables.js';
import type { IssueFacts, ItemIdentity } from './issue.js';
import { type OrderKeys, orderKeys } from './order-keys.js';
import type { Rows } from './rows.js';
import { spanColumns } from './span-columns.js';

type PartColumns = Pick<
  ItemRow,
  'series_key' | 'series_title' | 'part_is_continuation' | 'part_to_be_continued' | 'part_number' | 'part_of'
>;

/** One item on its way into rows. */
interface Placed {
  readonly facts: IssueFacts;
  readonly reading: ItemReading;
  readonly identity: ItemIdentity;
  /** From 1. */
  readonly position: number;
  readonly link: { readonly item_id: string; readonly issue_id: string } & OrderKeys;
  readonly part: { readonly item_id: string; readonly issue_id: string };
}

/** The rows of all items of an issue and of what hangs on them, with the slugs of the names they are tied to. */
export function projectItems(
  facts: IssueFacts,
  sections: readonly SectionRow[],
  ties: SourceTies,
  curation: EntityCuration,
): { rows: Rows; slugs: Map<string, string> } {
  const slugs = new Map<string, string>();
  const idOf: IdOf = (type, form, slug, key = slug) => {
    const id = tieEntity(curation, type, form, makeId(type, key));
    slugs.set(id, curation.slugs.get(id) ?? slug);
    return id;
  };
  const placed = facts.reading.items.flatMap((reading, index) => place(facts, reading, index));
  const attributed = placed.map((item) => ({ item, lines: attributionRows(item, ties, idOf) }));
  const signed = placed.map((item) => ({ item, lines: bylineRows(item, idOf) }));
  const rubrics = rubricsBySection(sections);
  const rows = {
    item: placed.map((item) => itemRow(item, sections)),
    item_keyword: placed.flatMap((item) => keywordRows(item, idOf)),
    attribution: attributed.flatMap(({ lines }) => lines),
    item_source: attributed.flatMap(({ item, lines }) => sourceRows(item.link, lines)),
    byline: signed.flatMap(({ lines }) => lines),
    item_contributor: signed.flatMap(({ item, lines }) => contributorRows(item, lines)),
    item_rubric: placed.flatMap((item) => rubricRows(item, rubrics)),
    link: placed.flatMap(linkRows),
    exchange: placed.flatMap(exchangeRows),
    heading: placed.flatMap(headingRows),
    event_mention: placed.flatMap(mentionRows),
  };
  return { rows, slugs };
}

function place(facts: IssueFacts, reading: ItemReading, index: number): Placed[] {
  const identity = facts.items[index];
  if (identity === undefined) return [];
  const position = index + 1;
  const part = { item_id: identity.id, issue_id: facts.id };
  const keys = orderKeys(facts.published_on, facts.publication.slug, facts.slug, position);
  return [{ facts, reading, identity, position, part, link: { ...part, ...keys } }];
}

function itemRow({ facts, reading, identity, position, link }: Placed, sections: readonly SectionRow[]): ItemRow {
  return {
    id: identity.id,
    issue_id: facts.id,
    publication_id: facts.publication.id,
    section_id: reading.section === null ? null : (sections[reading.section]?.id ?? null),
    kind: reading.kind,
    position,
    number: reading.number,
    title: reading.title.value,
    language: reading.language ?? facts.publication.language,
    published_on: facts.published_on,
    body_text: reading.body.text,
    body_markdown: reading.body.markdown,
    body_html: reading.body.html,
    word_count: reading.wordCount,
    link_url: reading.link?.url ?? null,
    link_text: reading.link?.text ?? null,
    link_address_key: reading.link === null ? null : addressKey(reading.link.url),
    ...partColumns(facts.publication.id, reading),
    ...spanColumns(facts.document, reading.span),
    newest_key: link.newest_key,
    oldest_key: link.oldest_key,
  };
}

function partColumns(publicationId: string, { part, title }: ItemReading): PartColumns {
  // A reading of parser version 1 knows marks alone.
  const series_title = part === null ? null : (part.title ?? title.value);
  return {
    series_key: series_title === null ? null : makeId('series', publicationId, nameKey(series_title)),
    series_title,
    part_is_continuation: part?.isContinuation ?? null,
    part_to_be_continued: part?.toBeContinued ?? null,
    part_number: part?.number ?? null,
    part_of: part?.of ?? null,
  };
}

/** Whom a printed form names: by its slug, or the key that several slugs share, or by a decision. */
type IdOf = (type: 'keyword' | 'source' | 'contributor', form: string, slug: string, key?: string) => string;

function keywordRows({ reading, link }: Placed, idOf: IdOf): ItemKeywordRow[] {
  const rows = new Map<string, ItemKeywordRow>();
  for (const [index, { value }] of reading.keywords.entries()) {
    const keyword_id = idOf('keyword', value, nameKey(value), keywordKey(value));
    if (!rows.has(keyword_id)) rows.set(keyword_id, { ...link, keyword_id, ordinal: index + 1, printed: value });
  }
  return [...rows.values()];
}

function attributionRows({ facts, reading, part }: Placed, ties: SourceTies, idOf: IdOf): AttributionRow[] {
  return reading.attributions.map(({ value, span }, index) => {
    const tied = tieSource(value, ties);
    const source_id = idOf('source', value, tied.slug);
    return {
      ...part,
      ordinal: index + 1,
      source_id,
      printed: value,
      base_key: tied.baseKey,
      method: methodInTheEnd(value, tied, source_id),
      ...spanColumns(facts.document, span),
    };
  });
}

/** The sources that an item's lines name, each once. `link` tells the item and its place in the orders. */
export function sourceRows(
  { item_id, issue_id, newest_key, oldest_key }: Placed['link'],
  attributions: readonly AttributionRow[],
): ItemSourceRow[] {
  const link = { item_id, issue_id, newest_key, oldest_key };
  const rows = new Map<string, ItemSourceRow>();
  for (const { source_id, ordinal } of attributions) {
    if (!rows.has(source_id)) rows.set(source_id, { ...link, source_id, ordinal });
  }
  return [...rows.values()];
}

function bylineRows({ reading, part }: Placed, idOf: IdOf): BylineRow[] {
  return reading.bylines.map(({ printed, name, affiliation }, index) => ({
    ...part,
    ordinal: index + 1,
    contributor_id: idOf('contributor', name, nameKey(name)),
    printed,
    name,
    affiliation,
  }));
}

function contributorRows({ link }: Placed, bylines: readonly BylineRow[]): ItemContributorRow[] {
  const rows = new Map<string, ItemContributorRow>();
  for (const { contributor_id, ordinal } of bylines) {
    if (!rows.has(contributor_id)) rows.set(contributor_id, { ...link, contributor_id, ordinal });
  }
  return [...rows.values()];
}

/** The rubrics of each section, by its index: its own and those of every section above it. */
export function rubricsBySection(sections: readonly SectionRow[]): readonly ReadonlySet<string>[] {
  const rubrics = new Map<string, ReadonlySet<string>>();
  return sections.map(({ id, parent_id, rubric_id }) => {
    const above = parent_id === null ? [] : (rubrics.get(parent_id) ?? []);
    const all = new Set([...(rubric_id === null ? [] : [rubric_id]), ...above]);
    rubrics.set(id, all);
    return all;
  });
}

function rubricRows({ reading, link }: Placed, rubrics: readonly ReadonlySet<string>[]): ItemRubricRow[] {
  const own = reading.section === null ? undefined : rubrics[reading.section];
  return [...(own ?? [])].map((rubric_id) => ({ ...link, rubric_id }));
}

function linkRows({ reading, part }: Placed): LinkRow[] {
  return reading.links.map(({ url, text }, index) => ({
    ...part,
    ordinal: index + 1,
    url,
    text,
    address_key: addressKey(url),
  }));
}

function exchangeRows({ reading, part }: Placed): ExchangeRow[] {
  return reading.exchanges.map(({ question, answer }, index) => ({
    ...part,
    ordinal: index + 1,
    question_text: question.text,
    question_markdown: question.markdown,
    question_html: question.html,
    ...answerColumns(answer),
  }));
}

function answerColumns(answer: Rendered | null) {
  return {
    answer_text: answer?.text ?? null,
    answer_markdown: answer?.markdown ?? null,
    answer_html: answer?.html ?? null,
  };
}

function headingRows({ reading, part }: Placed): HeadingRow[] {
  return reading.headings.map(({ depth, label, text }, index) => ({ ...part, ordinal: index + 1, depth, label, text }));
}

function mentionRows({ facts, reading, identity, part, link }: Placed): EventMentionRow[] {
  return reading.events.map((event, index) => ({
    ...part,
    ordinal: index + 1,
    event_id: eventId(event, identity.anchor, nameKey(reading.title.value)),
    kind: event.kind,
    title: event.title,
    starts_on: event.startsOn,
    ends_on: event.endsOn,
    place_printed: event.place?.printed ?? null,
    place_venue: event.place?.venue ?? null,
    place_city: event.place?.city ?? null,
    place_country: event.place?.country ?? null,
    mode: event.mode,
    organizer: event.organizer,
    url: event.url,
    newest_key: link.newest_key,
    ...spanColumns(facts.document, event.evidence),
  }));
}
