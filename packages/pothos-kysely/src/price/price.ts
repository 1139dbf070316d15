import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Lru } from '../run/lru.js';
import { type OperationParts, operationParts } from '../run/operation-parts.js';
import { Pricing } from './price-selections.js';
import { type Term, type Variables, worth } from './term.js';

/** What a call of an operation costs at most: how many objects its answer can hold. Takes the coerced variables. */
export type OperationPrice = (variables: Variables) => number;

/** One way through @skip and @include a variant, as many as the engine compiles. */
const MAX_VARIANTS = 64;

/**
 * The price of a valid operation: an object counts as one, times the rows of every page around it; a list without pages counts as ten rows, and
 * a value over a whole list, such as a total, as ten. Scalars, connections and PageInfo are free. Compiled once: a
 * call only multiplies what its variables say. 0 where the document has no such operation.
 */
export function priceOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | null | undefined,
): OperationPrice {
  const parts = operationParts(document, name);
  if (parts === undefined) return () => 0;
  if (parts.conditions.size === 0) {
    const term = termOf(schema, parts, {});
    return (variables) => worth(term, variables);
  }
  const variants = new Lru<string, Term>(MAX_VARIANTS);
  return (variables) => {
    const key = [...parts.conditions].map((condition) => (variables[condition] === true ? '1' : '0')).join('');
    return worth(
      variants.getOrMake(key, () => termOf(schema, parts, variables)),
      variables,
    );
  };
}

/** @param variables the values of those that @skip and @include look at */
function termOf(schema: GraphQLSchema, { operation, fragments }: OperationParts, variables: Variables): Term {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  return new Pricing({ schema, fragments, variables }).below(root, [operation.selectionSet]);
}
