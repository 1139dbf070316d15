import type { EventMentionRow, EventRow } from '@broadsheet/store';
import { Item } from './item.js';
import { only, PlainNode, sorted } from './plain-node.js';
import { spanOf } from './texts.js';

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
