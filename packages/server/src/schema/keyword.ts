import type { Scope } from '@broadsheet/pothos-kysely';
import type { EntityRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { builder, type ReadBuilder } from './builder.js';
import { Entity, entityArgs, entityConditions, entityOrder } from './entity.js';
import { checkListSize } from './facet.js';
import { ItemConnection } from './item.js';
import { itemArgs, itemConditions, itemOrder, keptNameCount, linkedIds } from './item-list.js';
import { Node, Versioned } from './node.js';
import { eq, idBySlug, withinPast } from './sql.js';

/** Another keyword of the same items, and how many items have both. */
interface CooccurrenceRow {
  readonly keyword_id: string;
  readonly items: number;
}

export const KeywordCooccurrence = builder.objectRef<CooccurrenceRow>('KeywordCooccurrence');

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
      ids: ({ row, args, scope }) => linkedIds('keyword', row.ref('id'), args.where, scope),
    }),
    related: t.many({
      type: [KeywordCooccurrence],
      description:
        'Keywords printed on the same items, most shared first. Counted over what is public now, in whatever state it is read.',
      args: { first: t.arg.int({ required: true, defaultValue: 10, description: 'How many, 1 to 100.' }) },
      check: ({ args }) => checkListSize('related', args.first),
      table: ({ row, scope }) => relatedKeywords(row.ref('id'), scope),
      on: () => [],
      orderBy: ({ target }) => [sql`${target.ref('items')} desc`, target.ref('keyword_id')],
      limit: ({ args }) => args.first,
    }),
  }),
});

builder.objectType(KeywordCooccurrence, {
  description: 'A keyword that is printed together with another.',
  fields: (t) => ({
    keyword: t.one({
      type: Keyword,
      description: 'The other keyword.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('keyword_id')),
    }),
    itemCount: t.column('items', { type: 'Int', description: 'Items on which both are printed.' }),
  }),
});

/** The keywords that stand on items with one, as far as the state shows them. */
function relatedKeywords(id: Expression<unknown>, scope: Scope): RawBuilder<unknown> {
  const side = (own: string, other: string) => sql`select ${sql.ref(`p.${other}`)} as keyword_id, p.items
    from search.keyword_pair p where ${sql.ref(`p.${own}`)} = ${id}`;
  return sql`(select p.keyword_id, p.items from (${side('keyword_id', 'other_id')} union all ${side('other_id', 'keyword_id')}) p
    where exists (select from ${scope.table('keyword')} k where k.id = p.keyword_id))`;
}

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
