import type { PublicationRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { sql } from 'kysely';
import { builder, type ReadBuilder } from './builder.js';
import { Issue, IssueConnection } from './issue.js';
import { issueArgs, issueConditions, issueOrder } from './issue-list.js';
import { keptCount } from './kept-count.js';
import { Node, Versioned } from './node.js';
import { Rubric, RubricConnection } from './rubric.js';
import { eq, withinPast } from './sql.js';

export const Publication = builder.objectRef<PublicationRow>('Publication');
builder.objectType(Publication, {
  kysely: { table: 'publication' },
  interfaces: [Versioned, Node],
  description: 'A serial: what issues are published of.',
  fields: (t) => ({
    slug: t.column('slug', { type: 'String', description: 'Its name in addresses; unique.' }),
    title: t.column('title', { type: 'String', description: 'Its title.' }),
    language: t.column('language', { type: 'String', description: 'BCP 47' }),
    timeZone: t.column('time_zone', {
      type: 'String',
      description: "IANA. A day (publishedOn, 'today') is a day there.",
    }),
    homepage: t.column('homepage', { type: 'URL', nullable: true, description: 'Its home page.' }),
    rubrics: t.keyset({
      type: RubricConnection,
      description: 'Headings that recur in its issues, by slug.',
      within: ({ row }) => row.ref('id'),
      on: ({ row, target }) => eq(target.ref('publication_id'), row.ref('id')),
      order: ({ target }) => [
        { key: target.ref('slug'), direction: 'asc', type: 'text' },
        { key: target.ref('id'), direction: 'asc', type: 'text' },
      ],
    }),
    rubric: t.one({
      type: Rubric,
      nullable: true,
      description: 'The rubric with a slug.',
      args: { slug: t.arg.string({ required: true, description: "As in 'laws-and-regulations/national'." }) },
      on: ({ row, target, args }) => [
        eq(target.ref('publication_id'), row.ref('id')),
        eq(target.ref('slug'), args.slug),
      ],
    }),
    issues: t.keyset({
      type: IssueConnection,
      description: 'Its issues.',
      args: issueArgs(t),
      within: ({ row }) => row.ref('id'),
      on: ({ row, target, args, scope }) => [
        eq(target.ref('publication_id'), row.ref('id')),
        ...issueConditions(target, args.where, scope),
        ...withinPast(target, scope),
      ],
      order: ({ target, args }) => issueOrder(target, args.orderBy),
      count: ({ row, args, scope }) => keptCount(row.ref('id'), 'issues', args.where, scope),
    }),
    latestIssue: t.one({
      type: Issue,
      nullable: true,
      description: 'Its newest issue.',
      on: ({ row, target, scope }) => [eq(target.ref('publication_id'), row.ref('id')), ...withinPast(target, scope)],
      orderBy: ({ target }) => [target.ref('newest_key')],
    }),
  }),
});

/** The root fields that return publications. */
export function publicationFields<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    publications: t.many({
      type: [Publication],
      description: 'All publications, by slug.',
      on: () => sql<boolean>`true`,
      orderBy: ({ target }) => [target.ref('slug')],
    }),
    publication: t.one({
      type: Publication,
      nullable: true,
      description: 'The publication with a slug.',
      args: { slug: t.arg.string({ required: true, description: 'Its slug.' }) },
      on: ({ target, args }) => eq(target.ref('slug'), args.slug),
    }),
  };
}
