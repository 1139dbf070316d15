import type { RubricRow } from '@broadsheet/store';
import { builder } from './builder.js';
import { ItemConnection } from './item.js';
import { itemArgs, itemConditions, itemOrder } from './item-list.js';
import { keptCount } from './kept-count.js';
import { Node, Versioned } from './node.js';
import { Publication } from './publication.js';
import { eq, withinPast } from './sql.js';

export const Rubric = builder.objectRef<RubricRow>('Rubric');
builder.objectType(Rubric, {
  kysely: { table: 'rubric' },
  interfaces: [Versioned, Node],
  description: 'A heading that recurs from issue to issue, with all that was ever printed under it.',
  fields: (t) => ({
    publication: t.one({
      type: Publication,
      description: 'The publication that prints it.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('publication_id')),
    }),
    slug: t.column('slug', { type: 'String', description: "As in 'laws-and-regulations/national'." }),
    heading: t.column('heading', { type: 'String', description: 'The heading as printed.' }),
    parent: t.one({
      type: Rubric,
      nullable: true,
      description: 'The rubric above it; null at the top.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('parent_id')),
    }),
    children: t.many({
      type: [Rubric],
      description: 'The rubrics directly below it, by slug.',
      on: ({ row, target }) => eq(target.ref('parent_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('slug')],
    }),
    items: t.keyset({
      type: ItemConnection,
      description: 'Takes in the rubrics below.',
      args: itemArgs(t),
      via: 'item_rubric',
      within: ({ row }) => row.ref('id'),
      on: ({ row, target, via, args, scope }) => [
        eq(via.ref('rubric_id'), row.ref('id')),
        eq(target.ref('id'), via.ref('item_id')),
        ...itemConditions(target, args.where, scope),
        ...withinPast(via, scope),
      ],
      order: ({ via, args }) => itemOrder(via, args.orderBy),
      count: ({ row, args, scope }) => keptCount(row.ref('id'), 'items', args.where, scope),
    }),
  }),
});

export const RubricConnection = builder.keysetConnection({
  name: 'RubricConnection',
  edge: 'RubricEdge',
  node: Rubric,
});
