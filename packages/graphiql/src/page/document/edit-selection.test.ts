import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { addOperation, addSelection, type Holder, removeSelection } from './edit-selection.js';
import { operationsOf } from './operations.js';

/** The nodes from the first operation down to the field of a way such as 'issues.nodes'. */
function wayTo(text: string, way: string) {
  const [operation] = operationsOf(parse(text));
  if (operation === undefined) throw new Error('There is no operation.');
  const path: Holder[] = [operation];
  for (const name of way === '' ? [] : way.split('.')) {
    const field = path
      .at(-1)
      ?.selectionSet?.selections.find((node) => node.kind === Kind.FIELD && node.name.value === name);
    if (field?.kind !== Kind.FIELD) throw new Error(`There is no ${name}.`);
    path.push(field);
  }
  return path;
}

function added(text: string, way: string, lines: string): string {
  const holder = wayTo(text, way).at(-1);
  return holder === undefined ? text : addSelection(text, holder, lines);
}

function removed(text: string, way: string): string {
  const path = wayTo(text, way);
  const node = path.at(-1);
  return node?.kind === Kind.FIELD ? removeSelection(text, [...path.slice(0, -1), node]) : text;
}

describe('putting a field into a query', () => {
  it.each([
    { into: '{\n  a {\n    b\n  }\n}', way: 'a', lines: 'c', gives: '{\n  a {\n    b\n    c\n  }\n}' },
    {
      into: '{\n  a {\n    b # why\n  }\n}',
      way: 'a',
      lines: 'c {\n  d\n}',
      gives: '{\n  a {\n    b # why\n    c {\n      d\n    }\n  }\n}',
    },
    { into: '{ a { b } }', way: 'a', lines: 'c {\n  d\n}', gives: '{ a { b c { d } } }' },
    { into: '{a{b}}', way: 'a', lines: 'c', gives: '{a{b c }}' },
    { into: '{\n  a\n}', way: 'a', lines: 'c', gives: '{\n  a {\n    c\n  }\n}' },
    { into: '# one\nquery Q {\n  a\n}\n# two', way: '', lines: 'c', gives: '# one\nquery Q {\n  a\n  c\n}\n# two' },
  ])('makes $gives', ({ into, way, lines, gives }) => {
    const text = added(into, way, lines);
    expect(text).toBe(gives);
    expect(() => parse(text)).not.toThrow();
  });

  it('begins an operation with a name that is not taken', () => {
    expect(addOperation('', 'query', 'a')).toBe('query MyQuery {\n  a\n}\n');
    expect(addOperation('# note\n', 'mutation', 'a')).toBe('# note\n\nmutation MyMutation {\n  a\n}\n');
    expect(addOperation('query MyQuery { a }', 'query', 'b')).toBe('query MyQuery { a }\n\nquery MyQuery2 {\n  b\n}\n');
  });
});

describe('taking a field out of a query', () => {
  it.each([
    { from: '{\n  a {\n    b\n    c # gone too\n  }\n}', way: 'a.c', gives: '{\n  a {\n    b\n  }\n}' },
    { from: '{ a { b c } }', way: 'a.b', gives: '{ a { c } }' },
    { from: '{\n  a {\n    b\n  }\n  c\n}', way: 'a.b', gives: '{\n  c\n}' },
    { from: '# one\n{\n  a {\n    b\n  }\n}\n', way: 'a.b', gives: '# one\n' },
    {
      from: 'query Q($x: Int, $y: Int) {\n  a(x: $x)\n  b(y: $y)\n}',
      way: 'a',
      gives: 'query Q($y: Int) {\n  b(y: $y)\n}',
    },
    { from: 'query Q($x: Int) {\n  a(x: $x)\n  b\n}', way: 'a', gives: 'query Q {\n  b\n}' },
    { from: 'query Q($x: Int) {\n  a\n  b\n}', way: 'a', gives: 'query Q($x: Int) {\n  b\n}' },
  ])('leaves $gives', ({ from, way, gives }) => {
    expect(removed(from, way)).toBe(gives);
  });
});
