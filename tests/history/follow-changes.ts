import type { Newsroom } from '../newsroom.js';
import { selectionOf } from '../public-selections.js';

/**
 * What a node says of itself. Its connections, its neighbours in an order and the issues that addresses lead to are not its own: whoever has a
 * copy has all nodes, and finds those himself. Cursors are a list's.
 */
const ASKING = {
  day: '2032-02-04',
  without: ['cursor', 'related', 'previous', 'next', 'latestIssue', 'issue'],
} as const;

/** Fields named `issue` that are a node's own. */
const OWNER: Readonly<Record<string, string>> = { Item: 'owner: issue { id }', Section: 'owner: issue { id }' };

/** Every node of a graph by its id, each as it says itself. */
export type Copy = Map<string, string>;

/** A client of the change log: keeps a copy of the graph that is told by nothing else. */
export class Follower {
  readonly copy: Copy = new Map();
  readonly #room: Newsroom;
  /** Changes a page. */
  readonly #page: number;
  #after: string | null = null;

  constructor(room: Newsroom, page: number) {
    this.#room = room;
    this.#page = page;
  }

  /** Reads on to the end of the log, and reads each node that it names anew. Returns the number of changes. */
  async catchUp(): Promise<number> {
    let count = 0;
    for (let more = true; more; ) {
      const { changes }: ChangesData = JSON.parse(
        JSON.stringify(await this.#room.data(CHANGES, { first: this.#page, after: this.#after })),
      );
      await this.#refetch(changes.nodes.flatMap(({ entries }) => entries));
      count += changes.nodes.length;
      this.#after = changes.pageInfo.endCursor ?? this.#after;
      more = changes.pageInfo.hasNextPage;
    }
    return count;
  }

  async #refetch(entries: readonly Entry[]): Promise<void> {
    const named = new Map(entries.map(({ id, type }) => [id, type]));
    for (const [id, said] of await readNodes(this.#room, named)) {
      if (said === null) this.copy.delete(id);
      else this.copy.set(id, said);
    }
  }
}

interface Entry {
  readonly id: string;
  readonly type: string;
}

interface ChangesData {
  readonly changes: {
    readonly nodes: readonly { readonly entries: readonly Entry[] }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const CHANGES = `query ($first: Int!, $after: String) {
  changes(first: $first, after: $after) { nodes { entries { id type } } pageInfo { hasNextPage endCursor } }
}`;

/** Reads a graph whole: every node that a table of it has. */
export async function readGraphCopy(room: Newsroom): Promise<Copy> {
  const lists = Object.entries(TABLES).map(([table, type]) => `select id, '${type}' as type from published.${table}`);
  const json = await room.database.text(
    `select coalesce(json_agg(json_build_array(id, type)), '[]') from (${lists.join(' union all ')}) n`,
    [],
    { as: 'owner' },
  );
  const rows: [string, string][] = JSON.parse(json ?? '[]');
  const copy: Copy = new Map();
  for (const [id, said] of await readNodes(room, new Map(rows))) if (said !== null) copy.set(id, said);
  return copy;
}

const TABLES = {
  publication: 'Publication',
  issue: 'Issue',
  section: 'Section',
  rubric: 'Rubric',
  item: 'Item',
  series: 'Series',
  contributor: 'Contributor',
  source: 'Source',
  keyword: 'Keyword',
  event: 'Event',
  revision: 'Revision',
};

/** What nodes say, by their ids; null of one that is gone. */
async function readNodes(room: Newsroom, types: ReadonlyMap<string, string>): Promise<Map<string, string | null>> {
  const said = new Map<string, string | null>();
  for (const type of new Set(types.values())) {
    const ids = [...types].filter(([, other]) => other === type).map(([id]) => id);
    for (let start = 0; start < ids.length; start += 100) {
      const some = ids.slice(start, start + 100);
      const { data, errors = [] } = await room.ask(nodesQuery(type), { ids: some });
      const other = errors.find(({ extensions }) => extensions?.code !== 'GONE');
      if (other !== undefined) throw new Error(other.message);
      const { nodes }: { nodes: ({ id: string } | null)[] } = JSON.parse(JSON.stringify(data));
      for (const [index, id] of some.entries()) {
        const node = nodes[index] ?? null;
        // An id that was merged away answers with the survivor, which has an entry of its own where it changed.
        said.set(id, node === null || node.id !== id ? null : JSON.stringify(node));
      }
    }
  }
  return said;
}

function nodesQuery(type: string): string {
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${selectionOf(type, ASKING).own} ${OWNER[type] ?? ''} } } }`;
}

/** Says in lines where two copies differ; at most a few of them. */
export function differentNodes(a: Copy, b: Copy): string[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((id) => a.get(id) !== b.get(id))
    .slice(0, 4)
    .map((id) => `${id}: ${a.get(id) ?? 'nothing'} <> ${b.get(id) ?? 'nothing'}`);
}
