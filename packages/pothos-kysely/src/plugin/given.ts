import type { ColumnSource, EmbedSource } from '../source/source.js';

/** A row that JavaScript holds, and the concrete type it is of where a field's own type is an interface. */
export interface GivenRow {
  readonly row: object;
  readonly typeName: string | undefined;
}

const givenRows = new WeakMap<object, GivenRow>();

/**
 * Hands a row to a type of the engine from a plain resolver: `diagnostics.map((row) => given(row))`. Its fields
 * `t.column`, `t.embed` and `t.computed` are read from the row; any other field of the type throws NOT_FETCHED.
 * Returns a copy of the row, so that the row itself stays what it was.
 */
export function given<Row extends object>(row: Row, typeName?: string): Row {
  const copy = { ...row };
  givenRows.set(copy, { row, typeName });
  return copy;
}

/** What `given` knows of a value. */
export function givenRow(value: unknown): GivenRow | undefined {
  return typeof value === 'object' && value !== null ? givenRows.get(value) : undefined;
}

/** The value of a column or embed of a given row. */
export function readGiven(row: object, source: ColumnSource | EmbedSource): unknown {
  return source.kind === 'column' ? Reflect.get(row, source.name) : embedded(row, source);
}

function embedded(row: object, source: EmbedSource): object | null {
  const prefixed = Object.entries(row)
    .filter(([name]) => name.startsWith(source.prefix))
    .map(([name, value]) => [name.slice(source.prefix.length), value]);
  const renamed = Object.entries(source.columns).map(([logical, actual]) => [logical, Reflect.get(row, actual)]);
  const columns = Object.fromEntries([...prefixed, ...renamed]);
  const isThere = !source.present || Object.values(columns).some((value) => value !== null && value !== undefined);
  return isThere ? given(columns) : null;
}
