import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
} from 'graphql';

/** One place of an operation where a text can be given. */
export interface StringArgument {
  /** 'Query.items where.keyword' */
  readonly name: string;
  readonly query: string;
  /** The variables of the operation with a text in that place. */
  variables(text: string): Readonly<Record<string, unknown>>;
}

/** Types whose objects are reached by a field of the root that needs no id. */
const ROOTS: Readonly<Record<string, string>> = { Query: '', Mutation: '', Snapshot: 'preview' };

/** Every argument of a schema that takes text, within input objects and lists too, each as an operation. */
export function stringArguments(schema: GraphQLSchema, ids: ReadonlyMap<string, string>): readonly StringArgument[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && name !== 'Subscription')
    .flatMap((type) => Object.values(type.getFields()).flatMap((field) => ofField(type, field, ids)));
}

function ofField(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  ids: ReadonlyMap<string, string>,
): readonly StringArgument[] {
  return field.args.flatMap((argument) =>
    textPlaces(argument.type, []).flatMap((path) => {
      const query = operation(type, field, ids);
      if (query === undefined) return [];
      const name = `${type.name}.${field.name} ${[argument.name, ...path].join('.')}`;
      const variables = (text: string) => valuesOf(field.args, argument, path, text);
      return [{ name, query, variables }];
    }),
  );
}

/** The paths below a type at which text stands; a type within itself is gone into once. */
function textPlaces(given: GraphQLInputType, within: readonly string[]): readonly (readonly string[])[] {
  const type = getNamedType(given);
  if (isScalarType(type)) return ['Int', 'Float', 'Boolean'].includes(type.name) ? [] : [[]];
  if (!isInputObjectType(type) || within.includes(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    textPlaces(field.type, [...within, type.name]).map((path) => [field.name, ...path]),
  );
}

function operation(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  ids: ReadonlyMap<string, string>,
): string | undefined {
  const declared = field.args.map(({ name, type: argument }) => `$${name}: ${argument}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const asked = `${field.name}(${given})${isLeafType(getNamedType(field.type)) ? '' : ` ${selection(field)}`}`;
  if (type.name === 'Mutation') return `mutation (${declared}) { ${asked} }`;
  const root = ROOTS[type.name];
  if (root !== undefined) return `query (${declared}) { ${root === '' ? asked : `${root} { ${asked} }`} }`;
  const id = ids.get(type.name);
  return id === undefined
    ? undefined
    : `query (${declared}) { node(id: "${id}") { ... on ${type.name} { ${asked} } } }`;
}

/** What makes the field read its rows, not only say what it is. */
function selection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  const fields = type.getFields();
  if ('nodes' in fields) return '{ nodes { __typename } edges { cursor } }';
  if ('errors' in fields) return '{ errors { code message field } }';
  return 'id' in fields ? '{ id }' : '{ __typename }';
}

function valuesOf(args: readonly GraphQLArgument[], at: GraphQLArgument, path: readonly string[], text: string) {
  return Object.fromEntries(
    args
      .filter((argument) => argument === at || isRequiredArgument(argument))
      .map((argument) => [argument.name, argument === at ? valueAt(argument.type, path, text) : plain(argument)]),
  );
}

function valueAt(given: GraphQLInputType, path: readonly string[], text: string): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [valueAt(type.ofType, path, text)];
  if (!isInputObjectType(type)) return text;
  const [next, ...rest] = path;
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => field.name === next || isRequiredInputField(field))
      .map((field) => [field.name, field.name === next ? valueAt(field.type, rest, text) : plain(field)]),
  );
}

/** A value that is of use wherever one is needed. */
function plain({ type, name }: GraphQLArgument | GraphQLInputField): unknown {
  return plainOf(type, name);
}

function plainOf(given: GraphQLInputType, name: string): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [plainOf(type.ofType, name)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, plain(field)]),
    );
  }
  switch (getNamedType(type).name) {
    case 'Int':
      return 1;
    case 'Boolean':
      return false;
    case 'DateTime':
      return '2199-01-01T00:00:00Z';
    case 'Date':
      return '2026-10-28';
    default:
      return name === 'publication' ? 'harbour-weekly' : 'a';
  }
}
