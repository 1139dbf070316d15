import { databasesUnderTest } from '@broadsheet/store/testing';
import { describe, expect, it } from 'vitest';
import { prepare } from '../play.js';
import { runEditorial } from './run-editorial.js';

/** `pnpm test` plays a few; more by SEQUENCES=200, from another seed by SEED=7. */
const COUNT = Number(process.env['SEQUENCES'] ?? 3);
const SEED = Number(process.env['SEED'] ?? 1);

describe.each(databasesUnderTest())('random sequences of ingests and decisions on $kind', (kind) => {
  it(`leave every state, the past and the log right: ${COUNT} from seed ${SEED}`, { timeout: 300_000 }, async () => {
    const database = await kind.open();
    await prepare(database);
    const found: string[] = [];
    for (let seed = SEED; seed < SEED + COUNT; seed++) found.push(...(await runEditorial(database, seed)));
    expect(found).toEqual([]);
    await database.close();
  });
});
