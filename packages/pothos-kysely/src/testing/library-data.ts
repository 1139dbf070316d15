import type { LibraryTables } from './library-tables.js';

/** Small made-up contents: two libraries, six authors, twenty-four books in an order without ties but for days. */
export const libraryData: { readonly [Table in keyof LibraryTables]: readonly LibraryTables[Table][] } = {
  library: [
    { id: 'l1', slug: 'harbour', name: 'Harbour Library', founded: 1901 },
    { id: 'l2', slug: 'hill', name: 'Hill Library', founded: 1988 },
  ],
  author: ['Ada Quill', 'Bo Marsh', 'Cleo Ünal', 'Dov Pine', 'Eve Rook', 'Fay Stone'].map((name, index) => ({
    id: `a${index + 1}`,
    slug: name.toLowerCase().replace(/[^a-z]+/g, '-'),
    name,
    book_count: Array.from({ length: 24 }, (_, book) => authorsOf(book + 1)).filter((of) => of.includes(index + 1))
      .length,
  })),
  book: Array.from({ length: 24 }, (_, index) => book(index + 1)),
  book_author: Array.from({ length: 24 }, (_, index) =>
    authorsOf(index + 1).map((author, place) => ({
      book_id: bookId(index + 1),
      author_id: `a${author}`,
      position: place + 1,
    })),
  ).flat(),
  loan: [1, 2, 3, 4, 5, 6].map((number) => ({
    id: `n${number}`,
    book_id: bookId(number <= 4 ? 1 : number),
    reader: number % 2 === 0 ? 'a2' : 'Mira',
    due_on: `2031-03-0${number}`,
  })),
  gone: [{ id: 'b99', reason: 'water damage' }],
};

function book(number: number) {
  const isMarked = number % 3 !== 0;
  return {
    id: bookId(number),
    library_id: number % 2 === 0 ? 'l2' : 'l1',
    title: `The ${['Salt', 'Glass', 'Paper', 'Iron'][number % 4]} "House" ${number}`,
    published_on: `20${String(10 + Math.floor(number / 2)).padStart(2, '0')}-05-17`,
    pages: 100 + ((number * 7) % 5) * 40,
    kind: ['NOVEL', 'ATLAS', 'POEMS'][number % 3] ?? 'NOVEL',
    mark_hall: isMarked ? 'North' : null,
    mark_shelf: isMarked ? number : null,
    note: number === 2 ? 'Wants a new spine.\nÄöü 図書館' : null,
  };
}

function bookId(number: number): string {
  return `b${String(number).padStart(2, '0')}`;
}

function authorsOf(number: number): readonly number[] {
  const first = (number % 5) + 1;
  return number % 4 === 0 ? [first, 6] : [first];
}
