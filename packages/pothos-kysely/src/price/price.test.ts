import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { librarySchema } from '../testing/library-schema.js';
import { priceOperation } from './price.js';

const PRICES: readonly [number, string, Readonly<Record<string, unknown>>?][] = [
  [0, '{ hello }'],
  [1, '{ library(slug: "x") { id slug } }'],
  [3, '{ books { nodes { id } } }'],
  [6, '{ books { nodes { id } edges { cursor node { id } } pageInfo { hasNextPage } } }'],
  [10, '{ books { totalCount } }'],
  [7, '{ books(first: 7) { nodes { id } } }'],
  [7, '{ books(last: 7) { nodes { id } } }'],
  [35, '{ books(first: 7) { nodes { id library { books(first: 3) { nodes { id } } } } } }'],
  [10, '{ libraries { id } }'],
  [10, '{ books(first: 1000) { nodes { id } } }'],
  [2, '{ a: library(slug: "x") { id } b: library(slug: "x") { id } }'],
  [1, '{ library(slug: "x") { id } ...More } fragment More on Query { library(slug: "x") { slug } }'],
  [4, 'query ($n: Int) { books(first: $n) { nodes { id } } }', { n: 4 }],
  [3, 'query ($n: Int) { books(first: $n) { nodes { id } } }', {}],
  [3, 'query ($n: Int) { books(first: $n) { nodes { id } } }', { n: null }],
  [0, 'query ($n: Int) { books(first: $n) { nodes { id } } }', { n: -5 }],
  [5, 'query ($n: Int, $m: Int) { books(first: $n, last: $m) { nodes { id } } }', { n: null, m: 5 }],
  [8, 'query ($n: Int!) { books(first: $n) { nodes { library { books(first: $n) { nodes { id } } } } } }', { n: 2 }],
  [3, '{ nodes(ids: ["a", "b", "c"]) { id } }'],
  [2, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] }],
  [3, 'query ($id: ID!) { nodes(ids: [$id, "b", $id]) { id } }', { id: 'a' }],
  [
    12,
    '{ nodes(ids: ["a", "b"]) { id ... on Library { books(first: 5) { nodes { id } } } ... on Author { books(first: 2) { nodes { id } } } } }',
  ],
  [1, 'query ($all: Boolean!) { library(slug: "x") { id books @include(if: $all) { nodes { id } } } }', { all: false }],
  [4, 'query ($all: Boolean!) { library(slug: "x") { id books @include(if: $all) { nodes { id } } } }', { all: true }],
  [0, '{ __schema { types { name fields { name } } } }'],
];

describe('the price of an operation', () => {
  test.each(PRICES)('is %d for %s', (price, text, variables = {}) => {
    const document = parse(text);
    expect(validate(librarySchema, document)).toEqual([]);
    expect(priceOperation(librarySchema, document, undefined)(variables)).toBe(price);
  });

  test('is that of the operation that is named, and nothing where there is none', () => {
    const document = parse('query A { books(first: 1) { nodes { id } } } query B { books(first: 2) { nodes { id } } }');
    expect([null, 'A', 'B', 'C'].map((name) => priceOperation(librarySchema, document, name)({}))).toEqual([
      0, 1, 2, 0,
    ]);
  });

  test('is told at once of fragments that double at every level', () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) =>
        `fragment F${level} on Book { a: library { books(first: $n) { nodes { ...F${level + 1} } } } ...F${level + 1} b: library { books(first: $n) { nodes { ...F${level + 1} } } } }`,
    );
    const document = parse(
      `query ($n: Int) { books { nodes { ...F30 } } } ${levels.join(' ')} fragment F40 on Book { id }`,
    );
    const before = performance.now();
    expect(priceOperation(librarySchema, document, undefined)({ n: 2 })).toBeGreaterThan(1_000);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
