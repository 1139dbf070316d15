import type { ItemRow, SeriesRow } from '@broadsheet/store';
import { builder } from './builder.js';
import { Item } from './item.js';
import { Node, Versioned } from './node.js';
import { eq } from './sql.js';

export const Series = builder.objectRef<SeriesRow>('Series');
builder.objectType(Series, {
  kysely: { table: 'series' },
  interfaces: [Versioned, Node],
  description: 'An item that is continued over several issues.',
  fields: (t) => ({
    title: t.column('title', {
      type: 'String',
      description: 'The title of its first part, without the number of the part.',
    }),
    parts: t.many({
      type: [Item],
      description: 'The parts that are held, in their order.',
      via: 'series_part',
      on: ({ row, target, via }) => [eq(via.ref('series_id'), row.ref('id')), eq(target.ref('id'), via.ref('item_id'))],
      orderBy: ({ via }) => [via.ref('ordinal')],
    }),
    isComplete: t.column('is_complete', {
      type: 'Boolean',
      description: 'False while a part before, between or after those held is missing.',
    }),
  }),
});

/** Embedded in an item that is part of a series. */
export const SeriesPart = builder.objectRef<ItemRow>('SeriesPart');
builder.objectType(SeriesPart, {
  description: 'The place of an item in a series.',
  fields: (t) => ({
    series: t.one({
      type: Series,
      description: 'The series.',
      via: 'series_part',
      on: ({ row, target, via }) => [eq(via.ref('item_id'), row.ref('id')), eq(target.ref('id'), via.ref('series_id'))],
    }),
    isContinuation: t.column('part_is_continuation', {
      type: 'Boolean',
      description: "'[Continued from the Previous Issue]' is printed.",
    }),
    toBeContinued: t.column('part_to_be_continued', {
      type: 'Boolean',
      description: "'[To be Continued]' is printed.",
    }),
    previous: t.one({
      type: Item,
      nullable: true,
      description: 'The part before it; null for the first, and where the part before it is missing.',
      via: 'series_part',
      on: ({ row, target, via }) => [
        eq(via.ref('item_id'), row.ref('id')),
        eq(target.ref('id'), via.ref('previous_id')),
      ],
    }),
    next: t.one({
      type: Item,
      nullable: true,
      description: 'The part after it; null for the last, and where the part after it is missing.',
      via: 'series_part',
      on: ({ row, target, via }) => [eq(via.ref('item_id'), row.ref('id')), eq(target.ref('id'), via.ref('next_id'))],
    }),
  }),
});
