import type { ItemRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { sql } from 'kysely';
import { relatedItems } from '../search/related-items.js';
import { builder, type ReadBuilder } from './builder.js';
import { BodyFormat, ItemKind } from './enums.js';
import { Event } from './event.js';
import { checkListSize, facetsField } from './facet.js';
import { Issue } from './issue.js';
import {
  itemArgs,
  itemConditions,
  itemOrder,
  keptItemCount,
  walkConditions,
  walkedIds,
  walkedName,
} from './item-list.js';
import { Attribution, Byline, Exchange, Heading, Link } from './item-parts.js';
import { Keyword } from './keyword.js';
import { Node, Versioned } from './node.js';
import { Section } from './section.js';
import { SeriesPart } from './series.js';
import { Source } from './source.js';
import { Span } from './span.js';
import { eq, inFormat, withinPast } from './sql.js';

export const Item = builder.objectRef<ItemRow>('Item');
builder.objectType(Item, {
  kysely: { table: 'item' },
  interfaces: [Versioned, Node],
  description:
    'The smallest editorial unit. What an item does not have is null or empty, whatever its kind: an interview may be signed.',
  fields: (t) => ({
    kind: t.column('kind', { type: ItemKind, description: 'How it reads.' }),
    issue: t.one({
      type: Issue,
      description: 'The issue that it stands in.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('issue_id')),
    }),
    section: t.one({
      type: Section,
      nullable: true,
      description: 'Null where it stands before any heading.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('section_id')),
    }),
    position: t.column('position', { type: 'Int', description: 'From 1, in the order of the whole issue.' }),
    number: t.column('number', {
      type: 'Int',
      nullable: true,
      description: "The printed number, as in '2.'; null where none is printed.",
    }),
    title: t.column('title', { type: 'String', description: 'Where none is printed, the first words.' }),
    language: t.column('language', { type: 'String', description: "BCP 47; the issue's where none is marked." }),
    body: t.expr({
      type: 'String',
      description:
        'Without title, keyword line and source line; empty where there is nothing else. HTML is sanitised: no script, style or event attribute; http, https and mailto links only.',
      args: {
        format: t.arg({ type: BodyFormat, required: true, defaultValue: 'TEXT', description: 'In which form.' }),
      },
      sql: ({ row, args }) => inFormat(row, 'body', args.format),
    }),
    keywords: t.many({
      type: [Keyword],
      description: 'Its keywords, in printed order.',
      via: 'item_keyword',
      on: ({ row, target, via }) => [
        eq(via.ref('item_id'), row.ref('id')),
        eq(target.ref('id'), via.ref('keyword_id')),
      ],
      orderBy: ({ via }) => [via.ref('ordinal')],
    }),
    sources: t.many({
      type: [Source],
      description: 'Whom it is attributed to, each once, in printed order.',
      via: 'item_source',
      on: ({ row, target, via }) => [eq(via.ref('item_id'), row.ref('id')), eq(target.ref('id'), via.ref('source_id'))],
      orderBy: ({ via }) => [via.ref('ordinal')],
    }),
    attributions: t.many({
      type: [Attribution],
      description: 'The source lines as printed, each with whom it was tied to.',
      on: ({ row, target }) => eq(target.ref('item_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('ordinal')],
    }),
    bylines: t.many({
      type: [Byline],
      description: 'Who wrote it, in printed order.',
      on: ({ row, target }) => eq(target.ref('item_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('ordinal')],
    }),
    events: t.many({
      type: [Event],
      description: 'The events that it announces, by day.',
      on: ({ row, target, scope }) =>
        sql<boolean>`${target.ref('id')} in (select m.event_id from ${scope.table('event_mention')} m where m.item_id = ${row.ref('id')})`,
      orderBy: ({ target }) => [target.ref('day'), target.ref('id')],
    }),
    link: t.embed({
      type: Link,
      nullable: true,
      prefix: 'link_',
      present: ({ row }) => sql`${row.ref('link_url')} is not null`,
      description: 'What the item itself points at: its address line, or the link that its title is.',
    }),
    links: t.many({
      type: [Link],
      description: 'Every address in it, its own link among them, in printed order.',
      on: ({ row, target }) => eq(target.ref('item_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('ordinal')],
    }),
    exchanges: t.many({
      type: [Exchange],
      description: 'Questions and answers, in printed order.',
      on: ({ row, target }) => eq(target.ref('item_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('ordinal')],
    }),
    headings: t.many({
      type: [Heading],
      description: 'Headings within the body.',
      on: ({ row, target }) => eq(target.ref('item_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('ordinal')],
    }),
    part: t.embed({
      type: SeriesPart,
      nullable: true,
      prefix: '',
      present: ({ row }) => sql`${row.ref('series_key')} is not null`,
      description: 'Its place in a series; null where it stands alone.',
    }),
    wordCount: t.column('word_count', { type: 'Int', description: 'Words of the body.' }),
    span: t.embed({ type: Span, prefix: 'span_', description: 'From its first line to its last.' }),
    related: t.many({
      type: [Item],
      description:
        'Items that share keywords, sources or telling words with it, those that share the rarest first. Weighed by what is public now, in whatever state it is read.',
      args: { first: t.arg.int({ required: true, defaultValue: 5, description: 'How many, 1 to 100.' }) },
      check: ({ args }) => checkListSize('related', args.first),
      table: ({ row, args, scope }) => relatedItems(row, args.first, scope),
      on: () => [],
      // The table is in its order already.
      orderBy: () => [],
    }),
  }),
});

export const ItemConnection = builder.keysetConnection({
  name: 'ItemConnection',
  edge: 'ItemEdge',
  node: Item,
  fields: (t) => ({ facets: facetsField(t) }),
});

/** The root fields that return items. */
export function itemFields<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    items: t.keyset({
      type: ItemConnection,
      description: 'Items of all issues.',
      args: itemArgs(t),
      via: ({ args }) => walkedName(args.where)?.via ?? null,
      on: ({ target, via, args, scope }) => [
        ...(via ? walkConditions(target, via, args.where, scope) : itemConditions(target, args.where, scope)),
        ...withinPast(via ?? target, scope),
      ],
      order: ({ target, via, args }) => itemOrder(via ?? target, args.orderBy),
      count: ({ args, scope }) => keptItemCount(args.where, scope),
      ids: ({ args, scope }) => walkedIds(args.where, scope),
    }),
  };
}
