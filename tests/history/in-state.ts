import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';

/** An operation with all of its root fields moved below `asOf(at: $at)`. */
export function inPast(query: string): string {
  return moved(query, parse('query ($at: DateTime!) { asOf(at: $at) { __typename } }'));
}

/** An operation with all of its root fields moved below `preview`. */
export function inPreview(query: string): string {
  return moved(query, parse('{ preview { __typename } }'));
}

function moved(query: string, around: DocumentNode): string {
  const { definitions } = parse(query);
  return print({
    kind: Kind.DOCUMENT,
    definitions: definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? within(definition, around) : definition,
    ),
  });
}

function within(operation: OperationDefinitionNode, around: DocumentNode): OperationDefinitionNode {
  const [outer] = around.definitions;
  if (outer?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation to move into.');
  return {
    ...operation,
    variableDefinitions: [...(outer.variableDefinitions ?? []), ...(operation.variableDefinitions ?? [])],
    selectionSet: {
      ...outer.selectionSet,
      selections: outer.selectionSet.selections.map((field) =>
        field.kind === Kind.FIELD ? { ...field, selectionSet: operation.selectionSet } : field,
      ),
    },
  };
}
