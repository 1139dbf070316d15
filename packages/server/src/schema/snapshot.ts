import type { FieldKind } from '@pothos/core';
import { sql } from 'kysely';
import { requireScope } from '../errors/rights-errors.js';
import { isPast, PAST_SEQ, PREVIEW, pastAtInstant, pastOf } from '../scopes.js';
import { builder, type ReadBuilder } from './builder.js';
import { changeCursor } from './change.js';
import { contributorFields } from './contributor.js';
import { eventFields } from './event.js';
import { issueFields } from './issue.js';
import { itemFields } from './item.js';
import { keywordFields } from './keyword.js';
import { publicationFields } from './publication.js';
import { storedInstant } from './scalars.js';
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
      description:
        'The last change that this state takes in, where changes(after:) goes on; null in the preview, and before the first change.',
      sql: ({ scope }) =>
        isPast(scope) ? sql`case when ${PAST_SEQ} > 0 then ${changeCursor(PAST_SEQ)} end` : sql`null::text`,
    }),
    ...readFields(t),
  }),
});

builder.queryFields((t) => ({
  ...readFields(t),
  asOf: t.enter({
    type: Snapshot,
    description:
      'The whole public graph as it stood at an instant; empty before the first change, and after the last one as it stands now. Ids carry the state. What was withdrawn since stays hidden from who may not see drafts, with all that was public of it before; names that only it used are hidden with it.',
    args: { at: t.arg({ type: 'DateTime', required: true, description: 'The instant.' }) },
    scope: ({ context }) => pastOf(context.rights),
    from: ({ args }) => pastAtInstant(args.at.map(storedInstant)),
  }),
  preview: t.enter({
    type: Snapshot,
    description: "The whole graph with the newest draft of every issue in place. Needs the scope 'read-drafts'.",
    check: ({ context }) => requireScope(context, 'read-drafts'),
    scope: () => PREVIEW,
  }),
}));
