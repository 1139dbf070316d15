/** An operation that GraphiQL opens with, in a tab of its own. */
export interface Example {
  /** Words on the tab. */
  readonly title: string;
  /** A GraphQL document with one operation. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What the server tells the page, as JSON in an element with the id `PAGE_DATA_ID`. */
export interface PageData {
  readonly examples: readonly Example[];
  /** Lets the editor's own style sheets through the page's policy. */
  readonly nonce: string;
}

/** The id of the element that holds the page's data. */
export const PAGE_DATA_ID = 'page-data';

/** Addresses that the page asks, as seen from the page's own. */
export const ADDRESSES = { graphql: 'graphql', schema: 'schema.graphql', start: './' } as const;
