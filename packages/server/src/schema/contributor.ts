import type { EntityRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { builder, type ReadBuilder } from './builder.js';
import { Entity } from './entity.js';
import { ItemConnection } from './item.js';
import { itemArgs, itemConditions, itemOrder, keptNameCount, linkedIds } from './item-list.js';
import { Node, Versioned } from './node.js';
import { eq, idBySlug, withinPast } from './sql.js';

export const Contributor = builder.objectRef<EntityRow>('Contributor');
builder.objectType(Contributor, {
  kysely: { table: 'contributor' },
  interfaces: () => [Entity, Versioned, Node],
  description: 'Who signs items.',
  fields: (t) => ({
    items: t.keyset({
      type: ItemConnection,
      description: 'Items that name it.',
      args: itemArgs(t),
      via: 'item_contributor',
      within: ({ row }) => row.ref('id'),
      on: ({ row, target, via, args, scope }) => [
        eq(via.ref('contributor_id'), row.ref('id')),
        eq(target.ref('id'), via.ref('item_id')),
        ...itemConditions(target, args.where, scope),
        ...withinPast(via, scope),
      ],
      order: ({ via, args }) => itemOrder(via, args.orderBy),
      count: ({ row, args, scope }) => keptNameCount(row, args.where, scope),
      ids: ({ row, args, scope }) => linkedIds('contributor', row.ref('id'), args.where, scope),
    }),
  }),
});

/** The root fields that return contributors. */
export function contributorFields<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    contributor: t.one({
      type: Contributor,
      nullable: true,
      description: 'The contributor with a slug; one that was merged or renamed away still finds it.',
      args: { slug: t.arg.string({ required: true, description: 'Its slug.' }) },
      on: ({ target, args, scope }) => eq(target.ref('id'), idBySlug(scope, 'contributor', args.slug)),
    }),
  };
}
