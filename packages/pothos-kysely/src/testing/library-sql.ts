import { libraryData } from './library-data.js';

const COLUMNS = {
  library: 'id text primary key, slug text not null unique, name text not null, founded int4 not null',
  book: `id text primary key, library_id text not null, title text not null, published_on date not null,
    pages int4 not null, kind text not null, mark_hall text, mark_shelf int4, note text`,
  author: 'id text primary key, slug text not null unique, name text not null, book_count int4 not null',
  book_author: 'book_id text not null, author_id text not null, position int4 not null',
  loan: 'id text primary key, book_id text not null, reader text not null, due_on date not null',
  gone: 'id text primary key, reason text not null',
} as const;

/** Statements that build the state `now` and the archive of 2020, in which the first three books alone are held. */
export function librarySql(prefix: string): readonly string[] {
  return [...stateSql(`${prefix}_now`, () => true), ...stateSql(`${prefix}_archive2020`, isEarly)];
}

/** Statements that take them away again. */
export function dropLibrarySql(prefix: string): readonly string[] {
  return ['now', 'archive2020'].map((state) => `drop schema if exists ${prefix}_${state} cascade`);
}

function stateSql(schema: string, isHeld: (row: object) => boolean): readonly string[] {
  const tables = Object.entries(COLUMNS).map(([table, columns]) => `create table ${schema}.${table} (${columns})`);
  const rows = Object.entries(libraryData).flatMap(([table, all]) =>
    all
      .filter(isHeld)
      .map((row) => `insert into ${schema}.${table} values (${Object.values(row).map(literal).join(', ')})`),
  );
  return [`create schema ${schema}`, ...tables, ...rows];
}

function isEarly(row: object): boolean {
  const id = 'book_id' in row ? row.book_id : 'id' in row ? row.id : '';
  return !/^b/.test(String(id)) || /^b0[123]$/.test(String(id));
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}
