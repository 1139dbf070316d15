import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { replay } from './replay.js';

/** Thirty are played, most of them where they are quicker; more by SEQUENCES=200, from another seed by SEED=7. `pnpm proof replay` plays 1,000. */
const COUNTS = { pglite: 6, postgres: 24 } as const;
const GIVEN = process.env['SEQUENCES'];
const SEED = Number(process.env['SEED'] ?? 1);

describe.each(DATABASES)('random lives of issues on $kind', (kind) => {
  const count = GIVEN === undefined ? COUNTS[kind.kind] : Number(GIVEN);
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  it(
    `are read again as they were, and a copy kept by the log is the graph: ${count} from seed ${SEED}`,
    {
      timeout: 300_000,
    },
    async () => {
      for (let seed = SEED; seed < SEED + count; seed += 1) {
        const { found } = await replay(room, seed, { steps: 5, withdrawals: seed % 2 === 0 });
        expect(found).toEqual([]);
      }
    },
  );
});
