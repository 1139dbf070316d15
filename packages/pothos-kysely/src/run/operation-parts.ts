import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What never changes about one operation of a document. */
export interface OperationParts {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables that @skip and @include look at. */
  readonly conditions: ReadonlySet<string>;
}

/** The operation of that name, or the only one; undefined where graphql-js would refuse to choose. */
export function operationParts(document: DocumentNode, name: string | null | undefined): OperationParts | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation, ...others] = name ? operations.filter((one) => one.name?.value === name) : operations;
  if (!operation || others.length > 0) return undefined;
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const conditions = new Set<string>();
  for (const { selectionSet } of [operation, ...fragments]) addConditions(selectionSet, conditions);
  return { operation, fragments: Object.fromEntries(fragments.map((one) => [one.name.value, one])), conditions };
}

function addConditions({ selections }: SelectionSetNode, found: Set<string>): void {
  for (const selection of selections) {
    for (const name of conditionsOf(selection)) found.add(name);
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) addConditions(selection.selectionSet, found);
  }
}

function conditionsOf({ directives = [] }: FieldNode | FragmentSpreadNode | InlineFragmentNode): readonly string[] {
  return directives
    .filter(({ name }) => name.value === 'skip' || name.value === 'include')
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ value }) => (value.kind === Kind.VARIABLE ? [value.name.value] : []));
}
