import { GraphQLError } from 'graphql';
import type { State } from './state.js';

/** The arguments of a page, as GraphQL has them. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** One key of an order, over a row. */
export interface Key<Row> {
  readonly of: (row: Row) => string | number;
  readonly descending?: boolean;
}

/** A whole list, of which pages are shown. */
export interface List<Row> {
  readonly state: State;
  readonly rows: readonly Row[];
  readonly order: readonly Key<Row>[];
  readonly node: (row: Row) => object;
  /** The id of the object that the list belongs to; left out at the root. */
  readonly owner?: string;
  /** Cursors that this list did not issue. */
  readonly foreign: ReadonlySet<string>;
}

/** What is wrong with the arguments of a page is told before anything is read: the whole answer is then null. */
export class RefusedPage extends GraphQLError {
  constructor(code: string) {
    super(code, { extensions: { code } });
  }
}

/** A page of a list that is sorted in memory. A cursor is the JSON of the keys, see `plainCursor`. */
export class PlainPage<Row> {
  readonly #list: List<Row>;
  readonly #sorted: readonly Row[];
  readonly #from: number;
  readonly #to: number;
  readonly #start: number;
  readonly #end: number;

  constructor(list: List<Row>, args: PageArgs) {
    const size = sizeOf(args);
    this.#list = list;
    this.#sorted = [...list.rows].sort((a, b) => compareKeys(keysOf(list, a), keysOf(list, b), list.order));
    const beyond = (cursor: string | null | undefined, isPast: (order: number) => boolean, none: number): number => {
      if (cursor === null || cursor === undefined) return none;
      const keys = readKeys(cursor, list);
      const at = this.#sorted.findIndex((row) => isPast(compareKeys(keysOf(list, row), keys, list.order)));
      return at === -1 ? this.#sorted.length : at;
    };
    this.#from = beyond(args.after, (order) => order > 0, 0);
    this.#to = beyond(args.before, (order) => order >= 0, this.#sorted.length);
    const isBackward = typeof args.last === 'number';
    this.#start = isBackward ? Math.max(this.#from, this.#to - size) : this.#from;
    this.#end = isBackward ? this.#to : Math.min(this.#to, this.#from + size);
  }

  get #rows(): readonly Row[] {
    return this.#sorted.slice(this.#start, Math.max(this.#start, this.#end));
  }

  nodes() {
    return this.#rows.map(this.#list.node);
  }

  edges() {
    return this.#rows.map((row) => ({ cursor: this.#cursor(row), node: () => this.#list.node(row) }));
  }

  pageInfo() {
    const rows = this.#rows;
    const [first, last] = [rows[0], rows.at(-1)];
    return {
      hasNextPage: this.#to < this.#sorted.length || this.#end < this.#to,
      hasPreviousPage: this.#from > 0 || this.#start > this.#from,
      startCursor: first === undefined ? null : this.#cursor(first),
      endCursor: last === undefined ? null : this.#cursor(last),
    };
  }

  totalCount() {
    return this.#sorted.length;
  }

  #cursor(row: Row): string {
    const { owner } = this.#list;
    return JSON.stringify([...(owner === undefined ? [] : [owner]), ...keysOf(this.#list, row).map(String)]);
  }
}

/** What stands before the keys of a cursor. */
const CHECK_BYTES = 8;

/** A cursor without its check: the JSON of its keys. Undefined for what is no cursor. */
export function plainCursor(cursor: string): string | undefined {
  if (!/^(?:[0-9a-f]{2}){9,}$/.test(cursor)) return undefined;
  try {
    const text = Buffer.from(cursor, 'hex').subarray(CHECK_BYTES).toString('utf8');
    const keys: unknown[] = text.startsWith('[') ? JSON.parse(text) : text.split('\u001f');
    return JSON.stringify(keys);
  } catch {
    return undefined;
  }
}

function readKeys<Row>(cursor: string, { foreign, order, owner }: List<Row>): readonly string[] {
  const plain = foreign.has(cursor) ? undefined : plainCursor(cursor);
  const parts: string[] = plain === undefined ? [] : JSON.parse(plain);
  if (owner !== undefined && parts[0] !== owner) throw new RefusedPage('BAD_CURSOR');
  const keys = owner === undefined ? parts : parts.slice(1);
  if (keys.length !== order.length) throw new RefusedPage('BAD_CURSOR');
  return keys;
}

function sizeOf({ first, last }: PageArgs): number {
  if (typeof first === 'number' && typeof last === 'number') throw new RefusedPage('PAGE_ARGUMENTS');
  const size = first ?? last ?? 20;
  if (size < 1 || size > 100) throw new RefusedPage('PAGE_SIZE');
  return size;
}

function keysOf<Row>({ order }: List<Row>, row: Row): readonly (string | number)[] {
  return order.map(({ of }) => of(row));
}

function compareKeys<Row>(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
  order: readonly Key<Row>[],
): number {
  for (const [index, { descending = false }] of order.entries()) {
    const [left, right] = [a[index] ?? '', b[index] ?? ''];
    const isNumber = typeof left === 'number' || typeof right === 'number';
    const [x, y] = isNumber ? [Number(left), Number(right)] : [left, right];
    if (x !== y) return x < y === descending ? 1 : -1;
  }
  return 0;
}
