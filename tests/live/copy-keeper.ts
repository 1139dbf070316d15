import { createHash } from 'node:crypto';
import { type Client, createClient, follow, TypedDocumentString } from '@broadsheet/sdk';
import type { Random } from '../sequences/random.js';

/** What a copy holds of a node. */
const NODE = `node { __typename id
  ... on Publication { title } ... on Issue { title number status } ... on Section { heading path } ... on Rubric { heading }
  ... on Item { title body position } ... on Source { name itemCount } ... on Keyword { name itemCount } ... on Contributor { name itemCount }
  ... on Event { title } ... on Series { title } ... on Revision { ordinal } }`;

interface Told {
  readonly changes: {
    readonly cursor: string;
    readonly entries: readonly { readonly id: string; readonly node: object | null }[];
  };
}

const FOLLOW = new TypedDocumentString<Told, { readonly after: string }>(
  `subscription Follow($after: String) { changes(after: $after) { cursor entries { id ${NODE} } } }`,
  {},
);

/** The selection of NODE for nodes by their ids. */
export const NODES = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { ${NODE.slice('node { '.length, -1)} } }`;

/** One that keeps a copy of the graph by what it is told alone, over a connection that is cut off at random. */
export class CopyKeeper {
  readonly copy = new Map<string, string>();
  readonly cursors: string[] = [];
  cuts = 0;
  lost = 0;
  readonly #client: Client;
  readonly #ending = new AbortController();
  readonly #random: Random;
  #connection = new AbortController();

  constructor(url: string, random: Random) {
    this.#random = random;
    this.#client = createClient({ url, fetch: (address, init) => this.#fetch(address, init) });
  }

  /** Follows from the beginning of the log until it is told to end. */
  async run(): Promise<void> {
    const options = {
      signal: this.#ending.signal,
      backoff: { baseMs: 5, maxMs: 50 },
      onLost: () => {
        this.lost += 1;
      },
    };
    try {
      for await (const { cursor, entries } of follow(
        this.#client,
        FOLLOW,
        { after: '' },
        ({ changes }) => changes,
        options,
      )) {
        this.cursors.push(cursor);
        for (const { id, node } of entries) {
          if (node === null) this.copy.delete(id);
          else this.copy.set(id, JSON.stringify(node));
        }
      }
    } catch (error) {
      if (!this.#ending.signal.aborted) throw error;
    }
  }

  /** Cuts its connection, if chance will have it so. */
  maybeCut(percent: number): void {
    if (!this.#random.percent(percent)) return;
    this.cuts += 1;
    this.#connection.abort(new TypeError('cut'));
  }

  end(): void {
    this.#ending.abort();
  }

  /** Over all nodes of its copy. */
  get hash(): string {
    return hashOf(this.copy);
  }

  #fetch(address: Parameters<typeof fetch>[0], init: RequestInit | undefined): Promise<Response> {
    this.#connection = new AbortController();
    const given = init?.signal;
    const signals = [this.#connection.signal, ...(given === undefined || given === null ? [] : [given])];
    return fetch(address, { ...init, signal: AbortSignal.any(signals) });
  }
}

/** A hash over nodes by their ids. */
export function hashOf(nodes: ReadonlyMap<string, string>): string {
  const lines = [...nodes].map(([id, node]) => `${id} ${node}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
