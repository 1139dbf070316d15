import { describe, expect, it } from 'vitest';
import { ANONYMOUS, rightsOf } from './rights.js';

describe('rightsOf', () => {
  it.each([
    { header: null, tokens: ['a'], writes: false },
    { header: 'Bearer a', tokens: ['a'], writes: true },
    { header: 'bearer  b', tokens: ['a', 'b'], writes: true },
  ])('lets $header write: $writes', ({ header, tokens, writes }) => {
    expect(rightsOf(header, tokens)?.mayIngest).toBe(writes);
  });

  it.each(['Bearer ab', 'Bearer', 'Bearer a b', 'Basic a', 'a', ''])("knows no token in '%s'", (header) => {
    expect(rightsOf(header, ['a'])).toBeUndefined();
  });

  it('knows no token where none is set', () => {
    expect(rightsOf('Bearer undefined', [])).toBeUndefined();
    expect(rightsOf(null, [])).toBe(ANONYMOUS);
  });
});
