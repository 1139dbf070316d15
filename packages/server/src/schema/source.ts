import type { SourceRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { builder, type ReadBuilder } from './builder.js';
import { Entity, entityArgs, entityConditions, entityOrder } from './entity.js';
import { ItemConnection } from './item.js';
import { itemArgs, itemConditions, itemOrder, keptNameCount, linkedIds } from './item-list.js';
import { Node, Versioned } from './node.js';
import { eq, idBySlug, withinPast } from './sql.js';

export const Source = builder.objectRef<SourceRow>('Source');
builder.objectType(Source, {
  kysely: { table: 'source' },
  interfaces: () => [Entity, Versioned, Node],
  description: 'Whom an item is attributed to. One node for all the names that one body goes by.',
  fields: (t) => ({
    abbreviation: t.column('abbreviation', {
      type: 'String',
      nullable: true,
      description: 'The short form that a text defines for it.',
    }),
    items: t.keyset({
      type: ItemConnection,
      description: 'Items that name it.',
      args: itemArgs(t),
      via: 'item_source',
      within: ({ row }) => row.ref('id'),
      on: ({ row, target, via, args, scope }) => [
        eq(via.ref('source_id'), row.ref('id')),
        eq(target.ref('id'), via.ref('item_id')),
        ...itemConditions(target, args.where, scope),
        ...withinPast(via, scope),
      ],
      order: ({ via, args }) => itemOrder(via, args.orderBy),
      count: ({ row, args, scope }) => keptNameCount(row, args.where, scope),
      ids: ({ row, args, scope }) => linkedIds('source', row.ref('id'), args.where, scope),
    }),
  }),
});

export const SourceConnection = builder.keysetConnection({
  name: 'SourceConnection',
  edge: 'SourceEdge',
  node: Source,
});

/** The root fields that return sources. */
export function sourceFields<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    sources: t.keyset({
      type: SourceConnection,
      description: 'All sources.',
      args: entityArgs(t),
      on: ({ target, args, scope }) => entityConditions(target, 'source', args.where, scope),
      order: ({ target, args }) => entityOrder(target, args.orderBy),
    }),
    source: t.one({
      type: Source,
      nullable: true,
      description: 'The source with a slug; one that was merged or renamed away still finds it.',
      args: { slug: t.arg.string({ required: true, description: 'Its slug.' }) },
      on: ({ target, args, scope }) => eq(target.ref('id'), idBySlug(scope, 'source', args.slug)),
    }),
  };
}
