import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, type Library } from '../testing/library-database.js';

interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
}

interface Connection {
  readonly edges: readonly Edge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE = `edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const BOOKS = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: BookOrder!) {
  books(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) { ${PAGE} }
}`;

describe.each(databases)('a page on $name', ({ open }) => {
  let library: Library;
  beforeAll(async () => {
    library = await open();
  });
  afterAll(() => library.close());

  const page = async (variables: Record<string, unknown>): Promise<Connection> =>
    connectionOf(await library.ask(BOOKS, { orderBy: 'NEWEST', ...variables }));

  /** The whole list in three pages, as large as pages may be. */
  const whole = async (orderBy: string): Promise<readonly Edge[]> => {
    const edges: Edge[] = [];
    for (let after: string | null = null; ; ) {
      const { edges: more, pageInfo } = await page({ first: 10, after, orderBy });
      edges.push(...more);
      if (!pageInfo.hasNextPage) return edges;
      after = pageInfo.endCursor;
    }
  };

  test.each(['NEWEST', 'TITLE', 'LONGEST'])(
    'shows the same list forward and backward in the order %s',
    async (orderBy) => {
      const all = await whole(orderBy);
      expect(new Set(all.map(({ node }) => node.id)).size).toBe(24);
      for (const size of [1, 5, 7]) {
        const forward = await walk((after) => page({ first: size, after, orderBy }), 'endCursor', 'hasNextPage');
        const backward = await walk(
          (before) => page({ last: size, before, orderBy }),
          'startCursor',
          'hasPreviousPage',
        );
        expect(forward.flatMap(({ edges }) => edges)).toEqual(all);
        expect(backward.reverse().flatMap(({ edges }) => edges)).toEqual(all);
      }
    },
  );

  test('tells truly what lies on either side', async () => {
    const all = await whole('NEWEST');
    const cursor = (index: number) => all.at(index)?.cursor;
    const flags = async (variables: Record<string, unknown>) => {
      const { pageInfo, edges } = await page(variables);
      return [edges.length, pageInfo.hasPreviousPage, pageInfo.hasNextPage];
    };
    expect(await flags({ first: 3 })).toEqual([3, false, true]);
    expect(await flags({ first: 3, after: cursor(0) })).toEqual([3, true, true]);
    expect(await flags({ first: 3, after: cursor(-4) })).toEqual([3, true, false]);
    expect(await flags({ first: 3, after: cursor(-1) })).toEqual([0, true, false]);
    expect(await flags({ last: 3 })).toEqual([3, true, false]);
    expect(await flags({ last: 3, before: cursor(-1) })).toEqual([3, true, true]);
    expect(await flags({ last: 3, before: cursor(3) })).toEqual([3, false, true]);
    expect(await flags({ last: 3, before: cursor(0) })).toEqual([0, false, true]);
    expect(await flags({ first: 3, after: cursor(2), before: cursor(5) })).toEqual([2, true, true]);
    expect(await flags({ last: 1, after: cursor(2), before: cursor(5) })).toEqual([1, true, true]);
  });

  test('holds three rows where no size is given', async () => {
    expect((await page({})).edges).toHaveLength(3);
  });

  test('gives null cursors where it is empty', async () => {
    const all = await whole('NEWEST');
    const { pageInfo } = await page({ after: all.at(-1)?.cursor });
    expect(pageInfo).toMatchObject({ startCursor: null, endCursor: null });
  });
});

async function walk(
  page: (cursor: string | null) => Promise<Connection>,
  next: 'endCursor' | 'startCursor',
  more: 'hasNextPage' | 'hasPreviousPage',
): Promise<Connection[]> {
  const pages: Connection[] = [];
  for (let cursor: string | null = null; ; ) {
    const one: Connection = await page(cursor);
    pages.push(one);
    if (!one.pageInfo[more]) return pages;
    cursor = one.pageInfo[next];
  }
}

function connectionOf({ data, errors }: ExecutionResult): Connection {
  for (const error of errors ?? []) throw error;
  const found: { books: Connection } = JSON.parse(JSON.stringify(data));
  return found.books;
}
