import { MIGRATIONS, migrate } from '@broadsheet/store';
import { type DatabaseUnderTest, databasesUnderTest } from '@broadsheet/store/testing';
import { replay } from '../../history/replay.js';
import { onDatabase } from '../../newsroom.js';
import type { Figure, Proof } from '../proof.js';

/** Steps of a sequence. */
const STEPS = 8;

/** Random sequences, each of whose states is read again as the past. SEQUENCES=100 for fewer, SEED for others. */
export const replayProof: Proof = {
  name: 'replay',
  claim:
    'After random sequences the whole graph, hashed when it was the present, is what asOf gives for that instant, for editors and for anyone; and a copy kept by the change log alone is the graph after every step.',
  async run(say) {
    const sequences = Number(process.env['SEQUENCES'] ?? 1_000);
    const seed = Number(process.env['SEED'] ?? 1);
    const kinds = databasesUnderTest();
    const results: Result[] = [];
    for (const [index, kind] of kinds.entries()) {
      const share =
        Math.floor((sequences * (index + 1)) / kinds.length) - Math.floor((sequences * index) / kinds.length);
      results.push(await playOn(kind, seed + index * sequences, share, say));
    }
    return { holds: results.every(({ found }) => found.length === 0), figures: results.flatMap(figuresOf) };
  },
};

interface Result {
  readonly what: string;
  readonly played: number;
  readonly found: readonly string[];
}

async function playOn(
  kind: DatabaseUnderTest,
  first: number,
  count: number,
  say: (line: string) => void,
): Promise<Result> {
  const database = await kind.open();
  const found: string[] = [];
  try {
    await migrate(database, MIGRATIONS);
    const room = onDatabase(database);
    for (let played = 1; played <= count; played += 1) {
      found.push(...(await replay(room, first + played - 1, STEPS)));
      if (played % 10 === 0)
        say(`${kind.kind}: ${played} of ${count} sequences from seed ${first}, ${found.length} wrong`);
    }
  } finally {
    await database.close();
  }
  return { what: `sequences of ${STEPS} steps on ${kind.kind} from seed ${first}`, played: count, found };
}

function figuresOf({ what, played, found }: Result): Figure[] {
  const wrong = found.slice(0, 3).map((line): Figure => ['wrong', line.slice(0, 300)]);
  return [[what, found.length === 0 ? `${played}, nothing wrong` : `${played}, ${found.length} wrong`], ...wrong];
}
