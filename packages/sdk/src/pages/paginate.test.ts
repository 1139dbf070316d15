import { describe, expect, expectTypeOf, it } from 'vitest';
import { createClient } from '../client.js';
import { TypedDocumentString } from '../documents/typed-document.js';
import { isWalkError } from '../errors/walk-error.js';
import { paginate } from './paginate.js';

interface Shelf {
  readonly shelf: {
    readonly books: {
      readonly edges: readonly { readonly node: { readonly id: number } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
}

const Books = new TypedDocumentString<Shelf, { first?: number | null; after?: string | null; shelf: string }>(
  'query Books { shelf }',
  {},
);

/** A server with so many books, which fails from the page that begins after `failsAfter` on. */
function library(count: number, failsAfter = count) {
  const asked: unknown[] = [];
  const client = createClient({
    url: 'http://server.test/graphql',
    retry: false,
    fetch: async (_, init) => {
      const { variables } = JSON.parse(String(init?.body));
      asked.push(variables);
      const start = Number(variables.after ?? 0);
      if (start >= failsAfter && start > 0) return new Response('down', { status: 500 });
      const end = Math.min(start + variables.first, count);
      const edges = Array.from({ length: end - start }, (_unused, index) => ({ node: { id: start + index } }));
      const pageInfo = { hasNextPage: end < count, endCursor: end === start ? null : String(end) };
      return Response.json({ data: { shelf: variables.shelf === 'none' ? null : { books: { edges, pageInfo } } } });
    },
  });
  const walk = (first: number, shelf = 'a') => paginate(client, Books, { first, shelf }, (data) => data.shelf?.books);
  return { asked, walk };
}

describe('paginate', () => {
  it('walks a connection nested in a result, typed, a page at a time', async () => {
    const { asked, walk } = library(7);
    const ids: number[] = [];
    for await (const book of walk(3)) {
      expectTypeOf(book).toEqualTypeOf<{ readonly id: number }>();
      ids.push(book.id);
    }
    expect(ids).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(asked).toHaveLength(3);
  });

  it('gives pages, each with how many were read', async () => {
    const pages = [];
    for await (const { nodes, read, endCursor } of library(5).walk(2).pages())
      pages.push([nodes.length, read, endCursor]);
    expect(pages).toEqual([
      [2, 2, '2'],
      [2, 4, '4'],
      [1, 5, '5'],
    ]);
  });

  it('asks for no page before it is wanted, and none when the loop was left', async () => {
    const { asked, walk } = library(9);
    for await (const book of walk(3)) if (book.id === 3) break;
    expect(asked).toHaveLength(2);
  });

  it('is empty where the connection is not there', async () => {
    for await (const book of library(3).walk(3, 'none')) expect(book).toBe('nothing');
  });

  it('says how many were read when it fails half-way, and where to go on', async () => {
    const ids: number[] = [];
    const { walk } = library(9, 6);
    const error = await (async () => {
      for await (const book of walk(3)) ids.push(book.id);
    })().catch((reason: unknown) => reason);
    expect(ids).toHaveLength(6);
    expect(isWalkError(error)).toBe(true);
    expect(error).toMatchObject({ read: 6, after: '6', cause: { name: 'HttpError', status: 500 } });
  });
});
