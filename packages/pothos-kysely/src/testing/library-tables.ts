/** Rows of the test schema: libraries, their books, authors and loans. */
export interface LibraryRow {
  id: string;
  slug: string;
  name: string;
  founded: number;
}

/** A book on a shelf of one library. */
export interface BookRow {
  id: string;
  library_id: string;
  title: string;
  published_on: string;
  pages: number;
  kind: string;
  mark_hall: string | null;
  mark_shelf: number | null;
  note: string | null;
}

/** Who wrote books. */
export interface AuthorRow {
  id: string;
  slug: string;
  name: string;
  book_count: number;
}

/** Which author wrote which book, in the order of the title page. */
export interface BookAuthorRow {
  book_id: string;
  author_id: string;
  position: number;
}

/** A book in a reader's hands. */
export interface LoanRow {
  id: string;
  book_id: string;
  reader: string;
  due_on: string;
}

/** Where a book stands. */
export interface MarkRow {
  hall: string;
  shelf: number;
}

/** A book that was taken out of the collection for good. */
export interface GoneRow {
  id: string;
  reason: string;
}

/** The logical tables of the test schema. */
export interface LibraryTables {
  library: LibraryRow;
  book: BookRow;
  author: AuthorRow;
  book_author: BookAuthorRow;
  loan: LoanRow;
  gone: GoneRow;
}
