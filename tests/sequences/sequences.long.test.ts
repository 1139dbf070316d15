import { MIGRATIONS, migrate } from '@broadsheet/store';
import { databasesUnderTest } from '@broadsheet/store/testing';
import { describe, expect, it } from 'vitest';
import { runSequence } from './run-sequence.js';

/** `pnpm test` plays a few; more by SEQUENCES=200, from another seed by SEED=7. */
const COUNT = Number(process.env['SEQUENCES'] ?? 4);
const SEED = Number(process.env['SEED'] ?? 1);

describe.each(databasesUnderTest())('random sequences of ingests on $kind', (kind) => {
  it(
    `leave every state, the past, the log and the preview right: ${COUNT} from seed ${SEED}`,
    { timeout: 300_000 },
    async () => {
      const database = await kind.open();
      await migrate(database, MIGRATIONS);
      for (let seed = SEED; seed < SEED + COUNT; seed++) expect(await runSequence(database, seed)).toEqual([]);
      await database.close();
    },
  );
});
