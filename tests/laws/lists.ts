import type { Newsroom } from '../newsroom.js';
import type { ConnectionField } from './connections.js';

/** One list: a connection of one object. */
export interface List {
  /** 'Keyword.items OLDEST of abc' */
  readonly name: string;
  readonly connection: ConnectionField;
  /** What identifies the object: an id, or the state that is read. */
  readonly owner: string;
  /** The operation that asks for a page; `paging` is as in 'first: 5 after: "x"'. */
  operation(paging: string): string;
}

/** A page of a list. */
export interface Page {
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  readonly totalCount: number | null;
}

const TABLES = [
  'publication',
  'issue',
  'rubric',
  'source',
  'keyword',
  'contributor',
  'section',
  'item',
  'event',
  'series',
];

/** The lists of a connection in what a newsroom holds: of the root one, of a state one each, of a type one an object, at most `most`. */
export async function listsOf(room: Newsroom, connection: ConnectionField, most: number): Promise<readonly List[]> {
  const { type } = connection;
  if (type === 'Query') return [listOf(connection, 'now', (field) => `{ ${field} }`)];
  if (type === 'Snapshot') {
    return [
      listOf(connection, 'the past', (field) => `{ asOf(at: "2199-01-01T00:00:00Z") { ${field} } }`),
      listOf(connection, 'the preview', (field) => `{ preview { ${field} } }`),
    ];
  }
  const ids = await idsOf(room, type, most);
  return ids.map((id) => listOf(connection, id, (field) => `{ node(id: "${id}") { ... on ${type} { ${field} } } }`));
}

function listOf(connection: ConnectionField, owner: string, within: (field: string) => string): List {
  const { field, args, name, goesBack } = connection;
  // What a row of the change log is known by is no id.
  const node = connection.node === 'Change' ? 'id: cursor' : 'id';
  const counts = connection.node === 'Change' ? '' : 'totalCount';
  return {
    name: `${name} of ${owner}`,
    connection,
    owner,
    operation: (paging) =>
      within(
        `${field}(${[args, paging].join(' ')}) { edges { cursor node { ${node} } } pageInfo { hasNextPage ${goesBack ? 'hasPreviousPage' : ''} startCursor endCursor } ${counts} }`,
      ),
  };
}

async function idsOf(room: Newsroom, type: string, most: number): Promise<readonly string[]> {
  const table = type.toLowerCase();
  if (!TABLES.includes(table))
    throw new Error(`Where the objects of ${type} stand has to be told in tests/laws/lists.ts.`);
  // Those that come first and last by their hash: any, and the same in every run.
  const json = await room.database.text(
    `select coalesce(json_agg(id), '[]') from (select id from published.${table} order by md5(id) limit ${most}) n`,
    [],
    { as: 'owner' },
  );
  return JSON.parse(json ?? '[]');
}

/** What a question for a page was answered with. */
export type PageAnswer =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'refused'; readonly codes: readonly unknown[] };

/** Asks for a page, with the operator's rights. */
export async function askPage(room: Newsroom, token: string, list: List, paging: string): Promise<PageAnswer> {
  const { data, errors } = await room.ask(list.operation(paging), {}, { token });
  if (errors !== undefined)
    return { kind: 'refused', codes: errors.map(({ extensions, message }) => extensions?.code ?? message) };
  return { kind: 'page', page: pageIn(data) };
}

/** The one connection in an answer, however deep. */
function pageIn(data: unknown): Page {
  if (typeof data !== 'object' || data === null) throw new Error('No connection was answered.');
  if (!('edges' in data)) return pageIn(Object.values(data)[0]);
  const { edges, pageInfo, totalCount }: Connection = JSON.parse(JSON.stringify(data));
  return {
    ids: edges.map(({ node }) => node.id),
    cursors: edges.map(({ cursor }) => cursor),
    hasNextPage: pageInfo.hasNextPage,
    hasPreviousPage: pageInfo.hasPreviousPage ?? false,
    startCursor: pageInfo.startCursor,
    endCursor: pageInfo.endCursor,
    totalCount: totalCount ?? null,
  };
}

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage?: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount?: number;
}
