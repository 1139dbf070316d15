import { type Database, ingestIssue } from '@broadsheet/store';
import { type DatabaseState, differingTables, stateOf } from '../proof/kill/database-state.js';
import { writeIssue } from './corrections.js';
import { printIssue } from './document.js';
import { play, startOver } from './play.js';
import { type Random, seededRandom } from './random.js';
import { makeSteps, PUBLICATIONS, type Step } from './steps.js';

/** Ingests, each waiting for the one before it or all given at once. */
type Ingests = readonly (() => Promise<unknown>)[];

/**
 * Plays the random ingests of a seed one after another, and then all at once. Returns what differs: what became of each document, and every table but
 * for instants.
 */
export async function differAtOnce(database: Database, seed: number): Promise<string[]> {
  const random = seededRandom(seed);
  const heaps = {
    steps: steps(database, makeSteps(random, 16)),
    'public steps': steps(
      database,
      makeSteps(random, 16).map((step) => ({ ...step, publish: true })),
    ),
    'new issues': newIssues(database, random, 24),
  };
  const found: string[] = [];
  for (const [name, ingests] of Object.entries(heaps)) {
    const apart = await carryOut(database, ingests, playApart);
    const atOnce = await carryOut(database, ingests, (all) => Promise.all(all.map((ingest) => outcomeOf(ingest))));
    const outcomes = apart.outcomes.flatMap((outcome, index) =>
      outcome === atOnce.outcomes[index] ? [] : [`document ${index + 1}: ${outcome} <> ${atOnce.outcomes[index]}`],
    );
    const tables = differingTables(apart.state, atOnce.state);
    found.push(...[...outcomes, ...tables].map((line) => `seed ${seed}, ${name}: ${line}`));
  }
  return found;
}

interface Played {
  readonly outcomes: readonly string[];
  readonly state: DatabaseState;
}

async function carryOut(
  database: Database,
  ingests: Ingests,
  how: (ingests: Ingests) => Promise<string[]>,
): Promise<Played> {
  await startOver(database);
  return { outcomes: await how(ingests), state: await stateOf(database) };
}

async function playApart(ingests: Ingests): Promise<string[]> {
  const outcomes: string[] = [];
  for (const ingest of ingests) outcomes.push(await outcomeOf(ingest));
  return outcomes;
}

/** What became of a document, or why nothing did. */
async function outcomeOf(ingest: () => Promise<unknown>): Promise<string> {
  return ingest().then(
    (result) => JSON.stringify(result),
    (error: unknown) => String(error),
  );
}

function steps(database: Database, all: readonly Step[]): Ingests {
  return all.map((step) => () => play(database, step));
}

/** New issues for the most part, told by what they print: where two have one number, the second may be refused. */
function newIssues(database: Database, random: Random, count: number): Ingests {
  return Array.from({ length: count }, (_, index) => {
    const number = random.percent(85) ? index + 1 : 1 + random.below(index + 1);
    const document = printIssue(writeIssue(number, random).issue);
    return () => ingestIssue(database, { publication: PUBLICATIONS[0], document, publish: true });
  });
}
