import { type ASTNode, type GraphQLError, locatedError } from 'graphql';

/** Errors found before SQL, each with the path and the place in the document of the field it belongs to. */
export class ErrorList {
  readonly errors: GraphQLError[] = [];

  get isEmpty(): boolean {
    return this.errors.length === 0;
  }

  /** What `action` returns; undefined where it throws, and then the error is kept. */
  attempt<T>(nodes: readonly ASTNode[], path: readonly (string | number)[], action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.errors.push(locatedError(error, nodes, path));
      return undefined;
    }
  }
}
