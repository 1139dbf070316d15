import type { LookupInput, Row } from '@broadsheet/pothos-kysely';
import { parseId } from '@broadsheet/store';
import { sql } from 'kysely';
import type { Context } from '../context.js';
import { requireScope } from '../errors/rights-errors.js';
import { isPast, pastOfId, scopeOf } from '../scopes.js';
import { builder } from './builder.js';
import { eq, firstOf } from './sql.js';

/** The columns that every node has. */
export interface IdRow {
  readonly id: string;
}

export const Node = builder.interfaceRef<IdRow>('Node');
builder.interfaceType(Node, {
  description: 'Anything with an id, which node() takes back.',
  fields: (t) => ({
    id: t.expr({
      type: 'ID',
      description: 'Read through a Snapshot it carries the state, so that two states never meet in a cache.',
      sql: ({ row, scope }) => scope.id(row.ref('id')),
    }),
  }),
});

export const Versioned = builder.interfaceRef<IdRow>('Versioned');
builder.interfaceType(Versioned, {
  interfaces: [Node],
  description:
    "Every type that is a Node. Read through a Snapshot, a node's id carries the state, and node() takes it back there, so that two states never meet in a client's cache; canonicalId is the same in every state and is the id in the present; inputs take either.",
  fields: (t) => ({
    canonicalId: t.column('id', { type: 'ID', description: 'The id in the present, the same in every state.' }),
  }),
});

builder.queryFields((t) => ({
  node: t.lookup({
    type: Node,
    nullable: true,
    description:
      "The node with an id, in the state that the id carries. Null for an id that is not known; with the error GONE for one that once was public. An id of the preview needs the scope 'read-drafts'.",
    args: { id: t.arg.id({ required: true, description: 'The id as it was read.' }) },
    ids: ({ id }) => [id],
    locate,
    match,
    absent,
    from,
  }),
  nodes: t.lookup({
    type: [Node],
    nullable: { list: false, items: true },
    description: "As node, for up to 100 ids, in their order. Ids of the preview need the scope 'read-drafts'.",
    args: { ids: t.arg.idList({ required: true, description: 'Ids as they were read.' }) },
    ids: ({ ids }) => ids,
    locate,
    match,
    absent,
    from,
  }),
}));

function locate(id: string, context: Context) {
  const parsed = parseId(id);
  if (parsed === undefined) return null;
  if (parsed.state === 'draft') requireScope(context, 'read-drafts');
  // In the past the id keeps its state, which says what past it is.
  const located = typeof parsed.state === 'number' ? id : parsed.canonical;
  return { type: { name: parsed.type }, scope: scopeOf(parsed.state, context.rights), id: located };
}

function from({ id, scope }: LookupInput) {
  return isPast(scope) ? pastOfId(id) : null;
}

function canonical({ id, scope }: LookupInput) {
  return isPast(scope) ? sql`split_part(${id}, '~', 1)` : id;
}

/** Types whose ids may have come to mean another node. */
const REDIRECTED: readonly string[] = ['Source', 'Keyword', 'Contributor', 'Series'];

/** An id that was merged away answers with the survivor. */
function match(input: LookupInput & { readonly target: Row<Record<string, unknown>> }) {
  const { target, scope, type } = input;
  const id = canonical(input);
  if (!REDIRECTED.includes(type)) return eq(target.ref('id'), id);
  const survivor = sql`(select r.target_id from ${scope.table('redirect')} r where r.id = ${id})`;
  return eq(target.ref('id'), firstOf(scope, survivor, id));
}

/** Only what once was public has a tombstone; in the past, what was gone then and is gone still. */
function absent(input: LookupInput) {
  return sql`(select json_build_object('code', 'GONE', 'message', 'What had this id is gone' ||
    case when g.replaced_by is null then '.' else ': ' || g.replaced_by || ' took its place.' end)
    from ${input.scope.table('gone')} g where g.id = ${canonical(input)})`;
}
