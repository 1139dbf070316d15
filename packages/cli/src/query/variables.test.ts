import { expect, it } from 'vitest';
import { UsageError } from '../command-error.js';
import { findOperation } from './operation.js';
import { readVariables } from './variables.js';

const OPERATION = findOperation(
  `query Q($slug: String!, $id: ID, $first: Int, $near: Boolean, $on: Date, $tags: [String!], $where: IssueFilter) {
    nodes(ids: []) { id }
  }`,
  undefined,
);

it.each([
  ['a text as it stands', ['slug=204'], { slug: '204' }],
  ['a text with what JSON would make of it', ['slug=null', 'id={"a":1}'], { slug: 'null', id: '{"a":1}' }],
  ['a number and a Boolean', ['first=5', 'near=true'], { first: 5, near: true }],
  ['null for what may be null', ['first=null'], { first: null }],
  ['another type as it stands', ['on=2026-10-28'], { on: '2026-10-28' }],
  ['an input object', ['where={"number":204}'], { where: { number: 204 } }],
  ['a list of one', ['tags=a,b'], { tags: ['a,b'] }],
  ['a list of several', ['tags=a', 'tags=b'], { tags: ['a', 'b'] }],
  ['a list as JSON', ['tags=["a","b"]'], { tags: ['a', 'b'] }],
  ['a value with = and line ends', ['slug=a=b\nc'], { slug: 'a=b\nc' }],
])('reads %s', (_, pairs, variables) => {
  expect(readVariables(OPERATION, undefined, pairs)).toEqual(variables);
});

it('puts pairs over those of a JSON object', () => {
  expect(readVariables(OPERATION, '{"slug":"1","first":2}', ['first=3'])).toEqual({ slug: '1', first: 3 });
});

it.each([
  ['a pair without =', undefined, ['slug'], /Write --var name=value/],
  ['a variable that the operation does not have', undefined, ['slog=1'], /no variable \$slog: it has \$slug, \$id/],
  ['a number that is none', undefined, ['first=five'], /'first' is 'five'/],
  ['a value twice', undefined, ['slug=a', 'slug=b'], /no list and is given twice/],
  ['JSON that is no object', '[1]', [], /takes a JSON object/],
  ['what is no JSON', '{', [], /takes a JSON object/],
])('refuses %s', (_, json, pairs, message) => {
  expect(() => readVariables(OPERATION, json, pairs)).toThrow(UsageError);
  expect(() => readVariables(OPERATION, json, pairs)).toThrow(message);
});
