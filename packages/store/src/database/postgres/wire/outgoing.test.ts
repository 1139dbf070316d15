import { describe, expect, it } from 'vitest';
import { Outgoing } from './outgoing.js';

describe('what goes to the server', () => {
  it('stands in little memory again when a long value has gone', () => {
    const outgoing = new Outgoing();
    outgoing.bind('', ['x'.repeat(20_000_000)]);
    expect(outgoing.take().length).toBeGreaterThan(20_000_000);
    outgoing.sync();
    expect(outgoing.take().buffer.byteLength).toBeLessThan(100_000);
  });
});
