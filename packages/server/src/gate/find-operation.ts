import { priceOperation } from '@broadsheet/pothos-kysely';
import { type GraphQLSchema, getOperationAST } from 'graphql';
import { variablesCoercer } from './coerce-variables.js';
import type { KnownDocument, KnownOperation } from './known-document.js';
import { refuse } from './refusal.js';

/** The operation of that name, or the only one; remembered with its document. Throws GateRefusal OPERATION_RESOLUTION_FAILURE. */
export function findOperation(schema: GraphQLSchema, known: KnownDocument, name: string | undefined): KnownOperation {
  const found = known.operations.get(name ?? '');
  if (found !== undefined) return found;
  const node = getOperationAST(known.document, name);
  if (!node) {
    const message =
      name === undefined
        ? "The document has several operations, or none: name one of them in 'operationName'."
        : `The document has no operation '${name.slice(0, 80)}': name one that it has in 'operationName'.`;
    return refuse('OPERATION_RESOLUTION_FAILURE', message);
  }
  const price = priceOperation(schema, known.document, name);
  const coerce = variablesCoercer(schema, node);
  const operation: KnownOperation = { known, node, name, kind: node.operation, price, coerce };
  known.operations.set(name ?? '', operation);
  return operation;
}
