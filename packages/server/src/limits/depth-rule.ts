import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Deepest selection that an operation may have; a field at the root has depth 1. */
export const MAX_DEPTH = 15;

/**
 * No field stands deeper than the limit, fragments followed. Introspection is not counted, so that the standard query passes.
 * A fragment's own depth is measured once, so the rule takes time in proportion to the document.
 */
export function depthRule(limit: number = MAX_DEPTH) {
  return (context: ValidationContext): ASTVisitor => {
    const depthOf = fragmentDepths(context);
    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet);
        if (depth <= limit) return;
        const message = `The operation is ${depth} fields deep; at most ${limit} are allowed. Ask for less at once, or follow ids in a second request.`;
        context.reportError(new GraphQLError(message, { nodes: operation, extensions: { code: 'DEPTH_LIMIT' } }));
      },
    };
  };
}

function fragmentDepths(context: ValidationContext): (selections: SelectionSetNode) => number {
  const known = new Map<string, number>();
  const depthOfFragment = (name: string): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    // A fragment that leads to itself is refused by another rule; here it only must end.
    known.set(name, 0);
    const fragment = context.getFragment(name);
    const depth = fragment ? depthOf(fragment.selectionSet) : 0;
    known.set(name, depth);
    return depth;
  };
  const depthOf = ({ selections }: SelectionSetNode): number => {
    let deepest = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) deepest = Math.max(deepest, depthOfFragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, depthOf(selection.selectionSet));
      else if (!selection.name.value.startsWith('__'))
        deepest = Math.max(deepest, 1 + (selection.selectionSet ? depthOf(selection.selectionSet) : 0));
    }
    return deepest;
  };
  return depthOf;
}
