import type { SeriesRow } from '@broadsheet/store';
import { Item } from './item.js';
import { only, PlainNode, sorted } from './plain-node.js';

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
