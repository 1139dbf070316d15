import type { ASTVisitor, ValidationContext } from 'graphql';
import { refusal } from '../refusal.js';
import { measureSelections } from './fragments-within.js';

/** No field stands deeper than the limit, fragments followed; a field at the root has depth 1. Introspection is not counted. */
export function depthRule(limit: number) {
  return (context: ValidationContext): ASTVisitor => {
    const depthOf = measureSelections(
      context,
      (depths) => Math.max(...depths),
      (below) => 1 + below,
    );
    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet);
        if (depth <= limit) return;
        const message = `The operation is ${depth} fields deep; at most ${limit} are allowed. Ask for less at once, or follow ids in a second request.`;
        context.reportError(refusal('DEPTH_LIMIT', message, { nodes: operation, data: { limit } }));
      },
    };
  };
}
