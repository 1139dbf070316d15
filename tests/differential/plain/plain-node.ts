import type { Sight } from './sight.js';

/** What all nodes have. Fields are methods and getters with the names of the schema: graphql-js finds them by itself. */
export abstract class PlainNode<Row extends { readonly id: string }> {
  protected readonly row: Row;
  protected readonly sight: Sight;

  constructor(sight: Sight, row: Row) {
    this.sight = sight;
    this.row = row;
  }

  get id() {
    return this.sight.state.id(this.row.id);
  }

  get canonicalId() {
    return this.row.id;
  }

  protected get rows() {
    return this.sight.state.rows;
  }
}

/** The row with an id as a node; undefined where there is none. */
export function only<Row extends { readonly id: string }, Node>(
  rows: readonly Row[],
  id: string | null,
  make: (row: Row) => Node,
): Node | undefined {
  const found = rows.find((row) => row.id === id);
  return found && make(found);
}

/** The rows by a key, ties in the order in which they stand. */
export function sorted<Row>(rows: readonly Row[], key: (row: Row) => string | number): readonly Row[] {
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
