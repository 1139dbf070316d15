import { MIGRATIONS, migrate } from '@broadsheet/store';
import { type DatabaseUnderTest, databasesUnderTest } from '@broadsheet/store/testing';
import type { DeedKind } from '../../history/live.js';
import { replay } from '../../history/replay.js';
import { onDatabase } from '../../newsroom.js';
import type { Figure, Proof } from '../proof.js';

/** Steps of a sequence. */
const STEPS = 8;
/** One sequence of so many on the embedded database, which takes ten times as long for each. */
const EMBEDDED_ONE_OF = 50;
/** Sequences on their way at once, each in a database of its own: while one waits for its database, another reads. */
const AT_ONCE = { pglite: 1, postgres: 3 } as const;

/** Random sequences, each of whose states is read again as the past. SEQUENCES=100 for fewer, SEED for others. */
export const replayProof: Proof = {
  name: 'replay',
  claim:
    'After random sequences of ingest, publish, schedule, correct, withdraw, mend, merge, split and rename the whole graph, hashed after each step as who may read drafts, is what asOf gives for that instant; so it is for anyone where nothing was withdrawn, and else a whole graph without that; and a copy kept by the change log alone is the graph after every step.',
  async run(say) {
    const sequences = Number(process.env['SEQUENCES'] ?? 1_000);
    const kinds = databasesUnderTest();
    const results: Result[] = [];
    let first = Number(process.env['SEED'] ?? 1);
    for (const kind of kinds) {
      const embedded = kinds.length > 1 ? Math.ceil(sequences / EMBEDDED_ONE_OF) : sequences;
      const count = kind.kind === 'pglite' ? embedded : sequences - embedded;
      results.push(await playOn(kind, first, count, say));
      first += count;
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
  kind: DatabaseUnderTest,
  seed: number,
  count: number,
  say: (line: string) => void,
): Promise<Result> {
  const found: string[] = [];
  const deeds = new Map<DeedKind, number>();
  let [states, begun, played] = [0, 0, 0];
  const playSome = async (): Promise<void> => {
    const database = await kind.open();
    try {
      await migrate(database, MIGRATIONS);
      const room = onDatabase(database);
      while (begun < count) {
        const index = begun++;
        const replayed = await replay(room, seed + index, { steps: STEPS, withdrawals: index % 2 === 1 });
        found.push(...replayed.found);
        states += replayed.states;
        for (const deed of replayed.deeds) deeds.set(deed, (deeds.get(deed) ?? 0) + 1);
        played += 1;
        if (played % 10 === 0)
          say(`${kind.kind}: ${played} of ${count} sequences from seed ${seed}, ${found.length} wrong`);
      }
    } finally {
      await database.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE[kind.kind] }, playSome));
  return { kind: kind.kind, seed, played, states, deeds, found };
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
