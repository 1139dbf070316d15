import { describe, expect, it } from 'vitest';
import { makeId } from '../identity/id.js';
import type { AnyRow } from '../project/rows.js';
import type { StateTable } from '../tables.js';
import { entriesOf } from './entries.js';

const item = makeId('item', 'a');
const other = makeId('item', 'b');
const issue = makeId('issue', 'a');
const keyword = makeId('keyword', 'a');
const source = makeId('source', 'a');
const event = makeId('event', 'a');
const series = makeId('series', 'a');
const [above, below] = [makeId('section', 'a'), makeId('section', 'b')];

/** The entries of changes to tables, as 'ACTION id'. */
function told(...changes: readonly [StateTable, removed: AnyRow[], added: AnyRow[]][]): string[] {
  return entriesOf(changes.map(([table, removed, added]) => ({ table, removed, added })))
    .map(({ action, id }) => `${action} ${id}`)
    .sort();
}

describe('entriesOf', () => {
  it('tells what came, what went and what changed, each once', () => {
    const rows = (title: string, id: string) => ({ id, title });
    expect(
      told(['item', [rows('a', item), rows('b', other)], [rows('c', item)]], ['issue', [], [{ id: issue }]]),
    ).toEqual([`CREATED ${issue}`, `DELETED ${other}`, `UPDATED ${item}`].sort());
  });

  it('tells a node changed whose parts did', () => {
    expect(told(['heading', [], [{ item_id: item, issue_id: issue }]])).toEqual([`UPDATED ${item}`]);
    expect(told(['entity_name', [{ entity_id: source }], []])).toEqual([`UPDATED ${source}`]);
    expect(told(['item_keyword', [], [{ item_id: item, issue_id: issue, keyword_id: keyword }]])).toEqual(
      [`UPDATED ${issue}`, `UPDATED ${item}`].sort(),
    );
    expect(told(['event_mention', [], [{ item_id: item, issue_id: issue, event_id: event }]])).toEqual(
      [`UPDATED ${event}`, `UPDATED ${issue}`, `UPDATED ${item}`].sort(),
    );
  });

  it('lists entries in one order, whatever the order in which rows are found', () => {
    const rows = [{ id: item }, { id: other }];
    const list = (items: AnyRow[]) =>
      entriesOf([
        { table: 'item', removed: [], added: items },
        { table: 'issue', removed: [], added: [{ id: issue }] },
      ]).map(({ type, id }) => [type, id]);
    expect(list(rows.toReversed())).toEqual(list(rows));
    expect(list(rows)).toEqual([['Issue', issue], ...[item, other].sort().map((id) => ['Item', id])]);
  });

  it('tells a node that went with its parts as gone', () => {
    expect(told(['item', [{ id: item }], []], ['heading', [{ item_id: item }], []])).toEqual([`DELETED ${item}`]);
  });

  it('tells the sections between which an item moves, and the series that it joins', () => {
    const at = (section_id: string) => ({ id: item, section_id, position: 1 });
    const part = { item_id: item, series_id: series, ordinal: 1 };
    expect(told(['item', [at(above)], [at(below)]], ['series_part', [], [part]])).toEqual(
      [`UPDATED ${item}`, `UPDATED ${above}`, `UPDATED ${below}`, `UPDATED ${series}`].sort(),
    );
  });

  it('does not tell a section changed whose item only has other words', () => {
    const words = (body_text: string) => ({ id: item, section_id: above, position: 1, body_text });
    expect(told(['item', [words('a')], [words('b')]])).toEqual([`UPDATED ${item}`]);
  });
});
