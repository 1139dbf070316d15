/** One id asked for by a lookup: the group it belongs to (from 1; 0 is none) and the id within it. */
export interface LookupPosition {
  readonly group: number;
  readonly id: string | null;
}

/** What differs from call to call of one compiled operation: parameters are evaluated against it. */
export interface Call {
  /** Tells this call from all others, and holds nothing of it. */
  readonly token: object;
  /** The operation's variables as graphql-js coerced them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
  /** The ids of every lookup, under the lookup's response key. */
  readonly lookups: ReadonlyMap<string, readonly LookupPosition[]>;
}
