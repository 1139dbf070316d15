import type { HeadingRow, ItemRow } from '@broadsheet/store';
import { Issue } from './issue.js';
import { attribution, byline, exchange, link } from './item-parts.js';
import { eventsByDay } from './lists.js';
import { nameById } from './names.js';
import { only, PlainNode, sorted } from './plain-node.js';
import { Section } from './section.js';
import { Series } from './series.js';
import { type Formatted, spanOf } from './texts.js';

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
