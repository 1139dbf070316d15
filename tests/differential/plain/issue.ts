import type { IssueRow } from '@broadsheet/store';
import { Item } from './item.js';
import { eventsByDay, type ItemArgs, itemPage } from './lists.js';
import { nameById } from './names.js';
import { only, PlainNode, sorted } from './plain-node.js';
import { Publication } from './publication.js';
import { Revision } from './revision.js';
import { Section } from './section.js';
import { type Formatted, introductionOf } from './texts.js';

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
