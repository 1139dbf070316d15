import { buildSchema, getVariableValues, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import { variablesCoercer } from './coerce-variables.js';

const schema = buildSchema('scalar Day enum Order { UP DOWN } input Range { from: Int } type Query { field: Int }');

const TYPES = [
  'String!',
  'ID!',
  'Int!',
  'Boolean!',
  'String',
  'Int = 3',
  'Int! = 3',
  '[String!]!',
  'Order!',
  'Range!',
  'Day!',
  'Query',
  'None!',
];

const VALUES: readonly unknown[] = [
  'a',
  '',
  '7',
  7,
  -7,
  0,
  1.5,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 53,
  Number.NaN,
  true,
  false,
  null,
  undefined,
  [],
  ['a'],
  {},
  { from: 1 },
  'UP',
];

test.each(TYPES)('coerces values of %s as graphql-js does', (type) => {
  const operation = operationWith(`$a: ${type}`);
  const coerce = variablesCoercer(schema, operation);
  for (const given of [{}, ...VALUES.map((a) => ({ a })), { a: 'a', more: 1 }]) {
    expect(coerce(given)).toEqual(inFull(operation, given));
  }
});

test.each(['$a: String!, $b: Int!', '$a: String!, $__proto__: String!', '$a: String!, $toString: String!'])(
  'coerces variables beside one another as graphql-js does: %s',
  (definitions) => {
    const operation = operationWith(definitions);
    const coerce = variablesCoercer(schema, operation);
    for (const text of [
      '{"a":"x","b":1}',
      '{"a":"x","b":"y"}',
      '{"a":1,"b":"y"}',
      '{"b":1}',
      '{"a":"x","__proto__":"y","toString":"z"}',
    ]) {
      expect(coerce(JSON.parse(text))).toEqual(inFull(operation, JSON.parse(text)));
    }
  },
);

test('tells at most twenty errors', () => {
  const names = Array.from({ length: 40 }, (_, index) => `$a${index}: Int!`);
  const { errors = [] } = variablesCoercer(schema, operationWith(names.join(' ')))({});
  expect(errors).toHaveLength(21);
  expect(errors.at(-1)?.message).toMatch(/Too many errors/);
});

function operationWith(definitions: string): OperationDefinitionNode {
  const operation = parse(`query (${definitions}) { field }`).definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The document has no operation.');
  return operation;
}

function inFull({ variableDefinitions = [] }: OperationDefinitionNode, given: Record<string, unknown>) {
  return getVariableValues(schema, variableDefinitions, given, { maxErrors: 20 });
}
