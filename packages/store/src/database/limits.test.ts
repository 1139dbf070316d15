import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databasesUnderTest } from '../testing/index.js';
import type { Database } from './database.js';

const asOwner = { as: 'owner' } as const;

describe.each(databasesUnderTest())('limits on a database of the kind $kind', ({ kind, open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('reports the caller’s abort at once, and goes on with the next statement', async () => {
    const controller = new AbortController();
    const started = performance.now();
    const slow = database.text('select pg_sleep(1.5)', [], { ...asOwner, signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(slow).rejects.toMatchObject({ code: 'STATEMENT_CANCELLED' });
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(await database.text('select 1', [], asOwner)).toBe('1');
  });

  it('does not start what was given up before', async () => {
    const given = database.text('select 1', [], { ...asOwner, signal: AbortSignal.abort() });
    await expect(given).rejects.toMatchObject({ code: 'STATEMENT_CANCELLED' });
  });

  it('reports a deep recursion as an error, never as an answer', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const query = database.text('select jsonb_typeof($1::jsonb)', [deep], asOwner);
    await expect(query).rejects.toMatchObject({ code: 'STATEMENT_TOO_LARGE', data: { sqlstate: '54001' } });
    expect(await database.text(`select jsonb_typeof($1::jsonb)`, [deep.slice(190_000, 210_000)], asOwner)).toBe(
      'array',
    );
  });

  it('ends a statement past its limit', async () => {
    const started = performance.now();
    const slow = database.text('select pg_sleep(20)', [], { ...asOwner, timeout_ms: 100 });
    await expect(slow).rejects.toMatchObject({ code: 'STATEMENT_TIMEOUT', data: { timeout_ms: 100 } });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it(
    kind === 'postgres'
      ? 'goes on after a statement past its limit'
      : 'says that what was in memory is gone with such a statement',
    async () => {
      const next = database.text('select 1', [], asOwner);
      if (kind === 'postgres') expect(await next).toBe('1');
      else await expect(next).rejects.toMatchObject({ code: 'DATABASE_LOST' });
    },
  );
});
