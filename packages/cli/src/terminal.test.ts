import { expect, it } from 'vitest';
import { wantsColors } from './terminal.js';

it.each([
  ['on a terminal', {}, true, true],
  ['not on a pipe', {}, false, false],
  ['not on a terminal without any', { TERM: 'dumb' }, true, false],
  ['never with NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['as without it where NO_COLOR is empty', { NO_COLOR: '' }, true, true],
  ['on a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
  ['not with FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
])('prints colours %s', (_, env, isTerminal, wanted) => {
  expect(wantsColors(env, isTerminal)).toBe(wanted);
});
