import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { checkOf, readCursor } from './cursor.js';

const cursorOf = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const forged = (tag: string, ...keys: string[]) => cursorOf([checkOf(tag, keys), ...keys]);

test('gives back the keys of a cursor of its own list', () => {
  expect(readCursor(forged('tag', 'Ünal "A"', '7'), 'tag', ['text', 'int4'], 'books(after:)')).toEqual([
    'Ünal "A"',
    '7',
  ]);
});

test.each([
  ['of another list', forged('other', 'a', '7')],
  ['with too few keys', forged('tag', 'a')],
  ['with too many keys', forged('tag', 'a', '7', '8')],
  ['whose key has another type, though its check is right', forged('tag', 'a', "7' or true")],
  ['whose number is out of range', forged('tag', 'a', '99999999999')],
  ['with a NUL byte', forged('tag', 'a\0', '7')],
  ['that is no list', cursorOf({ check: 'a' })],
  ['that holds numbers', cursorOf([checkOf('tag', ['a', '7']), 'a', 7])],
  ['with a character that base64url does not have', `${forged('tag', 'a', '7')}=`],
  ['that is far too long', 'A'.repeat(10_000)],
  ['that is empty', ''],
])('refuses a cursor %s', (_what, cursor) => {
  const read = () => readCursor(cursor, 'tag', ['text', 'int4'], 'books(after:)');
  expect(read).toThrow(GraphQLError);
  expect(read).toThrow(/^books\(after:\): the cursor was not issued for this list/);
});
