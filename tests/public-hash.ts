import { createHash } from 'node:crypto';
import type { Newsroom } from './newsroom.js';
import {
  type Asking,
  type ConnectionSelection,
  fieldsIn,
  selectionOf,
  type TypeSelection,
} from './public-selections.js';

/** A whole graph as it can be read through the API. */
export interface ReadGraph {
  /** SHA-256 over every field of every node, every list in every order, and what else is asked. */
  readonly hash: string;
  /** Ids of all nodes, by type. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** What was answered, by what was asked: to see where two graphs differ. */
  readonly answers: ReadonlyMap<string, string>;
  /** The fields that were asked for: 'Issue.title'. */
  readonly fields: ReadonlySet<string>;
}

export interface ReadOptions extends Asking {
  /** The state: what is public, or the preview with an editor's token. */
  readonly state?: 'now' | 'preview';
  readonly token?: string;
  /** Ids to ask for beside those that are found: of what is gone, say. */
  readonly also?: readonly string[];
}

/**
 * Reads a graph through GraphQL, as the schema has it: all lists, from them all nodes by their ids, from those all that they name. What an
 * operation is refused with is part of the answer.
 */
export async function readGraph(room: Newsroom, options: ReadOptions): Promise<ReadGraph> {
  const walk = new Walk(room, options);
  const [before, after, root] = options.state === 'preview' ? ['preview {', '}', 'Snapshot'] : ['', '', 'Query'];
  await walk.readType('root', selectionOf(root, options), (selection) => `{ ${before} ${selection} ${after} }`);
  await walk.readNodes(options.also ?? []);
  await walk.lookUp(`${before} `, after);
  await walk.count(`${before} `, after);
  if (options.state !== 'preview') await walk.search();
  const answers = new Map([...walk.answers].sort(([a], [b]) => (a < b ? -1 : 1)));
  const hash = createHash('sha256');
  for (const [asked, answer] of answers) hash.update(`${asked}\n${answer}\n`);
  return { hash: hash.digest('hex'), ids: byType(walk.seen), answers, fields: walk.fields };
}

/** Types that are found by their slug alone, with the field that finds them. */
const BY_SLUG = [
  ['Publication', 'publication'],
  ['Source', 'source'],
  ['Keyword', 'keyword'],
  ['Contributor', 'contributor'],
] as const;

const FACETS = ['PUBLICATION', 'RUBRIC', 'KEYWORD', 'SOURCE', 'KIND', 'YEAR', 'MONTH'] as const;

type Around = (selection: string) => string;

class Walk {
  readonly answers = new Map<string, string>();
  readonly seen = new Map<string, string>();
  readonly fields = new Set<string>();
  readonly #room: Newsroom;
  readonly #options: ReadOptions;
  readonly #queue: { readonly id: string; readonly type: string }[] = [];

  constructor(room: Newsroom, options: ReadOptions) {
    this.#room = room;
    this.#options = options;
  }

  /** Asks for all that a type has, of whatever `around` puts it into. */
  async readType(name: string, { own, connections }: TypeSelection, around: Around): Promise<void> {
    if (own !== '') await this.#ask(name, around(own));
    for (const connection of connections) await this.#readConnection(name, connection, around);
  }

  async readNodes(also: readonly string[]): Promise<void> {
    for (const id of also) await this.#ask(`node ${id}`, `{ node(id: ${JSON.stringify(id)}) { __typename id } }`);
    for (let next = this.#queue.pop(); next !== undefined; next = this.#queue.pop()) {
      const { id, type } = next;
      const around: Around = (selection) => `{ node(id: ${JSON.stringify(id)}) { ... on ${type} { ${selection} } } }`;
      await this.readType(`node ${id}`, selectionOf(type, this.#options), around);
    }
  }

  /** Everything again by its slug, as a reader comes by an address; all ids again in one question. */
  async lookUp(before: string, after: string): Promise<void> {
    for (const [type, field] of BY_SLUG) {
      for (const slug of this.#slugsOf(type))
        await this.#ask(`${field} ${slug}`, `{ ${before}${field}(slug: ${slug}) { id } ${after} }`);
    }
    for (const publication of this.#slugsOf('Publication')) {
      for (const slug of this.#slugsOf('Issue')) {
        const asked = `issue(publication: ${publication}, slug: ${slug}) { id }`;
        await this.#ask(asked, `{ ${before}${asked} ${after} }`);
      }
      for (const slug of this.#slugsOf('Rubric')) {
        const asked = `publication(slug: ${publication}) { rubric(slug: ${slug}) { id } }`;
        await this.#ask(asked, `{ ${before}${asked} ${after} }`);
      }
    }
    const ids = [...this.seen.keys()].sort().slice(0, 100);
    await this.#ask('nodes', `{ nodes(ids: ${JSON.stringify(ids)}) { __typename id } }`);
  }

  /** The items of the state, counted by all that they can be counted by. */
  async count(before: string, after: string): Promise<void> {
    const facets = FACETS.map((by) => `${by}: facets(by: ${by}, first: 100) { value label count }`);
    await this.#ask('facets', `{ ${before}items { ${facets.join(' ')} } ${after} }`);
  }

  /** Some of what is public found again by its words. */
  async search(): Promise<void> {
    const titles = this.#titles().filter((_, index) => index % 5 === 0);
    for (const title of titles) {
      const query = JSON.stringify([...title].slice(0, 60).join(''));
      await this.#ask(
        `search ${query}`,
        `{ search(query: ${query}) { totalCount rankedWithin didYouMean facets(by: KIND) { value label count } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          nodes { id } edges { cursor rank snippets { field text html } node { __typename id } } } }`,
      );
      await this.#ask(
        `quote ${query}`,
        `{ verifyQuote(text: ${query}) { issue { __typename id } item { __typename id } span { start end line column text } } }`,
      );
    }
  }

  /** Of items, sorted. */
  #titles(): string[] {
    const items = [...this.seen].filter(([, type]) => type === 'Item').map(([id]) => id);
    const titles = items.map((id) => /"title":"([^"\\]*)"/.exec(this.answers.get(`node ${id}`) ?? '')?.[1] ?? '');
    return [...new Set(titles)].filter((title) => title !== '').sort();
  }

  /** In JSON, sorted. */
  #slugsOf(type: string): string[] {
    const ids = [...this.seen].filter(([, found]) => found === type).map(([id]) => id);
    const slugs = ids.map((id) => /"slug":("[^"]*")/.exec(this.answers.get(`node ${id}`) ?? '')?.[1] ?? '""');
    return [...new Set(slugs)].sort();
  }

  async #readConnection(name: string, { key, page }: ConnectionSelection, around: Around): Promise<void> {
    for (let after: string | null = null, number = 1; ; number += 1) {
      const answer = await this.#ask(`${name} ${key} ${number}`, around(page(after)));
      after = nextPage(answer);
      if (after === null) return;
    }
  }

  async #ask(name: string, query: string): Promise<unknown> {
    const { token } = this.#options;
    for (const field of fieldsIn(query)) this.fields.add(field);
    const { data, errors } = await this.#room.ask(query, {}, token === undefined ? {} : { token });
    const codes = errors?.map(({ path, extensions }) => [path?.join('.') ?? '', extensions?.code ?? '']);
    this.answers.set(name, JSON.stringify({ data, codes }));
    this.#note(data);
    return data;
  }

  /** Whatever has a type and an id is a node to be read. */
  #note(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if ('__typename' in value && 'id' in value) {
      const [type, id] = [String(value.__typename), String(value.id)];
      if (!this.seen.has(id)) this.#queue.push({ id, type });
      this.seen.set(id, type);
    }
    for (const part of Object.values(value)) this.#note(part);
  }
}

/** The cursor of the next page, wherever in the answer the page stands; null after the last. */
function nextPage(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('hasNextPage' in value && value.hasNextPage === true && 'endCursor' in value) return String(value.endCursor);
  for (const part of Object.values(value)) {
    const found = nextPage(part);
    if (found !== null) return found;
  }
  return null;
}

function byType(seen: ReadonlyMap<string, string>): Record<string, string[]> {
  const ids: Record<string, string[]> = {};
  for (const [id, type] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) ids[type] = [...(ids[type] ?? []), id];
  return ids;
}
