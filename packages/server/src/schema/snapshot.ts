import type { FieldKind } from '@pothos/core';
import { sql } from 'kysely';
import { requireScope } from '../errors/rights-errors.js';
import { PREVIEW } from '../scopes.js';
import { builder, type ReadBuilder } from './builder.js';
import { contributorFields } from './contributor.js';
import { eventFields } from './event.js';
import { issueFields } from './issue.js';
import { itemFields } from './item.js';
import { keywordFields } from './keyword.js';
import { publicationFields } from './publication.js';
import { sourceFields } from './source.js';

/** The read fields that Query and Snapshot share. */
function readFields<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    ...publicationFields(t),
    ...issueFields(t),
    ...itemFields(t),
    ...eventFields(t),
    ...sourceFields(t),
    ...keywordFields(t),
    ...contributorFields(t),
  };
}

export const Snapshot = builder.objectRef<object>('Snapshot');
builder.objectType(Snapshot, {
  description: 'The read fields of Query in another state. All that is reached from here is in that state.',
  fields: (t) => ({
    cursor: t.expr({
      type: 'String',
      nullable: true,
      description: 'Of the change log; null in the preview.',
      sql: () => sql`null::text`,
    }),
    ...readFields(t),
  }),
});

builder.queryFields((t) => ({
  ...readFields(t),
  preview: t.enter({
    type: Snapshot,
    description: "The whole graph with the newest draft of every issue in place. Needs the scope 'read-drafts'.",
    check: ({ context }) => requireScope(context, 'read-drafts'),
    scope: () => PREVIEW,
  }),
}));
