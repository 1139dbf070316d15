import type { ASTVisitor, ValidationContext } from 'graphql';
import { refusal } from '../refusal.js';
import { measureSelections } from './fragments-within.js';

/** No operation has more fields than the limit once its fragments are in their places: a few fragments that spread one another make millions. */
export function fieldRule(limit: number) {
  return (context: ValidationContext): ASTVisitor => {
    const fieldsOf = measureSelections(
      context,
      (counts) => counts.reduce((total, count) => total + count, 0),
      (below) => 1 + below,
    );
    return {
      OperationDefinition(operation) {
        const fields = fieldsOf(operation.selectionSet);
        if (fields <= limit) return;
        const message = `The operation selects ${fields} fields with its fragments in place; at most ${limit} are allowed. Ask for less at once, in several operations.`;
        context.reportError(refusal('FIELD_LIMIT', message, { nodes: operation, data: { limit } }));
      },
    };
  };
}
