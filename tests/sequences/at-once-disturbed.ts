import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, type IngestInput, ingestIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import { differingTables, stateOf } from '../proof/kill/database-state.js';
import { wrongIn } from './at-once.js';
import { makeNeighbours } from './neighbours.js';
import { startOver } from './play.js';
import { seededRandom } from './random.js';

/**
 * Gives the random documents of a seed to two who store in one database at the same time, half of them to each. Returns what is wrong, and what
 * differs from the documents one after another in the order of the log.
 */
export async function differInTwo(database: Database, other: Database, seed: number): Promise<string[]> {
  await startOver(database);
  const inputs = makeInputs(seed);
  const of = (half: number): readonly IngestInput[] => inputs.filter((_, index) => index % 2 === half);
  const told = await Promise.all([giveAll(database, of(0)), giveAll(other, of(1))]);
  return [...(await notStored(database, told.flat())), ...(await differInOrder(database, inputs))];
}

/**
 * Gives the random documents of a seed while every connection is ended again and again by `other`, and what was refused for that once more, in
 * peace. Returns what is wrong: a document that is told as stored and is not, and what differs from the documents one after another.
 */
export async function differWhenCutOff(database: Database, other: Database, seed: number): Promise<string[]> {
  await startOver(database);
  const inputs = makeInputs(seed);
  let isDone = false;
  const giving = giveAll(database, inputs).finally(() => {
    isDone = true;
  });
  let cuts = 0;
  for (const random = seededRandom(seed); !isDone && cuts < MOST_CUTS; cuts++) {
    await sleep(20 + random.below(120));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(other.kysely);
  }
  const told = await giving;
  const missing = await notStored(database, told);
  const again = told.filter(({ failure }) => failure !== undefined && CUT_OFF.includes(failure));
  await giveAll(
    database,
    again.map(({ input }) => input),
  );
  return [...missing, ...(await differInOrder(database, inputs))];
}

const MOST_CUTS = 12;
const CUT_OFF = ['DATABASE_UNREACHABLE', 'TRANSACTION_LOST'];

/** Each with a note by which the log tells it. */
function makeInputs(seed: number): IngestInput[] {
  return makeNeighbours(seededRandom(seed), 48)
    .filter(({ dryRun }) => dryRun !== true)
    .map((input, index) => ({ ...input, note: `document ${index + 1}` }));
}

interface Told {
  readonly input: IngestInput;
  /** Code of the error that it was refused with. */
  readonly failure?: string;
  /** The change that it says it made. */
  readonly change?: number | null;
}

function giveAll(database: Database, inputs: readonly IngestInput[]): Promise<Told[]> {
  return Promise.all(
    inputs.map((input) =>
      ingestIssue(database, input).then(
        ({ change }) => ({ input, change }),
        (error: unknown) => ({
          input,
          failure: error instanceof Error && 'code' in error ? String(error.code) : String(error),
        }),
      ),
    ),
  );
}

/** The documents that are told to have made a change which the log does not tell as theirs. */
async function notStored(database: Database, told: readonly Told[]): Promise<string[]> {
  const { rows } = await sql<{ seq: number; note: string }>`select seq, note from published.change`.execute(
    database.kysely,
  );
  const notes = new Map(rows.map(({ seq, note }) => [seq, note]));
  return told
    .filter(({ input, change = null }) => change !== null && notes.get(change) !== input.note)
    .map(({ input, change }) => `${input.note} is told as change ${change}, which is ${notes.get(change ?? 0)}`);
}

/** What differs from the same documents one after another, in the order of the log. */
async function differInOrder(database: Database, inputs: readonly IngestInput[]): Promise<string[]> {
  const state = await stateOf(database);
  const wrong = await wrongIn(database);
  const { rows } = await sql<{ note: string }>`select note from published.change order by seq`.execute(database.kysely);
  await startOver(database);
  for (const { note } of rows) {
    const input = inputs.find((one) => one.note === note);
    if (input !== undefined) await ingestIssue(database, input);
  }
  return [...wrong, ...differingTables(state, await stateOf(database))];
}
