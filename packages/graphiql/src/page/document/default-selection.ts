import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** A field as it is first put into a query: with the arguments it must have, and enough of what is below for an answer. Lines, unindented. */
export function newField(field: GraphQLField<unknown, unknown>): string {
  return `${field.name}${newArguments(field)}${newSelection(field.type)}`;
}

/** ' {\n  id\n}' for a composite type, '' for a leaf. */
export function newSelection(type: GraphQLOutputType): string {
  const lines = selectionOf(type, 0);
  return lines === undefined ? '' : ` ${lines}`;
}

/** Fields that say what a thing is, the best first. */
const TELLING = ['title', 'name', 'heading', 'printed', 'text', 'slug', 'id'];

function selectionOf(type: GraphQLOutputType, depth: number): string | undefined {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return undefined;
  const inner = fieldsOf(named, depth) ?? '__typename';
  return `{\n${inner.replace(/^/gm, '  ')}\n}`;
}

function fieldsOf(type: GraphQLOutputType, depth: number): string | undefined {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const fields = type.getFields();
  const nodes = fields['nodes'];
  if (nodes && isListOf(nodes.type) && depth < 3) return `nodes ${selectionOf(nodes.type, depth + 1) ?? ''}`.trimEnd();
  const free = Object.values(fields).filter(({ args }) => !args.some(isRequiredArgument));
  const leaves = free.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
  const telling = TELLING.find((name) => leaves.includes(name));
  if (isAbstractType(type) && telling === undefined) return '__typename';
  if (telling !== undefined || leaves[0] !== undefined) return telling ?? leaves[0];
  const [composite] = depth < 3 ? free : [];
  return composite && `${composite.name} ${selectionOf(composite.type, depth + 1) ?? ''}`.trimEnd();
}

function isListOf(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function newArguments({ args }: GraphQLField<unknown, unknown>): string {
  const required = args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${placeholder(type)}`);
  return required.length === 0 ? '' : `(${required.join(', ')})`;
}

/** A value of a type that stands until the reader puts another: '', 0, the first of an enum. */
export function placeholder(type: GraphQLInputType): string {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return '[]';
  if (isEnumType(bare)) return bare.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(bare)) {
    const required = Object.values(bare.getFields()).filter(isRequiredInputField);
    return `{${required.map(({ name, type: inner }) => `${name}: ${placeholder(inner)}`).join(', ')}}`;
  }
  return { Int: '0', Float: '0', Boolean: 'false' }[bare.name] ?? '""';
}
