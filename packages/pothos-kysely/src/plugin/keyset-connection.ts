import type { FieldMap, ObjectFieldBuilder, ObjectRef, SchemaTypes } from '@pothos/core';
import { FieldSource, SOURCE_EXTENSION } from '../source/field-source.js';
import type { PartSource } from '../source/source.js';
import type { KeysetPage } from './keyset-options.js';
import { fetchedResolver } from './resolve.js';

/** Descriptions of a connection's elements; each has a plain sentence of its own where it is left out. */
export interface ConnectionDescriptions {
  readonly connection?: string;
  readonly edge?: string;
  readonly edges?: string;
  readonly nodes?: string;
  readonly pageInfo?: string;
  readonly totalCount?: string;
  readonly cursor?: string;
  readonly node?: string;
}

/** What `builder.keysetConnection` takes. */
export interface KeysetConnectionOptions<Node, Fields, EdgeFields> {
  /** The connection's type name, as ItemConnection. */
  readonly name: string;
  /** The edge's type name, as ItemEdge. */
  readonly edge: string;
  readonly node: Node;
  /** Whether the connection has totalCount. Default true. */
  readonly totalCount?: boolean;
  readonly descriptions?: ConnectionDescriptions;
  /** Further fields of the connection: `t.overList`, `t.expr`. */
  readonly fields?: Fields;
  /** Further fields of an edge, over the node's row. */
  readonly edgeFields?: EdgeFields;
}

type Builder = PothosSchemaTypes.SchemaBuilder<SchemaTypes>;
type Types = SchemaTypes;
type Options = KeysetConnectionOptions<
  ObjectRef<Types, unknown>,
  (t: ObjectFieldBuilder<Types, KeysetPage<unknown>>) => FieldMap,
  (t: ObjectFieldBuilder<Types, unknown>) => FieldMap
>;

/** Builds the edge and the connection type, and once a builder the shared PageInfo. */
export function keysetConnection(this: Builder, options: Options): ObjectRef<Types, KeysetPage<unknown>> {
  const { node, descriptions = {} } = options;
  const edge = edgeType(this, options);
  const pageInfo = pageInfoType(this);
  return this.objectType(this.objectRef<KeysetPage<unknown>>(options.name), {
    description: descriptions.connection ?? `A page of ${node.name} objects, and where it stands in the list.`,
    fields: (t) => ({
      edges: part(t, 'edges', [edge], descriptions.edges ?? 'The rows of the page, each with its cursor.'),
      nodes: part(t, 'nodes', [node], descriptions.nodes ?? 'The rows of the page.'),
      pageInfo: part(t, 'pageInfo', pageInfo, descriptions.pageInfo ?? 'Where the page stands in the list.'),
      ...(options.totalCount === false
        ? {}
        : {
            totalCount: part(t, 'totalCount', 'Int', descriptions.totalCount ?? 'How many the whole list holds.'),
          }),
      ...options.fields?.(t),
    }),
  });
}

function edgeType(builder: Builder, options: Options): ObjectRef<Types, unknown> {
  const { node, descriptions = {} } = options;
  return builder.objectType(builder.objectRef<unknown>(options.edge), {
    description: descriptions.edge ?? `A ${node.name} in a list, and its place there.`,
    fields: (t) => ({
      cursor: part(t, 'cursor', 'String', descriptions.cursor ?? 'The place in this list, for after and before.'),
      node: part(t, 'node', node, descriptions.node ?? `The ${node.name}.`),
      ...options.edgeFields?.(t),
    }),
  });
}

const pageInfos = new WeakMap<Builder, ObjectRef<Types, unknown>>();

function pageInfoType(builder: Builder): ObjectRef<Types, unknown> {
  const known = pageInfos.get(builder);
  if (known) return known;
  const made = builder.objectType(builder.objectRef<unknown>('PageInfo'), {
    description: 'Where a page stands in its list.',
    fields: (t) => ({
      hasNextPage: part(t, 'hasNextPage', 'Boolean', 'Whether anything follows the page.'),
      hasPreviousPage: part(t, 'hasPreviousPage', 'Boolean', 'Whether anything comes before the page.'),
      startCursor: part(t, 'startCursor', 'String', 'The cursor of the first row; null on an empty page.', true),
      endCursor: part(t, 'endCursor', 'String', 'The cursor of the last row; null on an empty page.', true),
    }),
  });
  pageInfos.set(builder, made);
  return made;
}

type OutputType = 'String' | 'Int' | 'Boolean' | ObjectRef<Types, unknown>;

function part<Shape>(
  t: ObjectFieldBuilder<Types, Shape>,
  name: PartSource['part'],
  type: OutputType | [OutputType],
  description: string,
  nullable = false,
) {
  const source: PartSource = { kind: 'part', part: name };
  const extensions = { [SOURCE_EXTENSION]: new FieldSource(source, undefined) };
  return t.field({ type, nullable, description, extensions, resolve: fetchedResolver(source) });
}
