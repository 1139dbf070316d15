import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { checkOf, readCursor } from './cursor.js';

const encoded = (check: Buffer, text: string) => check.toString('hex') + Buffer.from(text).toString('hex');
const forged = (tag: string, ...keys: string[]) => encoded(checkOf(tag, keys), keys.join('\u001f'));
const printed = (parts: readonly unknown[]) => `[${parts.map((part) => JSON.stringify(part)).join(', ')}]`;
const listed = (tag: string, ...keys: string[]) => encoded(checkOf(tag, keys), printed(keys));

test('gives back the keys of a cursor of its own list', () => {
  const keys = ['Ünal "A"', '7'];
  expect(readCursor(forged('tag', ...keys), 'tag', ['text', 'int4'], 'books(after:)')).toEqual(keys);
});

test.each([
  [
    ['7', 'a\u001fb\u001f', '8'],
    ['int4', 'text', 'int4'],
  ],
  [
    ['\u001f', '8'],
    ['text', 'int4'],
  ],
  [
    ['8', '\u001f\u001f'],
    ['int4', 'text'],
  ],
] as const)('keeps the separator within a text of %j', (keys, types) => {
  expect(readCursor(forged('tag', ...keys), 'tag', types, 'books(after:)')).toEqual(keys);
});

test('tells two texts apart, whatever they hold', () => {
  const keys = ['a\u001f', '\u001fb'];
  expect(readCursor(listed('tag', ...keys), 'tag', ['text', 'text'], 'books(after:)')).toEqual(keys);
});

test.each([
  ['of another list', forged('other', 'a', '7')],
  ['with too few keys', forged('tag', 'a')],
  ['whose key has another type, though its check is right', forged('tag', 'a', "7' or true")],
  ['whose number is out of range', forged('tag', 'a', '99999999999')],
  ['with a NUL byte', forged('tag', 'a\0', '7')],
  ['in the form of a list of texts', listed('tag', 'a', '7')],
  ['with a character that hexadecimal does not have', `${forged('tag', 'a', '7')}=`],
  ['with half a byte more', `${forged('tag', 'a', '7')}0`],
  ['in capitals', forged('tag', 'n', '7').toUpperCase()],
  ['whose check is another', forged('tag', 'a', '7').replace(/^./, (digit) => (digit === '0' ? '1' : '0'))],
  ['that is a check alone', forged('tag', 'a', '7').slice(0, 16)],
  ['that is no UTF-8', `${checkOf('tag', ['a', '7']).toString('hex')}ff1f37`],
  ['that is far too long', 'A'.repeat(10_000)],
  ['that is empty', ''],
])('refuses a cursor %s', (_what, cursor) => {
  const read = () => readCursor(cursor, 'tag', ['text', 'int4'], 'books(after:)');
  expect(read).toThrow(GraphQLError);
  expect(read).toThrow(/^books\(after:\): the cursor was not issued for this list/);
});

test('refuses a cursor with too many keys where none is a text', () => {
  expect(() => readCursor(forged('tag', '7', '8'), 'tag', ['int4'], 'books(after:)')).toThrow(GraphQLError);
});

test.each([
  ['that is no list', encoded(checkOf('tag', ['a', 'b']), '{"a":"b"}')],
  ['that is no JSON', forged('tag', 'a', 'b')],
  ['that holds numbers', encoded(checkOf('tag', ['a', '7']), printed(['a', 7]))],
  ['with other white space', encoded(checkOf('tag', ['a', '7']), printed(['a', '7']).replaceAll(' ', '\t'))],
])('refuses a cursor over two texts %s', (_what, cursor) => {
  expect(() => readCursor(cursor, 'tag', ['text', 'text'], 'books(after:)')).toThrow(GraphQLError);
});
