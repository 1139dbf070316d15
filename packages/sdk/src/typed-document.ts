/**
 * An operation whose text carries the types of its result and variables: what GraphQL Code Generator makes with
 * `documentMode: 'string'`. `String(document)` is the text that is sent.
 */
export interface TypedDocument<Data, Variables> extends DocumentTypeDecoration<Data, Variables> {
  toString(): string;
}

/** The field that carries the types. It is never there at run time. */
export interface DocumentTypeDecoration<Data, Variables> {
  readonly __apiType?: (variables: Variables) => Data;
}
