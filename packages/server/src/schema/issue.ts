import type { IssueRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { sql } from 'kysely';
import { builder, type ReadBuilder } from './builder.js';
import { BodyFormat, IssueStatus } from './enums.js';
import { Event } from './event.js';
import { issueArgs, issueConditions, issueOrder, keptIssueCount } from './issue-list.js';
import { Item, ItemConnection } from './item.js';
import { itemArgs, itemConditions, itemOrder } from './item-list.js';
import { Keyword } from './keyword.js';
import { Node, Versioned } from './node.js';
import { Publication } from './publication.js';
import { Revision } from './revision.js';
import { Section } from './section.js';
import { Source } from './source.js';
import { eq, firstOf, inFormat, withinPast } from './sql.js';

export const Issue = builder.objectRef<IssueRow>('Issue');
builder.objectType(Issue, {
  kysely: { table: 'issue' },
  interfaces: [Versioned, Node],
  description: 'One number of a publication.',
  fields: (t) => ({
    publication: t.one({
      type: Publication,
      description: 'The publication that it is an issue of.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('publication_id')),
    }),
    slug: t.column('slug', {
      type: 'String',
      description: 'Unique in the publication; one that was changed still finds the issue.',
    }),
    number: t.column('number', {
      type: 'Int',
      nullable: true,
      description: 'As printed, or given or mended by hand; null without. Not unique.',
    }),
    title: t.column('title', { type: 'String', description: 'The headline line as printed.' }),
    language: t.column('language', { type: 'String', description: 'BCP 47' }),
    publishedOn: t.column('published_on', {
      type: 'Date',
      nullable: true,
      description: 'As printed, or given or mended by hand; null without.',
    }),
    publishedAt: t.column('published_at', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was, or while SCHEDULED will be, first made public here.',
    }),
    url: t.column('url', { type: 'URL', nullable: true, description: 'Where it was published.' }),
    status: t.column('status', { type: IssueStatus, description: 'Where it stands in its editorial life.' }),
    introduction: t.expr({
      type: 'String',
      nullable: true,
      description: 'What stands before the first heading and is no item.',
      args: {
        format: t.arg({ type: BodyFormat, required: true, defaultValue: 'TEXT', description: 'In which form.' }),
      },
      sql: ({ row, args }) => inFormat(row, 'introduction', args.format),
    }),
    sections: t.many({
      type: [Section],
      description: 'All of them at every depth, in printed order; depth and parent tell the tree.',
      on: ({ row, target }) => eq(target.ref('issue_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('position')],
    }),
    items: t.keyset({
      type: ItemConnection,
      description: 'Its items.',
      args: itemArgs(t, 'PRINTED'),
      within: ({ row }) => row.ref('id'),
      on: ({ row, target, args, scope }) => [
        eq(target.ref('issue_id'), row.ref('id')),
        ...itemConditions(target, args.where, scope),
      ],
      // Within one issue every order is that of the positions.
      order: ({ target }) => [{ key: target.ref('position'), direction: 'asc', type: 'int4' }],
    }),
    leadItem: t.one({
      type: Item,
      nullable: true,
      description: "The item that the issue's own headline repeats.",
      on: ({ row, target }) => eq(target.ref('id'), row.ref('lead_item_id')),
    }),
    sources: t.many({
      type: [Source],
      description: 'The sources of its items, in the order in which they are first printed.',
      on: ({ row, target, scope }) =>
        sql<boolean>`${target.ref('id')} in (select l.source_id from ${scope.table('item_source')} l where l.issue_id = ${row.ref('id')})`,
      orderBy: ({ row, target, scope }) => [
        sql`(select min((l.oldest_key, l.ordinal)::text) from ${scope.table('item_source')} l
          where l.issue_id = ${row.ref('id')} and l.source_id = ${target.ref('id')})`,
      ],
    }),
    keywords: t.many({
      type: [Keyword],
      description: 'The keywords of its items, in the order in which they are first printed.',
      on: ({ row, target, scope }) =>
        sql<boolean>`${target.ref('id')} in (select l.keyword_id from ${scope.table('item_keyword')} l where l.issue_id = ${row.ref('id')})`,
      orderBy: ({ row, target, scope }) => [
        sql`(select min((l.oldest_key, l.ordinal)::text) from ${scope.table('item_keyword')} l
          where l.issue_id = ${row.ref('id')} and l.keyword_id = ${target.ref('id')})`,
      ],
    }),
    events: t.many({
      type: [Event],
      description: 'The events that its items announce, by day.',
      on: ({ row, target, scope }) =>
        sql<boolean>`${target.ref('id')} in (select m.event_id from ${scope.table('event_mention')} m where m.issue_id = ${row.ref('id')})`,
      orderBy: ({ target }) => [target.ref('day'), target.ref('id')],
    }),
    linksTo: t.many({
      type: [Issue],
      description: 'The issues of this server that addresses in it lead to, the newest first.',
      on: ({ row, target, scope }) => [
        sql<boolean>`${target.ref('address_key')} in (select l.address_key from ${scope.table('link')} l where l.issue_id = ${row.ref('id')})`,
        sql<boolean>`${target.ref('id')} <> ${row.ref('id')}`,
      ],
      orderBy: ({ target }) => [target.ref('newest_key')],
    }),
    linkedFrom: t.keyset({
      type: ItemConnection,
      description: 'Items of other issues with an address that leads to it, the newest first.',
      on: ({ row, target, scope }) => [
        sql<boolean>`${target.ref('id')} in (select l.item_id from ${scope.table('link')} l where l.address_key = ${row.ref('address_key')})`,
        sql<boolean>`${target.ref('issue_id')} <> ${row.ref('id')}`,
      ],
      order: ({ target }) => itemOrder(target, 'NEWEST'),
    }),
    previous: t.one({
      type: Issue,
      nullable: true,
      description: 'The issue before it in IssueOrder OLDEST within the publication.',
      on: ({ row, target }) => [
        eq(target.ref('publication_id'), row.ref('publication_id')),
        sql<boolean>`${target.ref('oldest_key')} < ${row.ref('oldest_key')}`,
      ],
      orderBy: ({ target }) => [sql`${target.ref('oldest_key')} desc`],
    }),
    next: t.one({
      type: Issue,
      nullable: true,
      description: 'The issue after it in IssueOrder OLDEST within the publication.',
      on: ({ row, target }) => [
        eq(target.ref('publication_id'), row.ref('publication_id')),
        sql<boolean>`${target.ref('oldest_key')} > ${row.ref('oldest_key')}`,
      ],
      orderBy: ({ target }) => [target.ref('oldest_key')],
    }),
    revision: t.one({
      type: Revision,
      description: 'The one that this state shows.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('revision_id')),
    }),
    revisions: t.many({
      type: [Revision],
      description: 'Newest first; those never public only in the preview.',
      on: ({ row, target }) => eq(target.ref('issue_id'), row.ref('id')),
      orderBy: ({ target }) => [sql`${target.ref('ordinal')} desc`],
    }),
  }),
});

export const IssueConnection = builder.keysetConnection({ name: 'IssueConnection', edge: 'IssueEdge', node: Issue });

/** The root fields that return issues. */
export function issueFields<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    issue: t.one({
      type: Issue,
      nullable: true,
      description:
        "By slug: '123', '2023-09-2'. Printed numbers are not unique: issues(where: { number }) finds by those.",
      args: {
        publication: t.arg.string({ required: true, description: 'Slug of its publication.' }),
        slug: t.arg.string({ required: true, description: 'Its slug.' }),
      },
      // A slug that was changed leads to the issue by a redirect.
      on: ({ target, args, scope }) => {
        const publication = sql`(select p.id from ${scope.table('publication')} p where p.slug = ${args.publication})`;
        const bySlug = sql`(select n.id from ${scope.table('issue')} n
          where n.publication_id = ${publication} and n.slug = ${args.slug})`;
        const byFormer = sql`(select r.target_id from ${scope.table('redirect')} r
          where r.type = 'Issue' and r.slug = ${publication} || '/' || ${args.slug})`;
        return eq(target.ref('id'), firstOf(scope, bySlug, byFormer));
      },
    }),
    issues: t.keyset({
      type: IssueConnection,
      description: 'Issues of all publications.',
      args: issueArgs(t),
      on: ({ target, args, scope }) => [...issueConditions(target, args.where, scope), ...withinPast(target, scope)],
      order: ({ target, args }) => issueOrder(target, args.orderBy),
      count: ({ args, scope }) => keptIssueCount(args.where, scope),
    }),
  };
}
