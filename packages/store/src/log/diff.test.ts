import { describe, expect, it } from 'vitest';
import type { EntityNameRow, EntityRow, SectionRow } from '../tables.js';
import { diffRows } from './diff.js';

const keyword = (id: string, item_count = 1): EntityRow => ({ id, slug: id, name: id, name_key: id, item_count });
const form = (entity_id: string, name: string, uses = 1): EntityNameRow => ({
  entity_id,
  name,
  name_slug: name,
  method: 'PRINTED',
  confidence: 1,
  uses,
});
const section = (id: string, path: readonly string[]): SectionRow => ({
  id,
  issue_id: 'i',
  rubric_id: null,
  heading: 'h',
  path,
  depth: 1,
  position: 1,
  parent_id: null,
  introduction_text: null,
  introduction_markdown: null,
  introduction_html: null,
  span_start: 0,
  span_end: 1,
  span_line: 1,
  span_column: 1,
  span_text: 'h',
});

describe('diffRows', () => {
  it('tells rows that come, go and change, and leaves out the rest', () => {
    const present = { keyword: [keyword('a'), keyword('b'), keyword('c')] };
    const wanted = { keyword: [keyword('a'), keyword('b', 2), keyword('d')] };
    expect(diffRows(present, wanted)).toEqual([
      { table: 'keyword', removed: [keyword('b'), keyword('c')], added: [keyword('b', 2), keyword('d')] },
    ]);
  });

  it('does not look at the state that a row has been in since', () => {
    const old = { ...keyword('a'), since: 3 };
    expect(diffRows({ keyword: [old] }, { keyword: [keyword('a')] })).toEqual([]);
  });

  it('tells rows apart by all columns of their key', () => {
    const present = { entity_name: [form('a', 'x'), form('a', 'y')] };
    const wanted = { entity_name: [form('a', 'y'), form('b', 'x')] };
    expect(diffRows(present, wanted)).toEqual([
      { table: 'entity_name', removed: [form('a', 'x')], added: [form('b', 'x')] },
    ]);
  });

  it('tells a row of which a tally alone is another from rows that come and go', () => {
    const present = { entity_name: [form('a', 'x', 1), form('a', 'y', 4)] };
    const wanted = { entity_name: [form('a', 'x', 2), form('a', 'y', 4)] };
    expect(diffRows(present, wanted)).toEqual([
      { table: 'entity_name', removed: [], added: [], recounted: [form('a', 'x', 2)] },
    ]);
  });

  it('compares lists by what is in them', () => {
    const present = { section: [section('a', ['x', 'y'])] };
    expect(diffRows(present, { section: [section('a', ['x', 'y'])] })).toEqual([]);
    expect(diffRows(present, { section: [section('a', ['y', 'x'])] })).toHaveLength(1);
  });

  it('puts what is pointed at before what points', () => {
    const tables = diffRows(
      {},
      { entity_name: [form('a', 'x')], section: [section('a', [])], keyword: [keyword('a')] },
    );
    expect(tables.map(({ table }) => table)).toEqual(['keyword', 'entity_name', 'section']);
  });
});
