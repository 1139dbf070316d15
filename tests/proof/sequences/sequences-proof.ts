import { type DatabaseUnderTest, databasesUnderTest } from '@broadsheet/store/testing';
import { runEditorial } from '../../sequences/editorial/run-editorial.js';
import { prepare } from '../../sequences/play.js';
import { runSequence } from '../../sequences/run-sequence.js';
import type { Figure, Proof } from '../proof.js';

/** Sequences of a length, on each database. */
const PLAYED = [
  { sequences: 100, steps: 12 },
  { sequences: 10, steps: 40 },
] as const;

/** Sequences of ingests and decisions, on each database. */
const EDITORIAL = 50;

/** Random sequences of ingests, corrections, drafts and publications, each state checked and all played again in other orders. */
export const sequencesProof: Proof = {
  name: 'sequences',
  claim:
    'After any sequence of ingests and of decisions the public state does not depend on the order of the issues, every count can be counted anew, every earlier state can be had back, the change log tells exactly what changed, and a preview shows what publishing brings.',
  async run(say) {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const results: Result[] = [];
    for (const kind of databasesUnderTest()) results.push(await playOn(kind, seed, say));
    return { holds: results.every(({ found }) => found.length === 0), figures: results.flatMap(figuresOf) };
  },
};

interface Result {
  readonly what: string;
  readonly played: number;
  readonly found: readonly string[];
}

async function playOn(kind: DatabaseUnderTest, first: number, say: (line: string) => void): Promise<Result> {
  const database = await kind.open();
  const found: string[] = [];
  let played = 0;
  try {
    await prepare(database);
    for (const { sequences, steps } of PLAYED) {
      for (let count = 0; count < sequences; count++) {
        found.push(...(await runSequence(database, first + played++, steps)));
        say(`${kind.kind}: ${played} sequences from seed ${first}, ${found.length} wrong`);
      }
    }
    for (let count = 0; count < EDITORIAL; count++) {
      found.push(...(await runEditorial(database, first + played++)));
      say(`${kind.kind}: ${played} sequences from seed ${first}, ${found.length} wrong`);
    }
  } finally {
    await database.close();
  }
  return { what: `sequences on ${kind.kind} from seed ${first}`, played, found };
}

function figuresOf({ what, played, found }: Result): Figure[] {
  const wrong = found.slice(0, 3).map((line): Figure => ['wrong', line.slice(0, 300)]);
  return [[what, found.length === 0 ? `${played}, nothing wrong` : `${played}, ${found.length} wrong`], ...wrong];
}
