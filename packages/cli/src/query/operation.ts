import { GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { CommandError, UsageError } from '../command-error.js';

/**
 * The operation of a GraphQL text that is to be run: the one that is named, or the only one there is.
 *
 * Throws CommandError GRAPHQL_PARSE_FAILED with the place, and UsageError OPERATION_UNKNOWN where it is not clear which is meant and
 * OPERATION_UNSUPPORTED for a subscription.
 */
export function findOperation(text: string, name: string | undefined): OperationDefinitionNode {
  const operations = parseText(text).definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const named = name === undefined ? operations : operations.filter((operation) => operation.name?.value === name);
  const [found, ...others] = named;
  if (found === undefined || others.length > 0) throw unclear(operations, name);
  if (found.operation !== 'subscription') return found;
  throw new UsageError('OPERATION_UNSUPPORTED', 'A subscription has no single answer. Give a query or a mutation.');
}

function parseText(text: string) {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    const at = place === undefined ? '' : ` at ${place.line}:${place.column}`;
    throw new CommandError('GRAPHQL_PARSE_FAILED', `The operation cannot be read${at}: ${error.message}`);
  }
}

function unclear(operations: readonly OperationDefinitionNode[], name: string | undefined): UsageError {
  const names = operations.map((operation) => operation.name?.value ?? 'one without a name').join(', ');
  const message =
    name !== undefined
      ? `There is no operation '${name}' in the document; it has: ${names}.`
      : operations.length === 0
        ? 'There is no operation in the document. Write one, as in { publications { slug } }.'
        : `The document has several operations: ${names}. Name one with --operation.`;
  return new UsageError('OPERATION_UNKNOWN', message);
}
