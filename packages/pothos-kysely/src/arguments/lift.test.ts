import { buildSchema, type FieldNode, type GraphQLField, getVariableValues, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { liftArguments, plainValue } from './lift.js';
import { isParam } from './param.js';
import { variablesSkeleton } from './skeleton.js';

const schema = buildSchema(`
  enum Kind { NOVEL ATLAS }
  input Range { from: Int = 1, to: Int }
  input Filter { kind: Kind, kinds: [Kind!], names: [String!], range: Range, ranges: [Range!], exact: Boolean }
  type Query { books(where: Filter, kind: Kind = NOVEL, first: Int): Int }
`);

const CASES = [
  ['(first: 3)', '', {}, { kind: 'NOVEL', first: 'P' }, { kind: 'NOVEL', first: 3 }],
  ['(first: $a)', '$a: Int', { a: 5 }, { kind: 'NOVEL', first: 'P' }, { kind: 'NOVEL', first: 5 }],
  ['(first: $a)', '$a: Int', {}, { kind: 'NOVEL' }, { kind: 'NOVEL' }],
  ['(first: $a)', '$a: Int', { a: null }, { kind: 'NOVEL', first: null }, { kind: 'NOVEL' }],
  ['(kind: $k)', '$k: Kind', { k: 'ATLAS' }, { kind: 'ATLAS' }, { kind: 'ATLAS' }],
  [
    '(where: $w)',
    '$w: Filter',
    { w: { kind: 'ATLAS', kinds: ['NOVEL'], names: ['a', 'b'], range: { to: null }, exact: true } },
    { kind: 'NOVEL', where: { kind: 'ATLAS', kinds: 'P', names: 'P', range: { from: 'P', to: null }, exact: 'P' } },
    { kind: 'NOVEL', where: { exact: true, kind: 'ATLAS', kinds: ['NOVEL'], names: ['a', 'b'], range: { from: 1 } } },
  ],
  [
    '(where: { names: ["x", $n], ranges: [{ to: $t }, { from: 4 }] })',
    '$n: String!, $t: Int',
    { n: 'y', t: 9 },
    { kind: 'NOVEL', where: { names: 'P', ranges: [{ from: 'P', to: 'P' }, { from: 'P' }] } },
    { kind: 'NOVEL', where: { names: ['x', 'y'], ranges: [{ from: 1, to: 9 }, { from: 4 }] } },
  ],
] as const;

test.each(CASES)('books%s with (%s) and %j', (args, definitions, given, shape, values) => {
  const { lifted, variables } = lift(args, definitions, given);
  expect(shapeOf(lifted)).toEqual(shape);
  expect(plainValue(lifted, { token: {}, variables, context: null, lookups: new Map() })).toEqual(values);
});

test.each([
  ['(where: $w)', '$w: Filter', { w: { names: ['a'] } }, true],
  ['(where: $w)', '$w: Filter', { w: { names: ['a', 'b'] } }, false],
  ['(where: $w)', '$w: Filter', { w: { names: 'a' } }, true],
  ['(where: { names: ["a"] })', '', {}, true],
  ['(where: { names: [$n] })', '$n: String!', { n: 'a' }, true],
  ['(where: { names: ["a", $n] })', '$n: String!', { n: 'b' }, false],
] as const)('books%s with (%s) and %j knows whether names is a list of one', (args, definitions, given, isSingle) => {
  expect(lift(args, definitions, given).lifted).toMatchObject({ where: { names: { isSingle } } });
});

test('variables of one shape print one skeleton, whatever their values', () => {
  const print = (w: object) => JSON.stringify(lift('(where: $w)', '$w: Filter', { w }).skeleton);
  expect(print({ names: ['a', 'b'], range: { from: 1 } })).toBe(print({ names: ['c', 'd', 'e'], range: { from: 2 } }));
  expect(print({ names: ['a'] })).toBe(print({ names: ['b'] }));
  expect(print({ names: ['a'] })).not.toBe(print({ names: ['b', 'c'] }));
  expect(print({ kind: 'ATLAS' })).not.toBe(print({ kind: 'NOVEL' }));
  expect(print({ names: null })).not.toBe(print({ names: [] }));
});

function lift(args: string, definitions: string, given: Record<string, unknown>) {
  const document = parse(`query ${definitions && `(${definitions})`} { books${args} }`);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const { coerced: variables = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const skeleton = variablesSkeleton(schema, operation, variables, new Set());
  return {
    skeleton,
    variables,
    lifted: liftArguments(fieldOf(), nodeOf(operation.selectionSet.selections[0]), skeleton),
  };
}

function fieldOf(): GraphQLField<unknown, unknown> {
  const field = schema.getQueryType()?.getFields()['books'];
  if (!field) throw new Error('no field');
  return field;
}

function nodeOf(node: { readonly kind: Kind } | undefined): FieldNode {
  if (node && isField(node)) return node;
  throw new Error('no field');
}

function isField(node: { readonly kind: Kind }): node is FieldNode {
  return node.kind === Kind.FIELD;
}

function shapeOf(value: unknown): unknown {
  if (isParam(value)) return 'P';
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeOf(item)]));
}
