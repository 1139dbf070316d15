import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** An operation and the fragments that it spreads, at any depth: each once, however often it is spread. */
export function definitionsOf(
  context: ValidationContext,
  operation: OperationDefinitionNode,
): readonly (OperationDefinitionNode | FragmentDefinitionNode)[] {
  return [operation, ...context.getRecursivelyReferencedFragments(operation)];
}

/**
 * A number about a selection set that is put together from those of what it selects, fragments followed. That of a fragment is measured once, so
 * it takes time in proportion to the document; one that leads to itself, which another rule refuses, counts as nothing there.
 */
export function measureSelections(
  context: ValidationContext,
  combine: (numbers: readonly number[]) => number,
  ofField: (below: number) => number,
): (selections: SelectionSetNode) => number {
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, 0);
    const fragment = context.getFragment(name);
    const number = fragment ? measure(fragment.selectionSet) : 0;
    known.set(name, number);
    return number;
  };
  const measure = ({ selections }: SelectionSetNode): number =>
    combine(
      selections.map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
        if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet);
        const { name, selectionSet } = selection;
        // Introspection has a rule of its own: the standard query is deeper than what may be asked of the graph.
        if (name.value.startsWith('__')) return ofField(0);
        return ofField(selectionSet ? measure(selectionSet) : 0);
      }),
    );
  return measure;
}
