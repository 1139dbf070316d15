import { describe, expect, it } from 'vitest';
import { makeId, NODE_TYPES, parseId } from './id.js';

describe('makeId', () => {
  it('is the same for the same parts, in every database', () => {
    expect(makeId('issue', 'quay', '41')).toBe('issue_p302tgcc2cm9k03wk8ab');
  });

  it('is another for other parts, another order and another type', () => {
    const ids = [
      makeId('item', 'a', 'b'),
      makeId('item', 'b', 'a'),
      makeId('item', 'ab'),
      makeId('item', 'a', 'b', 1),
      makeId('event', 'a', 'b'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(Object.entries(NODE_TYPES))('makes ids of %s that tell their type', (prefix, type) => {
    const id = `${prefix}_${makeId('item', prefix).slice(5)}`;
    expect(parseId(id)).toEqual({ type, table: prefix, canonical: id, state: 'now' });
    expect(parseId(`${id}~draft`)).toEqual({ type, table: prefix, canonical: id, state: 'draft' });
    expect(parseId(`${id}~12`)).toEqual({ type, table: prefix, canonical: id, state: 12 });
  });
});

describe('parseId', () => {
  const digits = makeId('item', 'a').slice(5);
  it.each([
    '',
    'item',
    'item_',
    `item_${digits}x`,
    `item_${digits.slice(1)}`,
    `Item_${digits}`,
    `ship_${digits}`,
    `constructor_${digits}`,
    `item_${'i'.repeat(20)}`,
    `item_${digits}~`,
    `item_${digits}~past`,
    `item_${digits}~0`,
    `item_${digits}~012`,
    `item_${digits}~-1`,
    `item_${digits}~1e3`,
    `item_${digits}~1234567890123456`,
    `item_${digits}~1~draft`,
    `item_${digits}\n`,
    ` item_${digits}`,
  ])('knows %j for no id', (text) => expect(parseId(text)).toBeUndefined());
});
