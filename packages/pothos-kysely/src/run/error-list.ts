import { type ASTNode, type GraphQLError, locatedError } from 'graphql';

/** Errors found before SQL, each with the path and the place in the document of the field it belongs to. */
export class ErrorList {
  readonly errors: GraphQLError[] = [];

  get isEmpty(): boolean {
    return this.errors.length === 0;
  }

  /** What `action` returns; undefined where it throws, and then the error is kept, under `at` if it has no path. */
  attempt<T>(action: () => T, at?: ErrorPlace): T | undefined {
    try {
      return action();
    } catch (error) {
      this.errors.push(locatedError(error, at?.nodes, at?.path));
      return undefined;
    }
  }
}

/** A field's nodes in the document, and its path in the answer. */
export interface ErrorPlace {
  readonly nodes: readonly ASTNode[];
  readonly path: readonly (string | number)[];
}
