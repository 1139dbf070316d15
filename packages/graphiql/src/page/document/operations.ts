import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print, separateOperations } from 'graphql';

/** Parses the text of a document; undefined where it has a mistake or holds nothing. */
export function parseDocument(text: string): DocumentNode | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** The operations of a document, in their order. */
export function operationsOf(document: DocumentNode): readonly OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

/** The operation that an offset into the text stands in, else the first; undefined where there is none. */
export function operationAt(document: DocumentNode, offset: number): OperationDefinitionNode | undefined {
  const operations = operationsOf(document);
  const isIn = ({ loc }: OperationDefinitionNode) => loc !== undefined && loc.start <= offset && offset <= loc.end;
  return operations.find(isIn) ?? operations[0];
}

/**
 * The text of one operation with the fragments that it uses; for clients that send one operation at a time. A document with one operation
 * stays as it is written.
 */
export function textOfOperation(text: string, name: string | undefined): string {
  const document = parseDocument(text);
  if (document === undefined || operationsOf(document).length < 2 || name === undefined) return text.trim();
  const alone = separateOperations(document)[name];
  return alone === undefined ? text.trim() : print(alone);
}

/** What a tab is called: the name of its first operation, else the first field that it asks for. */
export function titleOf(text: string): string | undefined {
  const document = parseDocument(text);
  const [first] = document === undefined ? [] : operationsOf(document);
  if (first?.name !== undefined) return first.name.value;
  const [field] = first?.selectionSet.selections ?? [];
  return field?.kind === Kind.FIELD ? `{ ${field.name.value} }` : undefined;
}
