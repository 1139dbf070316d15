import {
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** Stands for a value of a variable that the compiled statement takes as a parameter. */
export class VariableReference {
  readonly path: readonly string[];
  /** Whether it is a list of one value. */
  readonly isSingle: boolean;

  constructor(path: readonly string[], isSingle = false) {
    this.path = path;
    this.isSingle = isSingle;
  }

  /** References look alike in a signature: which value stands there makes no other statement, but a list of one may. */
  toJSON(): object {
    return { $: this.isSingle ? '1' : 1 };
  }
}

/**
 * The shape of an operation's variables: scalars and lists of scalars and enums are references, while null, enums,
 * and the variables in `literal` (those of @skip and @include) are what they are. Lists of one value are told from
 * longer ones. Two calls whose skeletons print alike share one compiled statement.
 */
export function variablesSkeleton(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  literal: ReadonlySet<string>,
): Record<string, unknown> {
  const skeleton: Record<string, unknown> = {};
  for (const { variable, type: typeNode } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (!Object.hasOwn(variables, name)) continue;
    const type = typeFromAST(schema, typeNode);
    const value = variables[name];
    skeleton[name] = literal.has(name) || !isInput(type) ? value : skeletonOf(type, value, [name]);
  }
  return skeleton;
}

/** That shape where every call has the same, since each variable is a scalar that may not be null; else undefined. */
export function fixedSkeleton(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  literal: ReadonlySet<string>,
): Record<string, unknown> | undefined {
  const isFixed = variableDefinitions.every(({ variable, type: typeNode }) => {
    const type = typeFromAST(schema, typeNode);
    return isNonNullType(type) && isScalarType(type.ofType) && !literal.has(variable.name.value);
  });
  if (!isFixed) return undefined;
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  return Object.fromEntries(names.map((name) => [name, new VariableReference([name])]));
}

function skeletonOf(type: GraphQLInputType, value: unknown, path: readonly string[]): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return skeletonOf(type.ofType, value, path);
  if (isScalarType(type)) return new VariableReference(path);
  if (isListOfLeaves(type)) return new VariableReference(path, Array.isArray(value) && value.length === 1);
  if (isListType(type) && Array.isArray(value)) {
    return value.map((item, index) => skeletonOf(type.ofType, item, [...path, String(index)]));
  }
  if (isInputObjectType(type) && typeof value === 'object') {
    const fields = type.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        const field = fields[name];
        return [name, field ? skeletonOf(field.type, item, [...path, name]) : item];
      }),
    );
  }
  return value;
}

/** Whether a type is a list of scalars or enums, at any depth: such a list is one parameter. */
export function isListOfLeaves(type: GraphQLInputType): boolean {
  if (isNonNullType(type)) return isListOfLeaves(type.ofType);
  return isListType(type) && (isLeaf(type.ofType) || isListOfLeaves(type.ofType));
}

function isLeaf(type: GraphQLInputType): boolean {
  return isLeafType(isNonNullType(type) ? type.ofType : type);
}

function isInput(type: unknown): type is GraphQLInputType {
  return type !== undefined;
}
