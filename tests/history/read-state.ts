import { createHash } from 'node:crypto';
import type { Newsroom } from '../newsroom.js';
import { type ConnectionSelection, selectionOf } from '../public-selections.js';

/** Which state to read, and as whom. */
export interface StateOptions {
  /** An instant, for `asOf`; what is public now where it is left out. */
  readonly at?: string;
  readonly token?: string;
}

/** A whole graph in one state, told without what only its state says: ids are canonical, cursors left out. */
export interface ReadState {
  /** SHA-256 over all answers. */
  readonly hash: string;
  /** What was answered, by what was asked. */
  readonly answers: ReadonlyMap<string, string>;
}

/** What 'today' is; related items are a judgement over the whole, and cursors hold their state. */
const ASKING = { day: '2032-02-04', without: ['cursor', 'related'] } as const;

/**
 * Reads a whole graph in few operations: all lists of the root, then every node that is named anywhere, a hundred of one type at a time. No
 * list below a node may be longer than a page.
 */
export async function readState(room: Newsroom, options: StateOptions = {}): Promise<ReadState> {
  const answers = new Map<string, string>();
  const found = new Map<string, string>();
  const keep = (name: string, answer: unknown): void => {
    note(answer, found);
    answers.set(name, JSON.stringify(answer, canonical));
  };
  await readRoot(room, options, keep);
  const read = new Set<string>();
  for (let ids = unread(found, read); ids.length > 0; ids = unread(found, read)) {
    const [type] = ids.map((id) => found.get(id) ?? '');
    const some = ids.filter((id) => found.get(id) === type).slice(0, 100);
    for (const id of some) read.add(id);
    const data = await ask(room, nodesQuery(type ?? ''), { ids: some }, options);
    for (const [index, node] of listOf(data, 'nodes').entries()) keep(withoutState(some[index] ?? ''), node);
  }
  const hash = createHash('sha256');
  for (const [name, answer] of [...answers].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\n${answer}\n`);
  return { hash: hash.digest('hex'), answers };
}

/** Says in lines where two graphs differ; at most a few of them. */
export function differencesOf(a: ReadState, b: ReadState): string[] {
  const names = [...new Set([...a.answers.keys(), ...b.answers.keys()])];
  return names
    .filter((name) => a.answers.get(name) !== b.answers.get(name))
    .slice(0, 4)
    .map((name) => `${name}: ${apart(a.answers.get(name) ?? 'nothing', b.answers.get(name) ?? 'nothing')}`);
}

/** Both texts from shortly before where they begin to differ. */
function apart(a: string, b: string): string {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const from = Math.max(0, same - 60);
  return `${a.slice(from, same + 120)} <> ${b.slice(from, same + 120)}`;
}

/** An id without the state that it carries. */
export function withoutState(id: string): string {
  return id.replace(/~.*$/, '');
}

type Keep = (name: string, answer: unknown) => void;

async function readRoot(room: Newsroom, options: StateOptions, keep: Keep): Promise<void> {
  const { own, connections } = selectionOf('Snapshot', ASKING);
  const around = (selection: string): string =>
    options.at === undefined ? `{ ${selection} }` : `query ($at: DateTime!) { asOf(at: $at) { ${selection} } }`;
  const first = connections.map((connection) => pageOf(connection, null)).join(' ');
  const data = stateIn(await ask(room, around(`${own} ${first}`), { at: options.at }, options));
  keep('root', data);
  for (const connection of connections) {
    for (let page = at(data, connection.key), number = 2; nextOf(page) !== null; number += 1) {
      const more = stateIn(await ask(room, around(pageOf(connection, nextOf(page))), { at: options.at }, options));
      page = at(more, connection.key);
      keep(`root ${connection.key} ${number}`, page);
    }
  }
}

function nodesQuery(type: string): string {
  const { own, connections } = selectionOf(type, ASKING);
  const pages = connections.map((connection) => pageOf(connection, null)).join(' ');
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${own} ${pages} } } }`;
}

function pageOf(connection: ConnectionSelection, after: string | null): string {
  return connection.page(after);
}

async function ask(room: Newsroom, query: string, variables: object, { token }: StateOptions): Promise<unknown> {
  return room.data(query, variables, token === undefined ? {} : { token });
}

function stateIn(data: unknown): unknown {
  return at(data, 'asOf') ?? data;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}

function nextOf(page: unknown): string | null {
  const info = at(page, 'pageInfo');
  return at(info, 'hasNextPage') === true ? String(at(info, 'endCursor')) : null;
}

/** Whatever has a type and an id is a node. */
function note(value: unknown, found: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('__typename' in value && 'id' in value) found.set(String(value.id), String(value.__typename));
  for (const part of Object.values(value)) note(part, found);
}

/** One type after the other, so that few statements are compiled. */
function unread(found: ReadonlyMap<string, string>, read: ReadonlySet<string>): string[] {
  return [...found.keys()].filter((id) => !read.has(id)).sort();
}

function canonical(key: string, value: unknown): unknown {
  if (key === 'startCursor' || key === 'endCursor') return undefined;
  return key === 'id' && typeof value === 'string' ? withoutState(value) : value;
}
