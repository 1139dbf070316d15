import { MIGRATIONS, migrate } from '@broadsheet/store';
import { databasesUnderTest } from '@broadsheet/store/testing';
import { describe, expect, it } from 'vitest';
import { differAtOnce } from './at-once.js';

/** More by SEQUENCES=200, from another seed by SEED=7. */
const COUNT = Number(process.env['SEQUENCES'] ?? 3);
const SEED = Number(process.env['SEED'] ?? 1);

describe.each(databasesUnderTest())('documents given at once on $kind', (kind) => {
  it(
    `leave what they leave one after another, and are told the same: ${COUNT} heaps from seed ${SEED}`,
    { timeout: 600_000 },
    async () => {
      const database = await kind.open();
      await migrate(database, MIGRATIONS);
      for (let seed = SEED; seed < SEED + COUNT; seed++) expect(await differAtOnce(database, seed)).toEqual([]);
      await database.close();
    },
  );
});
