import { buildSchema, type GraphQLInputType, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { inputText, valueOfInput } from './value-text.js';

function inputType(written: string): GraphQLInputType {
  const field = buildSchema(`enum E { A B } scalar Date type Query { a(x: ${written}): Int }`)
    .getQueryType()
    ?.getFields()['a'];
  const type = field?.args[0]?.type;
  if (type === undefined) throw new Error(`There is no ${written}.`);
  return type;
}

describe('what is written into the field of an argument', () => {
  it.each([
    { type: 'String', text: 'a "b"', value: '"a \\"b\\""' },
    { type: 'Date!', text: '2026-01-02', value: '"2026-01-02"' },
    { type: 'Int', text: '12', value: '12' },
    { type: 'Float', text: '1.5', value: '1.5' },
    { type: 'Boolean', text: 'true', value: 'true' },
    { type: 'E', text: 'A', value: 'A' },
    { type: '[String!]', text: 'a, b', value: '["a", "b"]' },
    { type: '[Int!]', text: '1,2', value: '[1, 2]' },
    { type: '[E!]', text: '', value: '[]' },
    { type: 'String', text: '$slug', value: '$slug' },
    { type: '[String!]', text: '$slug', value: '$slug' },
  ])('$text is $value in $type', ({ type, text, value }) => {
    const node = valueOfInput(inputType(type), text);
    expect(node && print(node)).toBe(value);
    expect(node && valueOfInput(inputType(type), inputText(node))).toEqual(node);
  });

  it.each([
    { type: 'Int', text: '1.' },
    { type: 'E', text: 'C' },
    { type: '[Int!]', text: '1, b' },
    { type: 'Boolean', text: 'yes' },
  ])('$text is no $type', ({ type, text }) => {
    expect(valueOfInput(inputType(type), text)).toBeUndefined();
  });
});
