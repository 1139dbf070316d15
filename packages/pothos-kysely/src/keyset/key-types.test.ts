import { expect, test } from 'vitest';
import { isKeyText, type KeyType } from './key-types.js';

const CASES: readonly (readonly [KeyType, string, boolean])[] = [
  ['text', '', true],
  ['text', "it's", true],
  ['text', 'a\0b', false],
  ['int4', '-2147483647', true],
  ['int4', '2147483648', false],
  ['int4', '1.5', false],
  ['int8', '9223372036854775807', true],
  ['int8', '9223372036854775808', false],
  ['numeric', '-10.50', true],
  ['numeric', '1e5', false],
  ['float8', '1e-05', true],
  ['float8', '0', true],
  ['float8', 'NaN', true],
  ['float8', '1e+999', false],
  ['float8', '1e-999', false],
  ['bool', 'true', true],
  ['bool', 'yes', false],
  ['date', '2024-02-29', true],
  ['date', '2023-02-29', false],
  ['date', '-infinity', true],
  ['timestamptz', '2025-12-17 08:00:00.123456+00', true],
  ['timestamptz', '2025-12-17 25:00:00+00', false],
  ['timestamptz', '2025-13-17 08:00:00+00', false],
  ['uuid', '00000000-0000-4000-8000-000000000000', true],
  ['uuid', 'x', false],
];

test.each(CASES)('a %s key written as %j is taken: %s', (type, text, isTaken) => {
  expect(isKeyText(type, text)).toBe(isTaken);
});
