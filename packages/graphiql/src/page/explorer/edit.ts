import type { GraphQLSchema } from 'graphql';

/** What every part of the explorer works on. */
export interface Edit {
  readonly schema: GraphQLSchema;
  /** The document as it is now; the nodes that parts are given were parsed from it. */
  readonly text: string;
  readonly onEdit: (text: string) => void;
}
