import type { EntityRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { builder, type ReadBuilder } from './builder.js';
import { Entity, entityArgs, entityConditions, entityOrder } from './entity.js';
import { ItemConnection } from './item.js';
import { itemArgs, itemConditions, itemOrder, keptNameCount } from './item-list.js';
import { Node, Versioned } from './node.js';
import { eq, idBySlug, withinPast } from './sql.js';

export const Keyword = builder.objectRef<EntityRow>('Keyword');
builder.objectType(Keyword, {
  kysely: { table: 'keyword' },
  interfaces: () => [Entity, Versioned, Node],
  description: 'What an item is about, as its keyword line says.',
  fields: (t) => ({
    items: t.keyset({
      type: ItemConnection,
      description: 'Items that name it.',
      args: itemArgs(t),
      via: 'item_keyword',
      within: ({ row }) => row.ref('id'),
      on: ({ row, target, via, args, scope }) => [
        eq(via.ref('keyword_id'), row.ref('id')),
        eq(target.ref('id'), via.ref('item_id')),
        ...itemConditions(target, args.where, scope),
        ...withinPast(via, scope),
      ],
      order: ({ via, args }) => itemOrder(via, args.orderBy),
      count: ({ row, args, scope }) => keptNameCount(row, args.where, scope),
    }),
  }),
});

export const KeywordConnection = builder.keysetConnection({
  name: 'KeywordConnection',
  edge: 'KeywordEdge',
  node: Keyword,
});

/** The root fields that return keywords. */
export function keywordFields<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    keywords: t.keyset({
      type: KeywordConnection,
      description: 'All keywords.',
      args: entityArgs(t),
      on: ({ target, args, scope }) => entityConditions(target, 'keyword', args.where, scope),
      order: ({ target, args }) => entityOrder(target, args.orderBy),
    }),
    keyword: t.one({
      type: Keyword,
      nullable: true,
      description: 'The keyword with a slug; one that was merged or renamed away still finds it.',
      args: { slug: t.arg.string({ required: true, description: 'Its slug.' }) },
      on: ({ target, args, scope }) => eq(target.ref('id'), idBySlug(scope, 'keyword', args.slug)),
    }),
  };
}
