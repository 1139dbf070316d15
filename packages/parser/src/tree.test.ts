import type { Literal, Node, Parent } from 'unist';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.js';
import { print } from './print.js';
import { isLeaf, leavesOf } from './tree-walk.js';

const document = 'T (Issue 1)\nLaws and Regulations\n\nNational\n1. A\n[Keyword: K]\nText\nSource: S\n\nQ&A\n';
const { tree } = parse(document);

describe('the tree', () => {
  it('is a unist tree', () => {
    const root: Node & Parent = { ...tree, children: [...tree.children] };
    const literals: Literal[] = leavesOf(tree);
    expect(root.type).toBe('issue');
    expect(literals.every(({ value }) => typeof value === 'string')).toBe(true);
  });

  it('prints any node as it stands in the document', () => {
    const section = tree.children.find((child) => child.type === 'section');
    expect(section && print(section)).toBe(document.slice(12, document.indexOf('\nQ&A')));
  });

  it('keeps blank lines before a heading outside of the item above', () => {
    const places = tree.children.map((child) => (isLeaf(child) ? child.type : child.children.map(({ type }) => type)));
    expect(places).toEqual(['title', ['heading', 'blank', 'section'], 'blank', ['heading']]);
  });
});
