import { expect, it } from 'vitest';
import { DATABASES } from '../newsroom.js';
import { openWithPast } from './corpus.js';
import { runDifferential } from './run-differential.js';
import { tellDifferences } from './tell-differences.js';

const [kind] = DATABASES;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));

it.runIf(kind !== undefined)(
  `random operations get the same from Postgres, graphql-js and plain resolvers (SEED=${seed})`,
  { timeout: 180_000 },
  async () => {
    if (kind === undefined) return;
    const room = await openWithPast(kind);
    try {
      const compared = await runDifferential({ database: room.database, operations: 150, seed });
      expect(tellDifferences(compared)).toBe('');
      expect(compared.whole).toBeGreaterThan(100);
    } finally {
      await room.close();
    }
  },
);
