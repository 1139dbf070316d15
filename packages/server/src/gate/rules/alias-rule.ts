import { type ASTVisitor, Kind, type SelectionSetNode, type ValidationContext, visit } from 'graphql';
import { refusal } from '../refusal.js';
import { definitionsOf } from './fragments-within.js';

/**
 * No operation has more aliases than the limit, its fragments counted once each, `__typename` and introspection too. A field that stands again in
 * its selection set counts like an alias: comparing such fields takes time by the square of their number.
 */
export function aliasRule(limit: number) {
  return (context: ValidationContext): ASTVisitor => ({
    OperationDefinition(operation) {
      let aliases = 0;
      for (const definition of definitionsOf(context, operation)) {
        visit(definition, {
          SelectionSet(selections) {
            aliases += aliasesIn(selections);
          },
        });
      }
      if (aliases <= limit) return;
      const message = `The operation has ${aliases} aliases and repeated fields; at most ${limit} are allowed. Ask for several things of one kind by ids or by a filter, or in several operations.`;
      context.reportError(refusal('ALIAS_LIMIT', message, { nodes: operation, data: { limit } }));
    },
  });
}

function aliasesIn({ selections }: SelectionSetNode): number {
  const names = new Set<string>();
  let plain = 0;
  let aliases = 0;
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    if (selection.alias !== undefined) aliases += 1;
    else {
      names.add(selection.name.value);
      plain += 1;
    }
  }
  return aliases + plain - names.size;
}
