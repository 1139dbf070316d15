import { describe, expect, it } from 'vitest';
import { BUDGET, bundle, gzipped, ONE_OPERATION, WHOLE } from './bundle.js';

describe('the SDK in a bundle', () => {
  it('is at most 6 kB with one operation, gzipped, and 12 kB with all', async () => {
    const [one, whole] = await Promise.all([bundle(ONE_OPERATION), bundle(WHOLE)]);
    expect(gzipped(one)).toBeLessThanOrEqual(BUDGET.one);
    expect(gzipped(whole)).toBeLessThanOrEqual(BUDGET.whole);
  });

  it('holds the operations that are imported, and no other', async () => {
    const one = await bundle(ONE_OPERATION);
    expect([...one.matchAll(/(?:query|mutation|subscription) (\w+)\(/g)].map(([, name]) => name)).toEqual([
      'LatestIssues',
    ]);
    expect(one).not.toContain('getReader');
    const errors = await bundle("export { isHttpError } from '@broadsheet/sdk';");
    expect(errors).not.toContain('query ');
    expect(gzipped(errors)).toBeLessThan(600);
  });
});
