import { type ASTNode, type GraphQLError, locatedError } from 'graphql';

/** Errors found before SQL, each with the path and the place in the document of the field it belongs to. */
export class ErrorList {
  readonly errors: GraphQLError[] = [];

  /** Runs `action`; what it throws is kept. */
  collect(nodes: readonly ASTNode[], path: readonly (string | number)[], action: () => void): void {
    try {
      action();
    } catch (error) {
      this.errors.push(locatedError(error, nodes, path));
    }
  }
}
