import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { expectTypeOf, test } from 'vitest';
import type { Param } from '../arguments/param.js';
import { builder } from '../testing/library-builder.js';
import type { AuthorRow, BookRow } from '../testing/library-tables.js';

const Order = builder.enumType('TypesOrder', { values: ['UP', 'DOWN'] });
const Book = builder.objectRef<BookRow>('TypesBook');
const Author = builder.objectRef<AuthorRow>('TypesAuthor');
const Books = builder.keysetConnection({ name: 'TypesBooks', edge: 'TypesBookEdge', node: Book });

test('names of tables and columns are checked, rows and arguments typed', () => {
  builder.objectType(Author, {
    kysely: { table: 'author' },
    fields: (t) => ({
      // @ts-expect-error: an author has no such column
      wrong: t.column('title', { type: 'String' }),
      books: t.keyset({
        type: Books,
        args: { order: t.arg({ type: Order, required: true }), from: t.arg.int() },
        via: ({ args }) => (args.from ? 'book_author' : null),
        on: ({ row, target, via, args }) => {
          expectTypeOf(row.ref('book_count')).toEqualTypeOf<RawBuilder<number>>();
          expectTypeOf(target.ref('mark_hall')).toEqualTypeOf<RawBuilder<string | null>>();
          expectTypeOf(via?.ref('position')).toEqualTypeOf<RawBuilder<number> | undefined>();
          expectTypeOf(args.order).toEqualTypeOf<'UP' | 'DOWN'>();
          expectTypeOf(args.from).toEqualTypeOf<Param<number> | null | undefined>();
          return [];
        },
        // @ts-expect-error: a book has no such column
        order: ({ target }) => [{ key: target.ref('slug'), direction: 'asc', type: 'text' }],
      }),
      first: t.one({
        type: Book,
        nullable: true,
        via: 'book_author',
        on: ({ via, target }) => {
          expectTypeOf(via.ref('position')).toEqualTypeOf<RawBuilder<number>>();
          return sql`${via.ref('book_id')} = ${target.ref('id')}`;
        },
      }),
      shelf: t.computed({
        type: 'String',
        columns: ['name', 'book_count'],
        resolve: (columns) => {
          expectTypeOf(columns).toEqualTypeOf<Pick<AuthorRow, 'name' | 'book_count'>>();
          return columns.name;
        },
      }),
    }),
  });
  builder.objectType(Book, {
    // @ts-expect-error: there is no such table
    kysely: { table: 'books' },
    fields: (t) => ({ title: t.column('title', { type: 'String' }) }),
  });
});
