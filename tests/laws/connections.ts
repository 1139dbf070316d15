import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A connection of the schema in one order. */
export interface ConnectionField {
  /** 'Keyword.items OLDEST' */
  readonly name: string;
  /** The type that it is a field of. */
  readonly type: string;
  readonly field: string;
  /** Its arguments beside those of pages, as they are written: ' orderBy: OLDEST'. */
  readonly args: string;
  readonly order: string | null;
  /** Whether it can be paged from its end. */
  readonly goesBack: boolean;
  /** The type of its nodes. */
  readonly node: string;
}

/** Arguments that a connection needs beside those of pages, by the field that has them. */
const NEEDED: Readonly<Record<string, string>> = { 'Query.search': 'query: "the"', 'Snapshot.search': 'query: "the"' };

/** Every connection of the schema, in each of its orders. A new one is found by itself; one that needs an argument has to be told which. */
export function connectionsOf(schema: GraphQLSchema): readonly ConnectionField[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
        .flatMap((field) => inItsOrders(type.name, field)),
    );
}

function inItsOrders(type: string, field: GraphQLField<unknown, unknown>): readonly ConnectionField[] {
  const needed = NEEDED[`${type}.${field.name}`];
  if (needed === undefined && field.args.some(isRequiredArgument)) {
    throw new Error(`${type}.${field.name} needs an argument: say in NEEDED which.`);
  }
  const orderBy = field.args.find(({ name }) => name === 'orderBy');
  const order = orderBy && getNullableType(orderBy.type);
  const orders = isEnumType(order) ? order.getValues().map(({ name }) => name) : [null];
  const goesBack = field.args.some(({ name }) => name === 'last');
  return orders.map((one) => ({
    name: `${type}.${field.name}${one === null ? '' : ` ${one}`}`,
    type,
    field: field.name,
    args: [needed, one === null ? undefined : `orderBy: ${one}`].filter((part) => part !== undefined).join(' '),
    order: one,
    goesBack,
    node: nodeOf(field),
  }));
}

function nodeOf(field: GraphQLField<unknown, unknown>): string {
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields()['nodes'] : undefined;
  if (nodes === undefined) throw new Error(`${field.name} is a connection without nodes.`);
  return getNamedType(nodes.type).name;
}
