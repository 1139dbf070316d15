import { Kind, parse, parseValue, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { setArgument, valueFrom, withObjectField } from './edit-argument.js';
import { operationsOf } from './operations.js';

function set(text: string, name: string, value: string | undefined): string {
  const field = operationsOf(parse(text))[0]?.selectionSet.selections[0];
  if (field?.kind !== Kind.FIELD) throw new Error('There is no field.');
  return setArgument(text, field, name, value === undefined ? undefined : parseValue(value));
}

describe('an argument of a field', () => {
  it.each([
    { text: '{ a }', name: 'x', value: '1', gives: '{ a(x: 1) }' },
    { text: '{ b: a { c } }', name: 'x', value: '"q"', gives: '{ b: a(x: "q") { c } }' },
    { text: '{ a(x: 1) }', name: 'y', value: '[E]', gives: '{ a(x: 1, y: [E]) }' },
    { text: '{ a(x: 1, y: 2) }', name: 'x', value: '3', gives: '{ a(x: 3, y: 2) }' },
    { text: '{ a(x: 1, y: 2) }', name: 'x', value: undefined, gives: '{ a(y: 2) }' },
    { text: '{ a(x: 1, y: 2) }', name: 'y', value: undefined, gives: '{ a(x: 1) }' },
    { text: '{ a(x: 1) { b } }', name: 'x', value: undefined, gives: '{ a { b } }' },
    { text: 'query($x: Int) { a(x: $x) }', name: 'x', value: undefined, gives: 'query { a }' },
    { text: 'query($x: Int) { a(x: $x) }', name: 'x', value: '1', gives: 'query { a(x: 1) }' },
  ])('$name of $text becomes $value', ({ text, name, value, gives }) => {
    expect(set(text, name, value)).toBe(gives);
  });
});

const parsed = (source: string | undefined) => (source === undefined ? undefined : valueFrom(source));

describe('a field of an input object', () => {
  const written = (object: string | undefined, name: string, value: string | undefined) => {
    const result = withObjectField(parsed(object), name, parsed(value));
    return result && print(result);
  };

  it('is put in, changed in its place, and taken out', () => {
    expect(written(undefined, 'a', '1')).toBe('{a: 1}');
    expect(written('{a: 1, b: 2}', 'a', '3')).toBe('{a: 3, b: 2}');
    expect(written('{a: 1, b: 2}', 'a', undefined)).toBe('{b: 2}');
    expect(written('{a: 1}', 'a', undefined)).toBeUndefined();
  });
});
