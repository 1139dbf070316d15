import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom } from '../newsroom.js';
import { openWithPast } from './corpus.js';
import { runDifferential } from './run-differential.js';
import { tellDifferences } from './tell-differences.js';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));

describe.each(DATABASES)(`1,000 random operations on $kind (SEED=${seed})`, (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openWithPast(kind);
  });
  afterAll(() => room.close());

  it('get the same from Postgres, graphql-js and plain resolvers', { timeout: 300_000 }, async () => {
    const compared = await runDifferential({ database: room.database, operations: 1_000, seed });
    expect(tellDifferences(compared)).toBe('');
    expect(compared.withErrors).toBeGreaterThan(0);
    expect(compared.refused).toBeGreaterThan(0);
    expect(compared.withCursors).toBeGreaterThan(20);
  });
});
