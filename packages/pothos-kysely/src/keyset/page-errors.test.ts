import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Library, openLibrary } from '../testing/library-database.js';

let library: Library;
let cursor: string;
beforeAll(async () => {
  library = await openLibrary();
  cursor = await firstCursor('{ books(first: 1) { edges { cursor } } }');
  library.statements.length = 0;
});
afterAll(() => library.close());

const WRONG = [
  ['PAGE_SIZE', 'first: 0', {}],
  ['PAGE_SIZE', 'first: -1', {}],
  ['PAGE_SIZE', 'first: 11', {}],
  ['PAGE_SIZE', 'last: 11', {}],
  ['PAGE_SIZE', 'first: $size', { size: 1000 }],
  ['PAGE_ARGUMENTS', 'first: 1, last: 1', {}],
  ['PAGE_ARGUMENTS', 'first: 1, last: $size', { size: 1 }],
  ['BAD_CURSOR', 'after: "nonsense"', {}],
  ['BAD_CURSOR', 'after: ""', {}],
  ['BAD_CURSOR', 'before: "!"', {}],
] as const;

test.each(WRONG)('%s for books(%s)', async (code, args, variables) => {
  const { data, errors } = await library.ask(
    `query ($size: Int) { page: books(${args}) { nodes { id } } hello x: books(first: $size) { totalCount } }`,
    variables,
  );
  expect(data).toBeNull();
  expect(errors?.[0]).toMatchObject({ path: ['page'], locations: [{ line: 1 }], extensions: { code } });
  expect(library.statements).toEqual([]);
});

test('an error deep in an operation has its path, and several are told at once', async () => {
  const { errors } = await library.ask(
    '{ libraries { books(first: 99) { nodes { id } } } authors(first: 0) { nodes { id } } }',
  );
  expect(errors?.map(({ path, extensions }) => [path, extensions['code'], extensions['limit']])).toEqual([
    [['libraries', 'books'], 'PAGE_SIZE', 10],
    [['authors'], 'PAGE_SIZE', 10],
  ]);
  expect(errors?.[0]?.message).toBe(
    "books(first: 99): a page holds 1 to 10. Ask for 10 at most and go on from the page's last cursor.",
  );
});

test.each([
  ['another order', '{ books(after: $after, orderBy: TITLE) { nodes { id } } }'],
  ['another field', '{ libraries { books(after: $after) { nodes { id } } } }'],
  ['another list', '{ authors(after: $after) { nodes { id } } }'],
  ['another state', '{ archive(year: 2020) { books(after: $after) { nodes { id } } } }'],
])('a cursor is refused by %s', async (_what, selection) => {
  const { errors } = await library.ask(`query ($after: String) ${selection}`, { after: cursor });
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_CURSOR']);
});

test('a cursor is taken by its own list, whatever the page', async () => {
  const { errors } = await library.ask(
    'query ($c: String) { books(last: 2, after: $c, orderBy: NEWEST) { totalCount } }',
    {
      c: cursor,
    },
  );
  expect(errors).toBeUndefined();
});

test('a cursor altered anywhere is refused', async () => {
  for (let index = 0; index < cursor.length; index++) {
    const other = cursor[index] === 'A' ? 'B' : 'A';
    const after = cursor.slice(0, index) + other + cursor.slice(index + 1);
    const { errors } = await library.ask('query ($after: String) { books(after: $after) { totalCount } }', { after });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
  }
});

async function firstCursor(operation: string): Promise<string> {
  const { data } = await library.ask(operation);
  return /"cursor":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? '';
}
