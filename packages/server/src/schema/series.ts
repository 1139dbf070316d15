import type { ItemRow, SeriesRow } from '@broadsheet/store';
import { sql } from 'kysely';
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
    title: t.column('title', { type: 'String', description: 'The title of its first part.' }),
    parts: t.many({
      type: [Item],
      description: 'The parts that are held, oldest first.',
      on: ({ row, target }) => eq(target.ref('series_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('oldest_key')],
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
      on: ({ row, target }) => eq(target.ref('id'), row.ref('series_id')),
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
      description: 'The part before it, of those held.',
      on: ({ row, target }) => [
        eq(target.ref('series_id'), row.ref('series_id')),
        sql<boolean>`${target.ref('oldest_key')} < ${row.ref('oldest_key')}`,
      ],
      orderBy: ({ target }) => [sql`${target.ref('oldest_key')} desc`],
    }),
    next: t.one({
      type: Item,
      nullable: true,
      description: 'The part after it, of those held.',
      on: ({ row, target }) => [
        eq(target.ref('series_id'), row.ref('series_id')),
        sql<boolean>`${target.ref('oldest_key')} > ${row.ref('oldest_key')}`,
      ],
      orderBy: ({ target }) => [target.ref('oldest_key')],
    }),
  }),
});
