/** One statement with its parameters' values; it answers with one row of one text column, the JSON. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** A hash of the SQL, short enough to name a prepared statement by. */
  readonly name: string;
  /** Keys of the scopes whose tables it reads. */
  readonly scopes: readonly string[];
}

/** Runs a statement and gives back its one text column. What it throws reaches the caller untouched. */
export type Run = (statement: Statement) => Promise<string | null>;
