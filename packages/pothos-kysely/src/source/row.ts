import { type RawBuilder, sql } from 'kysely';
import { EngineError } from '../run/engine-error.js';

/** A row within the statement, by the names of its logical columns. */
export interface Row<Shape> {
  /** The column as a typed expression, qualified by the row's alias. */
  ref<Name extends string & keyof Shape>(column: Name): RawBuilder<Shape[Name]>;
}

/** A row whose columns are not known to the type system: what the compiler itself works on. */
export type AnyRow = Row<Record<string, unknown>>;

/** The row that stands under `alias` in the FROM clause. */
export function tableRow(alias: string): AnyRow {
  return { ref: (column) => sql.id(alias, column) };
}

/** An object within `row`: a logical column is the one `columns` names, or the prefix and its own name. */
export function embeddedRow(row: AnyRow, prefix: string, columns: Readonly<Record<string, string>>): AnyRow {
  return { ref: (column) => row.ref(columns[column] ?? prefix + column) };
}

/** A row that tells `seen` which of its columns were asked for. */
export function recordedRow(alias: string, seen: (column: string) => void): AnyRow {
  return {
    ref: (column) => {
      seen(column);
      return sql.id(alias, column);
    },
  };
}

/** Where no row is: at the root, in an entered scope, on a connection. Throws NO_ROW when a column is asked for. */
export function noRow(where: string): AnyRow {
  return {
    ref: (column) => {
      throw new EngineError(
        'NO_ROW',
        `${where} has no row, so '${column}' cannot be read from it: use target, or a table.`,
      );
    },
  };
}
