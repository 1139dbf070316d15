import {
  GraphQLBoolean,
  type GraphQLError,
  GraphQLID,
  GraphQLInt,
  type GraphQLSchema,
  GraphQLString,
  getVariableValues,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** Values by the names of variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** What a call gives for an operation's variables, as graphql-js coerces it, or what is wrong with it. */
export type CoerceVariables = (given: Variables) => Coerced;

type Coerced =
  | { readonly coerced: Variables; readonly errors?: never }
  | { readonly errors: readonly GraphQLError[]; readonly coerced?: never };

/** Errors of one call's variables that are told at once. */
const MOST_ERRORS = 20;

/**
 * Coerces the variables of one operation as graphql-js does. Which types they have is looked up once: values that are what such a type takes as
 * it is are taken so, and wherever one is not, graphql-js has them all.
 */
export function variablesCoercer(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): CoerceVariables {
  const inFull: CoerceVariables = (given) =>
    getVariableValues(schema, variableDefinitions, given, { maxErrors: MOST_ERRORS });
  const plain = variableDefinitions.flatMap(({ variable, type: typeNode, defaultValue }) => {
    const type = typeFromAST(schema, typeNode);
    const isPlain = defaultValue === undefined && isNonNullType(type) ? PLAIN.get(type.ofType) : undefined;
    return isPlain === undefined ? [] : [{ name: variable.name.value, isPlain }];
  });
  if (plain.length < variableDefinitions.length || plain.some(({ name }) => name === '__proto__')) return inFull;
  return (given) => {
    const coerced: Record<string, unknown> = {};
    for (const { name, isPlain } of plain) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (!isPlain(value)) return inFull(given);
      coerced[name] = value;
    }
    return { coerced };
  };
}

const isText = (value: unknown): boolean => typeof value === 'string';

/** What a type takes as it is; other things too, after some thought. */
const PLAIN: ReadonlyMap<unknown, (value: unknown) => boolean> = new Map<unknown, (value: unknown) => boolean>([
  [GraphQLString, isText],
  [GraphQLID, isText],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
]);
