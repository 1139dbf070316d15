import { parse, print, stripIgnoredCharacters } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isQuery } from './operation.js';
import { isAstNode, printDocument } from './print-document.js';

const TEXTS = [
  '{ a }',
  'query Q($a: [Int!]! = [1, 2], $b: T = {x: "q\\"uote\\n", y: null}, $c: Boolean = true @d) @on(x: ENUM) { x: f(a: $a, b: {c: [1.5, -2]}) @skip(if: $c) { id ...F ... on T @include(if: true) { y } ... { z } } }\nfragment F on T @x { id }',
  'mutation { m(input: {text: """block "quoted" text"""}) { id } }',
  'subscription S($after: String) { changes(after: $after) { cursor } }',
];

describe('printDocument', () => {
  it.each(TEXTS)('prints what graphql-js reads as the same document: %s', (text) => {
    const document: unknown = JSON.parse(JSON.stringify(parse(text, { noLocation: true })));
    if (!isAstNode(document)) throw new Error('A document is a node.');
    const printed = printDocument(document);
    expect(stripIgnoredCharacters(print(parse(printed)))).toBe(stripIgnoredCharacters(print(parse(unblocked(text)))));
  });
});

/** Block strings are printed as plain ones. */
function unblocked(text: string): string {
  return text.replace(/"""(.*?)"""/g, (_, content: string) => JSON.stringify(content));
}

describe('isQuery', () => {
  it.each([
    ['{ a }', true],
    ['query { mutation }', true],
    ['# mutation\nquery { a }', true],
    ['query ($a: String = "mutation {") { a }', true],
    ['fragment F on T { a } mutation { b }', false],
    ['fragment F on T { a }, mutation M { b }', false],
    ['subscription { a }', false],
    ['query mutation { a }', false],
  ])('%s: %s', (text, expected) => {
    expect(isQuery(text)).toBe(expected);
  });
});
