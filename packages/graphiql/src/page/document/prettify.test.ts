import { describe, expect, it } from 'vitest';
import { prettify } from './prettify.js';

describe('laying a query out anew', () => {
  it('keeps the comments that stand before it', () => {
    expect(prettify('# why\n\n  # how\nquery Q{a(x:1){b}}')).toBe(
      '# why\n\n  # how\nquery Q {\n  a(x: 1) {\n    b\n  }\n}\n',
    );
  });

  it('leaves a query with comments within it as it is', () => {
    expect(prettify('{ a # why\n }')).toBe('{ a # why\n }');
  });

  it('gives nothing for a query with a mistake', () => {
    expect(prettify('{ a ')).toBeUndefined();
  });
});
