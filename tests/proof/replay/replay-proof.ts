import { MIGRATIONS, migrate } from '@broadsheet/store';
import { type DatabaseUnderTest, databasesUnderTest } from '@broadsheet/store/testing';
import type { DeedKind } from '../../history/live.js';
import { replay } from '../../history/replay.js';
import { onDatabase } from '../../newsroom.js';
import type { Figure, Proof } from '../proof.js';

/** Steps of a sequence. */
const STEPS = 8;

/** Random sequences, each of whose states is read again as the past. SEQUENCES=100 for fewer, SEED for others. */
export const replayProof: Proof = {
  name: 'replay',
  claim:
    'After random sequences of ingest, publish, schedule, correct, withdraw, mend, merge, split and rename the whole graph, hashed after each step as who may read drafts, is what asOf gives for that instant; so it is for anyone where nothing was withdrawn, and else a whole graph without that; and a copy kept by the change log alone is the graph after every step.',
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
  readonly kind: DatabaseUnderTest['kind'];
  readonly seed: number;
  readonly played: number;
  readonly states: number;
  readonly deeds: ReadonlyMap<DeedKind, number>;
  readonly found: readonly string[];
}

async function playOn(
  { kind, open }: DatabaseUnderTest,
  seed: number,
  count: number,
  say: (line: string) => void,
): Promise<Result> {
  const database = await open();
  const found: string[] = [];
  const deeds = new Map<DeedKind, number>();
  let states = 0;
  try {
    await migrate(database, MIGRATIONS);
    const room = onDatabase(database);
    for (let played = 1; played <= count; played += 1) {
      const replayed = await replay(room, seed + played - 1, { steps: STEPS, withdrawals: played % 2 === 0 });
      found.push(...replayed.found);
      states += replayed.states;
      for (const deed of replayed.deeds) deeds.set(deed, (deeds.get(deed) ?? 0) + 1);
      if (played % 10 === 0) say(`${kind}: ${played} of ${count} sequences from seed ${seed}, ${found.length} wrong`);
    }
  } finally {
    await database.close();
  }
  return { kind, seed, played: count, states, deeds, found };
}

function figuresOf({ kind, seed, played, states, deeds, found }: Result): Figure[] {
  const steps = [...deeds].sort(([, a], [, b]) => b - a).map(([deed, count]) => `${count} ${deed}`);
  const right = found.length === 0 ? 'nothing wrong' : `${found.length} wrong`;
  return [
    [
      `sequences of ${STEPS} steps on ${kind} from seed ${seed}, half of them without withdrawals`,
      `${played}, ${right}`,
    ],
    [`their steps on ${kind}`, steps.join(', ')],
    [`states read again as the past on ${kind}, as who may read drafts and as anyone`, states],
    ...found.slice(0, 3).map((line): Figure => ['wrong', line.slice(0, 300)]),
  ];
}
