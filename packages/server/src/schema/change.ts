import { cursorAt } from '@broadsheet/pothos-kysely';
import { NODE_TYPES } from '@broadsheet/store';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { builder, type ChangeEntryRow, type ChangeRow } from './builder.js';
import { ChangeAction, ChangeKind } from './enums.js';
import { Issue } from './issue.js';
import { Node } from './node.js';
import { eq, publicationIds } from './sql.js';

export const Change = builder.objectRef<ChangeRow>('Change');
builder.objectType(Change, {
  kysely: { table: 'change' },
  description: 'One transaction: all its entries hold together.',
  fields: (t) => ({
    cursor: t.expr({
      type: 'String',
      description: 'Its place in the change log; it never moves.',
      sql: ({ row }) => changeCursor(row.ref('seq')),
    }),
    kind: t.column('kind', { type: ChangeKind, description: 'What it did.' }),
    at: t.column('at', { type: 'DateTime', description: 'When; later than every change before it.' }),
    note: t.column('note', { type: 'String', nullable: true, description: 'The reason or note given with it.' }),
    issue: t.one({
      type: Issue,
      nullable: true,
      description: 'As it stands now; null for CURATED and once withdrawn (its id stands in entries).',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('issue_id')),
    }),
    entries: t.many({
      type: [ChangeEntry],
      description: 'The nodes that came, changed or went.',
      on: ({ row, target }) => eq(target.ref('seq'), row.ref('seq')),
      orderBy: ({ target }) => [target.ref('ordinal')],
    }),
  }),
});

export const ChangeEntry = builder.objectRef<ChangeEntryRow>('ChangeEntry');
builder.objectType(ChangeEntry, {
  kysely: { table: 'change_entry' },
  description:
    'One node that came, changed or went. What only points at a merged entity has no entry of its own: put replacedBy in its place.',
  fields: (t) => ({
    action: t.column('action', { type: ChangeAction, description: 'What became of it.' }),
    id: t.column('id', { type: 'ID', description: 'Its id.' }),
    type: t.column('type', { type: 'String', description: "'Item': node.__typename, for what is gone too." }),
    node: t.polymorphic({
      type: Node,
      nullable: true,
      description: 'As it stands now; null once it is gone.',
      branches: ({ row }) =>
        Object.values(NODE_TYPES).map((name) => ({
          type: { name },
          on: ({ target }) => [eq(target.ref('id'), row.ref('id')), sql`${row.ref('type')} = ${sql.lit(name)}`],
        })),
    }),
    replacedBy: t.column('replaced_by', {
      type: 'ID',
      nullable: true,
      description: 'For DELETED by a merge: the id of what took its place.',
    }),
  }),
});

export const ChangeConnection = builder.keysetConnection({
  name: 'ChangeConnection',
  edge: 'ChangeEdge',
  node: Change,
  totalCount: false,
  descriptions: {
    connection: 'A page of the change log.',
    edge: 'A change, and its place in the log.',
    cursor: 'The place in the log: the same for every filter, in payloads of mutations and in Snapshot.cursor.',
  },
});

/** What all cursors of the change log are made for, in pages and in events alike. */
export const CHANGE_CURSORS = 'change';

/** The place of a change in the log, wherever it is told. */
export function changeCursor(seq: Expression<unknown>): RawBuilder<string> {
  return cursorAt(CHANGE_CURSORS, seq);
}

builder.queryFields((t) => ({
  changes: t.keyset({
    type: ChangeConnection,
    description:
      'The change log, oldest first, deletions included. To copy all: note the endCursor of last: 1, read everything, then read on from there.',
    args: {
      publication: t.arg.stringList({
        description:
          'Changes of the issues of these publications, by slug, and every CURATED one. itemCount of shared entities may move through others, so follow without it for an exact copy.',
      }),
    },
    cursors: CHANGE_CURSORS,
    on: ({ target, args, scope }) =>
      args.publication
        ? sql<boolean>`(${target.ref('kind')} = 'CURATED' or ${target.ref('publication_id')} in ${publicationIds(scope, args.publication)})`
        : [],
    order: ({ target }) => [{ key: target.ref('seq'), direction: 'asc', type: 'int8' }],
  }),
}));
