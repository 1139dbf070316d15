import { GraphQLError } from 'graphql';
import { type SqlBool, sql } from 'kysely';
import type { Param } from '../arguments/param.js';
import { given } from '../plugin/given.js';
import type { Run } from '../run/statement.js';
import type { Scope } from '../source/scope.js';
import { builder } from './library-builder.js';
import type { AuthorRow, BookRow, LibraryRow, LoanRow, MarkRow } from './library-tables.js';

builder.scalarType('Date', { serialize: (value) => value, parseValue: (value) => String(value) });
const BookKind = builder.enumType('BookKind', { values: ['NOVEL', 'ATLAS', 'POEMS'] });
const BookOrder = builder.enumType('BookOrder', { values: ['NEWEST', 'TITLE', 'LONGEST'] });
const PagesRange = builder.inputType('PagesRange', { fields: (t) => ({ from: t.int(), to: t.int() }) });
const BookFilter = builder.inputType('BookFilter', {
  fields: (t) => ({
    kind: t.field({ type: [BookKind] }),
    titles: t.stringList(),
    pages: t.field({ type: PagesRange }),
    author: t.string(),
  }),
});

const Node = builder.interfaceRef<{ id: string }>('Node');
builder.interfaceType(Node, {
  fields: (t) => ({ id: t.expr({ type: 'ID', sql: ({ row, scope }) => scope.id(row.ref('id')) }) }),
});

const Mark = builder.objectRef<MarkRow>('Mark');
builder.objectType(Mark, {
  fields: (t) => ({ hall: t.column('hall', { type: 'String' }), shelf: t.column('shelf', { type: 'Int' }) }),
});

const Library = builder.objectRef<LibraryRow>('Library');
const Book = builder.objectRef<BookRow>('Book');
const Author = builder.objectRef<AuthorRow>('Author');
const Loan = builder.objectRef<LoanRow>('Loan');

const KindCount = builder.objectRef<{ kind: string; count: number }>('KindCount');
builder.objectType(KindCount, {
  fields: (t) => ({
    kind: t.column('kind', { type: 'String' }),
    count: t.column('count', { type: 'Int' }),
  }),
});

const BookConnection = builder.keysetConnection({
  name: 'BookConnection',
  edge: 'BookEdge',
  node: Book,
  fields: (t) => ({
    pagesInAll: t.overList({
      type: 'Int',
      args: { atLeast: t.arg.int({ required: true, defaultValue: 0 }) },
      sql: ({ list, args }) =>
        list.select(
          sql`coalesce(sum(${list.target.ref('pages')}) filter (where ${list.target.ref('pages')} >= ${args.atLeast}), 0)`,
        ),
    }),
    kinds: t.many({
      type: [KindCount],
      args: { first: t.arg.int({ required: true, defaultValue: 2 }) },
      table: ({ list }) => {
        const kind = list?.target.ref('kind');
        return list?.select(sql`${kind}, count(*) as count`, sql`group by ${kind}`) ?? sql`(select null)`;
      },
      on: () => [],
      orderBy: ({ target }) => [sql`${target.ref('count')} desc`, target.ref('kind')],
      limit: ({ args }) => args.first,
    }),
  }),
  edgeFields: (t) => ({ weight: t.expr({ type: 'Int', sql: ({ row }) => sql`${row.ref('pages')} * 2` }) }),
});
const ThickConnection = builder.keysetConnection<typeof Book, BookRow & { beyond: number }>({
  name: 'ThickConnection',
  edge: 'ThickEdge',
  node: Book,
  edgeFields: (t) => ({ beyond: t.column('beyond', { type: 'Int' }) }),
});
const AuthorConnection = builder.keysetConnection({
  name: 'AuthorConnection',
  edge: 'AuthorEdge',
  node: Author,
  totalCount: false,
});

builder.objectType(Library, {
  kysely: { table: 'library' },
  interfaces: [Node],
  fields: (t) => ({
    slug: t.column('slug', { type: 'String' }),
    name: t.column('name', { type: 'String' }),
    founded: t.column('founded', { type: 'Int' }),
    age: t.computed({
      type: 'String',
      columns: ['founded', 'name'],
      args: { in: t.arg.int({ required: true }) },
      resolve: ({ founded, name }, args) => `${name} is ${args.in - founded} years old`,
    }),
    books: t.keyset({
      type: BookConnection,
      args: {
        where: t.arg({ type: BookFilter }),
        orderBy: t.arg({ type: BookOrder, required: true, defaultValue: 'NEWEST' }),
      },
      via: ({ args }) => (args.where?.author ? 'book_author' : null),
      on: ({ row, target, via, args }) => [
        sql<SqlBool>`${target.ref('library_id')} = ${row.ref('id')}`,
        args.where?.kind && sql<SqlBool>`${target.ref('kind')} = any(${args.where.kind})`,
        args.where?.titles && sql<SqlBool>`${target.ref('title')} = any(${args.where.titles})`,
        args.where?.pages?.from && sql<SqlBool>`${target.ref('pages')} >= ${args.where.pages.from}`,
        args.where?.pages?.to && sql<SqlBool>`${target.ref('pages')} <= ${args.where.pages.to}`,
        via && sql<SqlBool>`${via.ref('book_id')} = ${target.ref('id')}`,
        via && sql<SqlBool>`${via.ref('author_id')} = ${args.where?.author}`,
      ],
      order: ({ target, args }) => bookOrder(target, args.orderBy),
    }),
    thickest: t.keyset({
      type: ThickConnection,
      args: { atLeast: t.arg.int({ required: true }) },
      table: ({ row, args, scope, page }) => {
        const after = page?.after ? sql` and (b.pages, b.id) < ${place(page.after)}` : sql``;
        const part = page ? sql`${after} order by b.pages desc, b.id desc limit ${page.size}` : sql``;
        return sql`(select b.*, b.pages - ${args.atLeast} as beyond from ${scope.table('book')} as b
          where b.library_id = ${row.ref('id')} and b.pages >= ${args.atLeast}${part})`;
      },
      on: () => [],
      order: ({ target }) => bookOrder(target, 'LONGEST'),
      directions: 'forward',
    }),
    loanCount: t.expr({
      type: 'Int',
      sql: ({ row, scope }) => sql`(
        select count(*) from ${scope.table('loan')} as l join ${scope.table('book')} as b on b.id = l.book_id
        where b.library_id = ${row.ref('id')})`,
    }),
  }),
});

/** The keys of a cursor of LONGEST as a row. */
function place(keys: Param<readonly string[]>) {
  return sql`(${keys.map(([pages]) => pages)}::int4, ${keys.map(([, id]) => id)}::text)`;
}

function bookOrder(
  target: { ref(column: 'published_on' | 'title' | 'pages' | 'id'): ReturnType<typeof sql> },
  by: 'NEWEST' | 'TITLE' | 'LONGEST',
) {
  const id = { key: target.ref('id'), direction: 'asc', type: 'text' } as const;
  switch (by) {
    case 'NEWEST':
      return [{ key: target.ref('published_on'), direction: 'desc', type: 'date' } as const, id];
    case 'TITLE':
      return [{ key: sql`${target.ref('title')} collate "C"`, direction: 'asc', type: 'text' } as const, id];
    case 'LONGEST':
      return [
        { key: target.ref('pages'), direction: 'desc', type: 'int4' } as const,
        { key: target.ref('id'), direction: 'desc', type: 'text' } as const,
      ];
  }
}

builder.objectType(Book, {
  kysely: { table: 'book' },
  interfaces: [Node],
  fields: (t) => ({
    title: t.column('title', { type: 'String' }),
    publishedOn: t.column('published_on', { type: 'Date' }),
    pages: t.column('pages', { type: 'Int' }),
    kind: t.column('kind', { type: BookKind }),
    note: t.column('note', { type: 'String', nullable: true }),
    shout: t.expr({
      type: 'String',
      args: { mark: t.arg.string({ required: true, defaultValue: '!' }), times: t.arg.int() },
      sql: ({ row, args }) =>
        sql`upper(${row.ref('title')}) || repeat(${args.mark}::text, ${args.times ?? sql.lit(1)}::int4)`,
    }),
    mark: t.embed({
      type: Mark,
      prefix: 'mark_',
      nullable: true,
      present: ({ row }) => sql`${row.ref('mark_hall')} is not null`,
    }),
    library: t.one({ type: Library, on: ({ row, target }) => sql`${target.ref('id')} = ${row.ref('library_id')}` }),
    authors: t.many({
      type: [Author],
      via: 'book_author',
      on: ({ row, via, target }) => [
        sql`${via.ref('book_id')} = ${row.ref('id')}`,
        sql`${target.ref('id')} = ${via.ref('author_id')}`,
      ],
      orderBy: ({ via }) => [via.ref('position')],
    }),
    loans: t.many({
      type: [Loan],
      args: { first: t.arg.int({ required: true, defaultValue: 2 }) },
      on: ({ row, target }) => sql`${target.ref('book_id')} = ${row.ref('id')}`,
      orderBy: ({ target }) => [target.ref('due_on'), target.ref('id')],
      limit: ({ args }) => args.first,
    }),
    lastLoan: t.one({
      type: Loan,
      nullable: true,
      on: ({ row, target }) => sql`${target.ref('book_id')} = ${row.ref('id')}`,
      orderBy: ({ target }) => [sql`${target.ref('due_on')} desc`, target.ref('id')],
    }),
  }),
});

builder.objectType(Author, {
  kysely: { table: 'author' },
  interfaces: [Node],
  fields: (t) => ({
    slug: t.column('slug', { type: 'String' }),
    name: t.column('name', { type: 'String' }),
    books: t.keyset({
      type: BookConnection,
      via: 'book_author',
      on: ({ row, via, target }) => [
        sql`${via.ref('author_id')} = ${row.ref('id')}`,
        sql`${target.ref('id')} = ${via.ref('book_id')}`,
      ],
      order: ({ target }) => bookOrder(target, 'NEWEST'),
      count: ({ row }) => row.ref('book_count'),
    }),
  }),
});

builder.objectType(Loan, {
  kysely: { table: 'loan' },
  interfaces: [Node],
  fields: (t) => ({
    reader: t.column('reader', { type: 'String' }),
    dueOn: t.column('due_on', { type: 'Date' }),
    book: t.one({ type: Book, on: ({ row, target }) => sql`${target.ref('id')} = ${row.ref('book_id')}` }),
    subject: t.polymorphic({
      type: Node,
      nullable: true,
      branches: ({ row }) => [
        { type: Author, on: ({ target }) => sql`${target.ref('id')} = ${row.ref('reader')}` },
        { type: Book, on: ({ target }) => sql`${target.ref('id')} = ${row.ref('book_id')}` },
      ],
    }),
  }),
});

type Types = typeof builder.$inferSchemaTypes;

/** The read fields: the very same ones on Query and in every other state. */
function readFields<Shape extends object>(t: PothosSchemaTypes.RootFieldBuilder<Types, Shape>) {
  return {
    library: t.one({
      type: Library,
      nullable: true,
      args: { slug: t.arg.string({ required: true }) },
      on: ({ target, args }) => sql`${target.ref('slug')} = ${args.slug}`,
    }),
    libraries: t.many({ type: [Library], on: () => [], orderBy: ({ target }) => [target.ref('slug')] }),
    authors: t.keyset({
      type: AuthorConnection,
      directions: 'forward',
      on: () => [],
      order: ({ target }) => [{ key: target.ref('slug'), direction: 'asc', type: 'text' }],
    }),
    books: t.keyset({
      type: BookConnection,
      args: { orderBy: t.arg({ type: BookOrder, required: true, defaultValue: 'NEWEST' }) },
      on: () => [],
      order: ({ target, args }) => bookOrder(target, args.orderBy),
    }),
  };
}

const Archive = builder.objectRef<{ year: number }>('Archive');
builder.objectType(Archive, {
  fields: (t) => ({ ...readFields(t), state: t.expr({ type: 'String', sql: ({ scope }) => sql`${scope.key}::text` }) }),
});

builder.queryType({
  fields: (t) => ({
    ...readFields(t),
    hello: t.field({
      type: 'String',
      resolve: (root) => (root && 'name' in root ? `hello ${root.name}` : 'hello nobody'),
    }),
    archive: t.enter({
      type: Archive,
      nullable: true,
      args: { year: t.arg.int({ required: true }) },
      check: ({ context }) => {
        if (!context.staff)
          throw new GraphQLError('Only staff read the archive.', { extensions: { code: 'FORBIDDEN' } });
      },
      scope: ({ args, context }) => (args.year < 1900 ? null : context.scope(`archive${args.year}`)),
    }),
    node: t.lookup({
      type: Node,
      nullable: true,
      args: { id: t.arg.id({ required: true }) },
      ids: (args) => [args.id],
      locate: (id, context) => locate(id, context.scope),
      absent: ({ id, scope }) => sql`(
        select json_build_object('code', 'GONE', 'message', 'Taken out: ' || g.reason)
        from ${scope.table('gone')} as g where g.id = ${id})`,
    }),
    nodes: t.lookup({
      type: [Node],
      nullable: { list: false, items: true },
      args: { ids: t.arg.idList({ required: true }) },
      ids: (args) => args.ids,
      locate: (id, context) => locate(id, context.scope),
      absent: ({ id, scope }) => sql`(
        select json_build_object('code', 'GONE', 'message', 'Taken out: ' || g.reason)
        from ${scope.table('gone')} as g where g.id = ${id})`,
    }),
  }),
});

const locatable = new Map<string, { readonly name: string }>([
  ['l', Library],
  ['b', Book],
  ['a', Author],
  ['n', Loan],
]);

function locate(id: string, scope: (key: string) => Scope) {
  const [local = '', state = 'now'] = id.split('~');
  const type = locatable.get(local.slice(0, 1));
  return type ? { type, id: local, scope: scope(state) } : null;
}

const Payload = builder.objectRef<{ bookId: string | null; ownRun?: Run }>('Payload');
builder.objectType(Payload, {
  fields: (t) => ({
    book: t.load({
      type: Book,
      nullable: true,
      target: ({ bookId, ownRun }, _args, context) =>
        bookId === null
          ? null
          : {
              scope: context.scope('now'),
              on: ({ target }) => sql`${target.ref('id')} = ${bookId}`,
              ...(ownRun ? { run: ownRun } : {}),
            },
    }),
    thing: t.load({
      type: Node,
      nullable: true,
      target: ({ bookId }, _args, context) => ({
        type: Loan,
        scope: context.scope('now'),
        on: ({ target }) =>
          sql`${target.ref('id')} = (select min(l.id) from ${context.scope('now').table('loan')} as l where l.book_id = ${bookId})`,
      }),
    }),
    draft: t.field({
      type: Book,
      resolve: () => given({ ...blankBook, id: 'none', title: 'Not yet', mark_hall: 'South', mark_shelf: 7 }),
    }),
  }),
});

const blankBook: BookRow = {
  id: '',
  library_id: '',
  title: '',
  published_on: '2031-01-01',
  pages: 0,
  kind: 'ATLAS',
  mark_hall: null,
  mark_shelf: null,
  note: null,
};

builder.mutationType({
  fields: (t) => ({
    returnBook: t.field({
      type: Payload,
      args: { id: t.arg.id(), within: t.arg.boolean() },
      resolve: (_root, args, context) => ({
        bookId: args.id ?? null,
        ...(args.within && context.transaction ? { ownRun: context.transaction } : {}),
      }),
    }),
  }),
});

/** The test schema. */
export const librarySchema = builder.toSchema();
