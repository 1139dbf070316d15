/** The field that carries an operation's types. It is never there at run time. */
export interface DocumentTypeDecoration<Data, Variables> {
  readonly __apiType?: (variables: Variables) => Data;
}

/**
 * An operation that carries the types of its result and variables: a text, as GraphQL Code Generator makes with
 * `documentMode: 'string'` (`TypedDocumentString`), or a parsed one, as gql.tada and others make (`TypedDocumentNode`).
 */
export interface TypedDocument<Data, Variables> extends DocumentTypeDecoration<Data, Variables> {
  toString(): string;
}

/** What is known of an operation beside its text. */
export interface DocumentMeta {
  /** The hash under which a server knows it: `sha256:` and hex. */
  readonly hash?: string;
  /** Whether sending it twice does what sending it once does; a query always is. */
  readonly idempotent?: boolean;
}

/** An operation's text with its types. */
export class TypedDocumentString<Data, Variables> extends String implements TypedDocument<Data, Variables> {
  declare readonly __apiType?: (variables: Variables) => Data;
  readonly __meta__: DocumentMeta;

  constructor(text: string, meta: DocumentMeta) {
    super(text);
    this.__meta__ = meta;
  }
}
