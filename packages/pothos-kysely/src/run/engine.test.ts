import { execute, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LibraryContext } from '../testing/library-builder.js';
import { type Library, openLibrary } from '../testing/library-database.js';
import { librarySchema } from '../testing/library-schema.js';

let library: Library;
beforeAll(async () => {
  library = await openLibrary();
});
afterAll(() => library.close());
beforeEach(() => {
  library.statements.length = 0;
});

describe('a query', () => {
  test('reads nothing where no root field has a source', async () => {
    expect(await library.ask('{ hello __typename __schema { queryType { name } } }')).toEqual({
      data: { hello: 'hello nobody', __typename: 'Query', __schema: { queryType: { name: 'Query' } } },
    });
    expect(library.statements).toEqual([]);
  });

  test('shows plain root fields the root value that was given', async () => {
    const args = { ...library.args('{ hello library(slug: "hill") { slug } }'), rootValue: { name: 'Mira' } };
    expect((await library.engine.execute(args)).data).toEqual({ hello: 'hello Mira', library: { slug: 'hill' } });
  });

  test('computes over columns, with the arguments', async () => {
    const { data } = await library.ask('{ library(slug: "hill") { age(in: 2000) old: age(in: 2031) } }');
    expect(data).toEqual({
      library: { age: 'Hill Library is 12 years old', old: 'Hill Library is 43 years old' },
    });
  });

  test('is compiled once for all values of its variables, and once more where their shape differs', async () => {
    const document = parse(
      'query ($slug: String!, $mark: String, $times: Int) { library(slug: $slug) { books(first: 1) { nodes { shout(mark: "?", times: $times) } } } books { totalCount } }',
    );
    const ask = (variableValues: Record<string, unknown>) =>
      library.engine.execute({ schema: librarySchema, document, variableValues, contextValue: library.context });
    await ask({ slug: 'hill' });
    await ask({ slug: 'harbour' });
    await ask({ slug: 'hill', times: 2 });
    await ask({ slug: 'hill', times: null });
    const [first, second, third, fourth] = library.statements.map(({ sql }) => sql);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(fourth).toBe(first);
  });

  test("passes the executor's error up untouched", async () => {
    const wrong = new Error('connection lost');
    const executor = () => Promise.reject(wrong);
    const run = library.ask('{ library(slug: "hill") { slug } }', {}, { executor });
    await expect(run).rejects.toBe(wrong);
  });

  test('is left to graphql-js where its variables are wrong or no operation is chosen', async () => {
    const one = await library.engine.execute({ ...library.args('query ($s: String!) { library(slug: $s) { slug } }') });
    expect(one.errors?.[0]?.message).toContain('Variable "$s" of required type "String!" was not provided.');
    const two = await library.engine.execute({
      schema: librarySchema,
      document: parse('query A { hello } query B { hello }'),
      contextValue: library.context,
    });
    expect(two.errors?.[0]?.message).toContain('Must provide operation name');
  });

  test('that no engine runs says what to do', async () => {
    const { errors } = await execute(library.args('{ library(slug: "hill") { slug } }'));
    expect(errors?.[0]?.message).toContain('Query.library was not fetched: execute through createEngine');
  });

  test('is refused by a guard before any SQL', async () => {
    const { data, errors } = await library.ask(
      '{ old: archive(year: 2020) { state } libraries { id } }',
      {},
      { staff: false },
    );
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({ path: ['old'], extensions: { code: 'FORBIDDEN' } });
    expect(library.statements).toEqual([]);
  });

  test('tells whether its JSON is the whole answer', () => {
    const isWhole = (operation: string) => library.engine.compile(library.args(operation))?.isWhole;
    expect(isWhole('{ __typename library(slug: "hill") { books { nodes { id } totalCount } } }')).toBe(true);
    expect(isWhole('{ library(slug: "hill") { age(in: 2000) } }')).toBe(false);
    expect(isWhole('{ library(slug: "hill") { slug } hello }')).toBe(false);
    expect(isWhole(`{ library(slug: "hill") { ${'a'.repeat(64)}: slug } }`)).toBe(false);
    expect(isWhole('{ node(id: "b01") { __typename id } nodes(ids: ["b01", "zz"]) { id } }')).toBe(true);
  });
});

describe('an answer', () => {
  const answer = (operation: string, context: Partial<LibraryContext> = {}) => {
    const args = library.args(operation);
    return library.engine.answer({ ...args, contextValue: { ...library.context, ...context } });
  };

  test('is the text of the statement, untouched', async () => {
    const executor = async () => '{"library" : {"slug":"hill"}}';
    expect(await answer('{ library(slug: "hill") { slug } }', { executor })).toEqual({
      kind: 'text',
      data: '{"library" : {"slug":"hill"}}',
    });
  });

  test('tells nothing that is not selected, not even the type of an interface', async () => {
    expect(await answer('{ node(id: "b01") { id } }')).toEqual({ kind: 'text', data: '{"node":{"id":"b01"}}' });
  });

  test('is completed where a field is computed', async () => {
    expect(await answer('{ library(slug: "hill") { age(in: 2000) } }')).toEqual({
      kind: 'result',
      result: { data: { library: { age: 'Hill Library is 12 years old' } } },
    });
    expect(library.statements).toHaveLength(1);
  });

  test('says why an id has no row, with one statement', async () => {
    const operation =
      '{ here: node(id: "a1") { id } nodes(ids: ["b99", "b01", "zz"]) { id } gone: node(id: "b99") { id } }';
    const found = await answer(operation);
    expect(library.statements).toHaveLength(1);
    expect(found.kind === 'result' && JSON.stringify(found.result.data)).toBe(
      '{"here":{"id":"a1"},"nodes":[null,{"id":"b01"},null],"gone":null}',
    );
    const completed = await library.ask(operation);
    expect(found).toEqual({ kind: 'result', result: completed });
    expect(completed.errors?.map(({ path }) => path)).toEqual([['nodes', 0], ['gone']]);
  });

  test('is no answer of Postgres where a promised row is not there', async () => {
    await library.database.script([
      `insert into ${library.database.prefix}_now.book select 'b00', 'nowhere', title, published_on, pages, kind from ${library.database.prefix}_now.book where id = 'b01'`,
    ]);
    const operation = '{ node(id: "b00") { ... on Book { title library { name } } } }';
    const found = await answer(operation);
    expect(found.kind === 'result' && found.result.data).toEqual({ node: null });
    expect(found).toEqual({ kind: 'result', result: await library.ask(operation) });
  });

  test('is refused by a guard before any SQL', async () => {
    const found = await answer('{ archive(year: 2020) { state } }', { staff: false });
    expect(found.kind === 'result' && found.result.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(library.statements).toEqual([]);
  });
});

describe('ids', () => {
  test('may be asked for up to the limit', async () => {
    const { data, errors } = await library.ask('{ nodes(ids: ["a1", "a2", "a3", "a4", "a5", "a6"]) { id } }');
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({ path: ['nodes'], extensions: { code: 'TOO_MANY_IDS', limit: 5 } });
  });

  test('may be none at all', async () => {
    expect(await library.ask('{ nodes(ids: []) { id } }')).toEqual({ data: { nodes: [] } });
  });

  test('of the same types and states share one compiled statement', async () => {
    const ask = (ids: string[]) => library.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    await ask(['b01', 'a1']);
    expect((await ask(['a2', 'zz', 'b02', 'a3'])).data).toEqual({
      nodes: [{ id: 'a2' }, null, { id: 'b02' }, { id: 'a3' }],
    });
    await ask(['b01']);
    const [first, second, third] = library.statements.map(({ sql }) => sql);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});

describe('a mutation', () => {
  const BOOK = 'title library { name } authors { name } books: library { books(first: 2) { totalCount nodes { id } } }';

  test('has its payload read by one statement', async () => {
    const { data } = await library.ask(`mutation { returnBook(id: "b02") { __typename book { ${BOOK} } } }`);
    expect(data).toEqual({
      returnBook: {
        __typename: 'Payload',
        book: {
          title: 'The Paper "House" 2',
          library: { name: 'Hill Library' },
          authors: [{ name: 'Cleo Ünal' }],
          books: { books: { totalCount: 12, nodes: [{ id: 'b24' }, { id: 'b22' }] } },
        },
      },
    });
    expect(library.statements).toHaveLength(1);
  });

  test('has its payload read by the transaction that is handed on', async () => {
    const seen: string[] = [];
    const transaction = async ({ name }: { name: string }) => {
      seen.push(name);
      return JSON.stringify({ title: 'Uncommitted' });
    };
    const { data } = await library.ask(
      'mutation { returnBook(id: "b02", within: true) { book { title } } }',
      {},
      { transaction },
    );
    expect(data).toEqual({ returnBook: { book: { title: 'Uncommitted' } } });
    expect([seen.length, library.statements.length]).toEqual([1, 0]);
  });

  test('answers null where nothing is there to read', async () => {
    const { data } = await library.ask(
      'mutation { returnBook { book { title } } none: returnBook(id: "b98") { book { title } } }',
    );
    expect(data).toEqual({ returnBook: { book: null }, none: { book: null } });
  });

  test('reads a concrete type for a field of an interface', async () => {
    const { data } = await library.ask(
      'mutation { returnBook(id: "b01") { thing { __typename id ... on Loan { dueOn } } } }',
    );
    expect(data).toEqual({ returnBook: { thing: { __typename: 'Loan', id: 'n1', dueOn: '2031-03-01' } } });
  });

  test('is not run where a page below it would be refused', async () => {
    const { data, errors } = await library.ask(`mutation {
      returnBook(id: "b01") { book { library { ...Wrong } } thing { ... on Book { library { ...Wrong } } ... on Author { books(last: 0) { totalCount } } ... on Library { ...Wrong } } }
    }
    fragment Wrong on Library { books(first: 99) { totalCount } }`);
    expect(data).toBeNull();
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions['code']])).toEqual([
      ['returnBook.book.library.books', 'PAGE_SIZE'],
      ['returnBook.thing.books', 'PAGE_SIZE'],
      ['returnBook.thing.library.books', 'PAGE_SIZE'],
    ]);
    expect(library.statements).toEqual([]);
  });

  test('has foreign cursors below it refused under their path', async () => {
    const { errors } = await library.ask(
      'mutation { returnBook(id: "b01") { book { library { books(after: "abc") { totalCount } } } } }',
    );
    expect(errors?.[0]).toMatchObject({
      path: ['returnBook', 'book', 'library', 'books'],
      extensions: { code: 'BAD_CURSOR' },
    });
  });

  test('answers columns and embeds from rows that are given', async () => {
    const { data } = await library.ask(
      'mutation { returnBook { draft { name: title pages mark { shelf at: hall } } } }',
    );
    expect(data).toEqual({ returnBook: { draft: { name: 'Not yet', pages: 0, mark: { shelf: 7, at: 'South' } } } });
  });

  test('refuses what a given row cannot answer', async () => {
    const { errors } = await library.ask('mutation { returnBook { draft { library { name } } } }');
    expect(errors?.[0]?.message).toContain('Book.library was not fetched');
  });
});
