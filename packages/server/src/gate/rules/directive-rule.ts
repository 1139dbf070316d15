import { type ASTVisitor, type ValidationContext, visit } from 'graphql';
import { refusal } from '../refusal.js';
import { definitionsOf } from './fragments-within.js';

/** No operation has more directives than the limit, its fragments counted once each, wherever a directive stands. */
export function directiveRule(limit: number) {
  return (context: ValidationContext): ASTVisitor => ({
    OperationDefinition(operation) {
      let directives = 0;
      for (const definition of definitionsOf(context, operation)) {
        visit(definition, {
          Directive() {
            directives += 1;
          },
        });
      }
      if (directives <= limit) return;
      const message = `The operation has ${directives} directives; at most ${limit} are allowed. Put one on a fragment in place of many on its fields.`;
      context.reportError(refusal('DIRECTIVE_LIMIT', message, { nodes: operation, data: { limit } }));
    },
  });
}
