import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const schema = buildSchema(readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8'));

/** Every field of every object that a reader can reach: 'Issue.title'. What mutations answer with is not public content. */
export function publicFields(): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const content = types.filter(({ name }) => !/^(__|Mutation$|Subscription$|UserError$)|Payload$/.test(name));
  return new Set(content.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)));
}

/** The fields that an operation asks for: 'Issue.title'. */
export function fieldsIn(operation: string): ReadonlySet<string> {
  const fields = new Set<string>();
  const types = new TypeInfo(schema);
  const visitor = {
    Field: ({ name }: FieldNode): void => {
      fields.add(`${types.getParentType()?.name}.${name.value}`);
    },
  };
  visit(parse(operation), visitWithTypeInfo(types, visitor));
  return fields;
}

/** One connection in one order, asked for a page at a time. */
export interface ConnectionSelection {
  /** Key of the answer: 'items_NEWEST'. */
  readonly key: string;
  /** The field with its arguments, from a cursor on. */
  page(after: string | null): string;
}

/** All that can be asked of a type without knowing more than its node. */
export interface TypeSelection {
  /** Every field but connections, whatever its format or order; other nodes by their ids. */
  readonly own: string;
  readonly connections: readonly ConnectionSelection[];
}

/** How to ask. */
export interface Asking {
  /** What 'today' is to be. */
  readonly day: string;
  /** Names of fields that are not asked for, wherever they stand. */
  readonly without?: readonly string[];
}

/** What to ask of a type by its name. Fields that need an argument (`issue(slug:)`) are left out. */
export function selectionOf(name: string, asking: Asking): TypeSelection {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema.`);
  const fields = fieldsOf(type, asking);
  return {
    own: fields
      .filter((field) => !isConnection(getNamedType(field.type)))
      .flatMap((field) => print(field, asking))
      .join(' '),
    connections: fields
      .filter((field) => isConnection(getNamedType(field.type)))
      .flatMap((field) => connectionsOf(field, asking)),
  };
}

function fieldsOf(type: GraphQLObjectType, { without = [] }: Asking): GraphQLField<unknown, unknown>[] {
  const fields = Object.values(type.getFields()).filter(
    ({ name, args }) => !without.includes(name) && !args.some((arg) => isRequiredArgument(arg)),
  );
  // A state is a graph of its own, and walked as one; the log tells how the graph came about, and is no part of it.
  return fields.filter((field) => !['Snapshot', 'ChangeConnection'].includes(getNamedType(field.type).name));
}

function isConnection(type: GraphQLNamedType): type is GraphQLObjectType {
  return isObjectType(type) && type.getFields()['pageInfo'] !== undefined;
}

function connectionsOf(field: GraphQLField<unknown, unknown>, asking: Asking): ConnectionSelection[] {
  const page = selectPage(getNamedType(field.type), asking);
  return variantsOf(field, asking).map(({ alias, args }) => ({
    key: alias,
    page: (after) => {
      const all = [...args, 'first: 100', ...(after === null ? [] : [`after: ${JSON.stringify(after)}`])];
      return `${alias}: ${field.name}(${all.join(', ')}) ${page}`;
    },
  }));
}

function selectPage(type: GraphQLNamedType, asking: Asking): string {
  if (!isObjectType(type)) throw new Error(`${type.name} is no connection.`);
  const edges = type.getFields()['edges'];
  const edge = edges === undefined ? undefined : getNamedType(edges.type);
  if (!isObjectType(edge)) throw new Error(`${type.name} has no edges.`);
  return `{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { __typename id } edges ${select(edge, asking)} }`;
}

/** A field once for each value of its arguments that are enums, with the day where it takes one. */
function print(field: GraphQLField<unknown, unknown>, asking: Asking): string[] {
  const selection = select(getNamedType(field.type), asking);
  return variantsOf(field, asking).map(({ alias, args }) => {
    const given = args.length === 0 ? '' : `(${args.join(', ')})`;
    return `${alias}: ${field.name}${given}${selection}`;
  });
}

function variantsOf(field: GraphQLField<unknown, unknown>, asking: Asking): { alias: string; args: string[] }[] {
  const fixed = field.args.filter(isDay).map(({ name }) => `${name}: ${JSON.stringify(asking.day)}`);
  const choice = field.args.find(({ type }) => isEnumType(getNamedType(type)));
  const values = choice === undefined ? undefined : getNamedType(choice.type);
  if (choice === undefined || !isEnumType(values)) return [{ alias: field.name, args: fixed }];
  return values
    .getValues()
    .map(({ name }) => ({ alias: `${field.name}_${name}`, args: [...fixed, `${choice.name}: ${name}`] }));
}

function isDay({ name, type }: GraphQLArgument): boolean {
  return name === 'on' && getNamedType(type).name === 'Date';
}

/** Braces for what is no leaf: a node by its id, anything else whole. */
function select(type: GraphQLNamedType, asking: Asking): string {
  if (isLeafType(type)) return '';
  if (isNode(type)) return ' { __typename id }';
  if (isObjectType(type))
    return ` { ${fieldsOf(type, asking)
      .flatMap((field) => print(field, asking))
      .join(' ')} }`;
  if (!isInterfaceType(type) && !isUnionType(type)) return '';
  const parts = schema.getPossibleTypes(type).map((part) => `... on ${part.name}${select(part, asking)}`);
  return ` { __typename ${parts.join(' ')} }`;
}

function isNode(type: GraphQLNamedType): boolean {
  if (isInterfaceType(type) && type.name === 'Node') return true;
  return (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node');
}
