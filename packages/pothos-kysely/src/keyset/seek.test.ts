import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { literalParam } from '../arguments/param.js';
import { compileStatement } from '../run/compile-statement.js';
import type { AnyOrderKey } from '../source/source.js';
import { type Side, seek } from './seek.js';

const CASES: readonly (readonly [order: string, side: Side, condition: string])[] = [
  ['a asc', 'after', 'a > $1::int4'],
  ['a desc', 'after', 'a < $1::int4'],
  ['a asc', 'atOrBefore', 'a <= $1::int4'],
  ['a asc, b asc', 'after', '(a, b) > ($1::int4, $2::int4)'],
  ['a desc, b desc', 'before', '(a, b) > ($1::int4, $2::int4)'],
  ['a desc, b asc', 'after', 'a <= $1::int4 and (a < $2::int4 or b > $3::int4)'],
  ['a desc, b asc', 'atOrAfter', 'a <= $1::int4 and (a < $2::int4 or b >= $3::int4)'],
  ['a desc, b asc, c asc', 'after', 'a <= $1::int4 and (a < $2::int4 or (b, c) > ($3::int4, $4::int4))'],
  [
    'a asc, b desc, c asc',
    'before',
    'a <= $1::int4 and (a < $2::int4 or b >= $3::int4 and (b > $4::int4 or c < $5::int4))',
  ],
];

test.each(CASES)('%s, %s the cursor: %s', (order, side, condition) => {
  expect(compileStatement(seek(keysOf(order), literalParam(['1', '2', '3']), side)).sql).toBe(condition);
});

function keysOf(order: string): readonly AnyOrderKey[] {
  return order.split(', ').map((part) => ({
    key: sql.raw(part.slice(0, 1)),
    direction: part.endsWith('desc') ? 'desc' : 'asc',
    type: 'int4',
  }));
}
