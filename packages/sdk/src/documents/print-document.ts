/** A node of a parsed document, as graphql-js, graphql.web and gql.tada agree on: told apart by `kind`. */
export interface AstNode {
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** The text of a parsed document. What an executable document may hold is printed; nothing else is. */
export function printDocument(node: AstNode): string {
  const print = PRINTERS[node.kind];
  return print === undefined ? '' : print(node);
}

type Print = (node: AstNode) => string;

const PRINTERS: Readonly<Record<string, Print>> = {
  Document: (node) => many(node, 'definitions', '\n'),
  OperationDefinition: (node) =>
    `${node['operation']} ${one(node, 'name')}${wrapped('(', many(node, 'variableDefinitions', ', '), ')')}${directives(node)} ${one(node, 'selectionSet')}`,
  FragmentDefinition: (node) =>
    `fragment ${one(node, 'name')} on ${one(node, 'typeCondition')}${directives(node)} ${one(node, 'selectionSet')}`,
  VariableDefinition: (node) =>
    `${one(node, 'variable')}: ${one(node, 'type')}${wrapped(' = ', one(node, 'defaultValue'))}${directives(node)}`,
  SelectionSet: (node) => `{ ${many(node, 'selections', ' ')} }`,
  Field: (node) =>
    `${wrapped('', one(node, 'alias'), ': ')}${one(node, 'name')}${wrapped('(', many(node, 'arguments', ', '), ')')}${directives(node)}${wrapped(' ', one(node, 'selectionSet'))}`,
  FragmentSpread: (node) => `...${one(node, 'name')}${directives(node)}`,
  InlineFragment: (node) =>
    `...${wrapped(' on ', one(node, 'typeCondition'))}${directives(node)} ${one(node, 'selectionSet')}`,
  Directive: (node) => `@${one(node, 'name')}${wrapped('(', many(node, 'arguments', ', '), ')')}`,
  Argument: pair,
  ObjectField: pair,
  ObjectValue: (node) => `{${many(node, 'fields', ', ')}}`,
  ListValue: (node) => `[${many(node, 'values', ', ')}]`,
  Variable: (node) => `$${one(node, 'name')}`,
  NamedType: (node) => one(node, 'name'),
  ListType: (node) => `[${one(node, 'type')}]`,
  NonNullType: (node) => `${one(node, 'type')}!`,
  StringValue: (node) => JSON.stringify(node['value']),
  NullValue: () => 'null',
  Name: value,
  IntValue: value,
  FloatValue: value,
  BooleanValue: value,
  EnumValue: value,
};

function value(node: AstNode): string {
  return String(node['value']);
}

function pair(node: AstNode): string {
  return `${one(node, 'name')}: ${one(node, 'value')}`;
}

function directives(node: AstNode): string {
  return wrapped(' ', many(node, 'directives', ' '));
}

function one(node: AstNode, key: string): string {
  const child = node[key];
  return isAstNode(child) ? printDocument(child) : '';
}

function many(node: AstNode, key: string, between: string): string {
  const children = node[key];
  return Array.isArray(children) ? children.filter(isAstNode).map(printDocument).join(between) : '';
}

function wrapped(before: string, text: string, after = ''): string {
  return text === '' ? '' : `${before}${text}${after}`;
}

/** Whether a value is a node of a parsed document. */
export function isAstNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}
