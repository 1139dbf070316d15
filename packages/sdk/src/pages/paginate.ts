import type { Client } from '../client.js';
import type { RequestOptions } from '../client-options.js';
import type { TypedDocument } from '../documents/typed-document.js';
import { WalkError } from '../errors/walk-error.js';

/** What an operation has to select of a connection: its nodes, or edges with nodes, and whether and where it goes on. */
export interface Connection<Node> {
  readonly nodes?: readonly Node[];
  readonly edges?: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Variables of an operation that can be walked. */
export interface WalkVariables {
  /** Nodes a page; the server's own number, 20, where it is left out. */
  readonly first?: number | null | undefined;
  /** The cursor to go on after. */
  readonly after?: string | null | undefined;
}

/** One page of a walk. */
export interface WalkPage<Node> {
  readonly nodes: readonly Node[];
  /** How many nodes were read so far, those of this page among them. */
  readonly read: number;
  /** Where to go on after this page. */
  readonly endCursor: string | null;
}

/** A walk over a connection, of nodes or by `.pages()`. A page is asked for when it is wanted and not before; leaving the loop ends it. */
export interface Walk<Node> extends AsyncIterable<Node> {
  pages(): AsyncGenerator<WalkPage<Node>, void>;
}

/**
 * Walks over a connection, wherever in the result it stands: `paginate(client, document, variables, (data) => data.keyword?.items)`. A
 * connection that is not there is an empty one. Rejects with WalkError, which says how many were read and where to go on, and with the
 * reason of the caller's signal.
 */
export function paginate<Data, Variables extends WalkVariables, Node>(
  client: Client,
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  select: (data: Data) => Connection<Node> | null | undefined,
  options: RequestOptions = {},
): Walk<Node> {
  const pages = () => walkPages(client, document, variables, select, options);
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { nodes } of pages()) yield* nodes;
    },
  };
}

async function* walkPages<Data, Variables extends WalkVariables, Node>(
  client: Client,
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  select: (data: Data) => Connection<Node> | null | undefined,
  options: RequestOptions,
): AsyncGenerator<WalkPage<Node>, void> {
  let read = 0;
  let after = variables.after ?? null;
  for (let more = true; more; ) {
    const connection = await readPage(client, document, { ...variables, after }, select, options).catch(
      (cause: unknown) => {
        options.signal?.throwIfAborted();
        throw new WalkError(read, after, cause);
      },
    );
    if (connection === undefined) return;
    const { hasNextPage, endCursor } = connection.pageInfo;
    const nodes = connection.nodes ?? connection.edges?.map(({ node }) => node) ?? [];
    read += nodes.length;
    if (hasNextPage && (endCursor === null || endCursor === after)) throw new WalkError(read, after, new Error(STUCK));
    after = endCursor;
    more = hasNextPage;
    yield { nodes, read, endCursor };
  }
}

const STUCK = 'The server says that there is more, and not where.';

async function readPage<Data, Node>(
  client: Client,
  document: TypedDocument<Data, never>,
  variables: object,
  select: (data: Data) => Connection<Node> | null | undefined,
  options: RequestOptions,
): Promise<Connection<Node> | undefined> {
  return select(await client.send(document, variables, options)) ?? undefined;
}
