import { expect, it } from 'vitest';
import { isReasonable } from './parse-events.js';

it('takes a piece for as dense with CRLF as with LF', () => {
  const printed = 'a\n'.repeat(1400);
  expect([isReasonable(printed), isReasonable(printed.replaceAll('\n', '\r\n'))]).toEqual([true, true]);
  expect(isReasonable('a\n'.repeat(1500))).toBe(false);
});
