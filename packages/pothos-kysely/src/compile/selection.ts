import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLDirective,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';

/** What selections are collected with. */
export interface SelectionContext {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Variables; those of @skip and @include stand here with their values. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One response key of an object, with every field node that is merged under it. */
export interface Selection {
  readonly responseKey: string;
  readonly node: FieldNode;
  readonly nodes: readonly FieldNode[];
}

/**
 * The response keys of an object of a concrete type, in the order of the response: fragments spread, type conditions
 * met, @skip and @include obeyed, fields of one key merged.
 * @see https://spec.graphql.org/October2021/#CollectFields()
 */
export function collectSelections(
  context: SelectionContext,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): readonly Selection[] {
  const grouped = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const set of sets) if (set) collect(context, type, set, grouped, visited);
  return [...grouped].flatMap(([responseKey, nodes]) => {
    const [node] = nodes;
    return node ? [{ responseKey, node, nodes }] : [];
  });
}

function collect(
  context: SelectionContext,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  grouped: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const selection of set.selections) {
    if (!isIncluded(context, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      grouped.set(key, [...(grouped.get(key) ?? []), selection]);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : firstVisit(context, selection.name.value, visited);
    if (fragment && isMet(context, type, fragment)) collect(context, type, fragment.selectionSet, grouped, visited);
  }
}

function firstVisit(context: SelectionContext, name: string, visited: Set<string>): FragmentDefinitionNode | undefined {
  if (visited.has(name)) return undefined;
  visited.add(name);
  return context.fragments[name];
}

function isIncluded(context: SelectionContext, node: { readonly directives?: readonly DirectiveNode[] }): boolean {
  return (
    condition(context, GraphQLSkipDirective, node) !== true &&
    condition(context, GraphQLIncludeDirective, node) !== false
  );
}

function condition(
  context: SelectionContext,
  directive: GraphQLDirective,
  node: { readonly directives?: readonly DirectiveNode[] },
): unknown {
  return getDirectiveValues(directive, node, context.variables)?.['if'];
}

type Conditioned = Pick<FragmentDefinitionNode, 'selectionSet'> & {
  readonly typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined;
};

function isMet({ schema }: SelectionContext, type: GraphQLObjectType, fragment: Conditioned): boolean {
  if (!fragment.typeCondition) return true;
  const condition = typeFromAST(schema, fragment.typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
