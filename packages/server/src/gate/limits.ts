/** What may be asked of a server at most. Each has a typed code, and stands in docs/limits.md and in the description of the schema. */
export interface Limits {
  /** Bytes of a request's body without a token. */
  readonly bodyBytes: number;
  /** Bytes of a request's body with a token that is known. */
  readonly bodyBytesWithToken: number;
  /** Levels of arrays and objects in what is sent as JSON, and of brackets in a document. */
  readonly nesting: number;
  /** Tokens of a document. */
  readonly tokens: number;
  /** Fields below one another; introspection is not counted. */
  readonly depth: number;
  /** Fields of an operation once its fragments are in their places. */
  readonly fields: number;
  /** Aliases of an operation and its fragments. */
  readonly aliases: number;
  /** Directives of an operation and its fragments. */
  readonly directives: number;
  /** Price of a call: the objects that its answer can hold. */
  readonly price: number;
  /** Milliseconds of one statement. */
  readonly statementMs: number;
  /** Milliseconds of a request; then its statement is cancelled. */
  readonly requestMs: number;
}

/** The limits of a server that was told nothing else. */
export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 256 * 1024,
  bodyBytesWithToken: 8 * 1024 * 1024,
  nesting: 64,
  tokens: 2_000,
  depth: 15,
  fields: 2_000,
  aliases: 30,
  directives: 9,
  price: 50_000,
  statementMs: 5_000,
  requestMs: 10_000,
};
