import { type Database, type IngestInput, ingestIssue, mergeEntities, purge } from '@broadsheet/store';
import { sql } from 'kysely';
import { type DatabaseState, differingTables, stateOf } from '../proof/kill/database-state.js';
import { wrongCounts } from './check-counts.js';
import { readLog, wrongLog } from './check-log.js';
import { danglingReferences } from './check-references.js';
import { wrongSearch } from './check-search.js';
import { writeIssue } from './corrections.js';
import { printIssue } from './document.js';
import { decide, unlessRefused } from './editorial/decide.js';
import { makeNeighbours } from './neighbours.js';
import { startOver } from './play.js';
import { type Random, seededRandom } from './random.js';
import { takeSnapshot } from './snapshot.js';
import { makeSteps, PUBLICATIONS, type Step } from './steps.js';

/** Documents to ingest, each behind the one before it or all given at once, and what is done before. */
interface Heap {
  readonly inputs: readonly IngestInput[];
  /** Does the same with each call. */
  readonly before?: (database: Database) => Promise<void>;
  /** Whether what issues share can be counted anew out of what they print alone: not where something was decided. */
  readonly isCounted?: boolean;
}

/**
 * Ingests the random documents of a seed one after another, and then all at once. Returns what differs: what became of each document, and every table
 * but for instants; and what is wrong with the log, the counts, the references and what is searched.
 */
export async function differAtOnce(database: Database, seed: number): Promise<string[]> {
  const found: string[] = [];
  for (const [name, heap] of Object.entries(heapsOf(seed))) {
    const apart = await carryOut(database, heap, oneByOne);
    const atOnce = await carryOut(database, heap, allAtOnce);
    const outcomes = apart.outcomes.flatMap((outcome, index) =>
      outcome === atOnce.outcomes[index] ? [] : [`document ${index + 1}: ${outcome} <> ${atOnce.outcomes[index]}`],
    );
    const tables = differingTables(apart.state, atOnce.state).filter((table) => table !== DECIDED);
    const lines = [
      ...outcomes,
      ...tables,
      ...(await wrongIn(database)),
      ...(heap.isCounted === false ? [] : await wrongCounts(database)),
    ];
    found.push(...lines.map((line) => `seed ${seed}, ${name}: ${line}`));
  }
  return found;
}

function heapsOf(seed: number): Readonly<Record<string, Heap>> {
  const random = seededRandom(seed);
  const steps = makeSteps(random, 16);
  return {
    steps: { inputs: steps.map(inputOf) },
    'public steps': { inputs: makeSteps(random, 16).map((step) => ({ ...inputOf(step), publish: true })) },
    'new issues': { inputs: newIssues(random, 24) },
    neighbours: { inputs: makeNeighbours(random, 40) },
    'neighbours beside drafts': {
      inputs: makeNeighbours(random, 20),
      before: (database) => allInOrder(database, steps.slice(0, 5).map(inputOf)),
    },
    'neighbours under decisions': {
      inputs: makeNeighbours(seededRandom(seed + PURGED_SEED), 24),
      before: (database) => decideMuch(database, seed),
      isCounted: false,
    },
  };
}

/** No document changes it, and it tells in its own way when something was decided. */
const DECIDED = 'editorial.curation';

/** What is wrong in a database, whatever was done in it. */
export async function wrongIn(database: Database): Promise<string[]> {
  return [
    ...wrongLog(await readLog(database)),
    ...danglingReferences(await takeSnapshot(database, 'published')),
    ...(await wrongSearch(database)),
  ];
}

interface Played {
  readonly outcomes: readonly string[];
  readonly state: DatabaseState;
}

async function carryOut(
  database: Database,
  { inputs, before }: Heap,
  how: (database: Database, inputs: readonly IngestInput[]) => Promise<string[]>,
): Promise<Played> {
  await startOver(database);
  await before?.(database);
  return { outcomes: await how(database, inputs), state: await stateOf(database) };
}

async function oneByOne(database: Database, inputs: readonly IngestInput[]): Promise<string[]> {
  const outcomes: string[] = [];
  for (const input of inputs) outcomes.push(await outcomeOf(database, input));
  return outcomes;
}

/** Gives documents at once. Returns what became of each. */
export function allAtOnce(database: Database, inputs: readonly IngestInput[]): Promise<string[]> {
  return Promise.all(inputs.map((input) => outcomeOf(database, input)));
}

/** Ingests documents one after another. */
export async function allInOrder(database: Database, inputs: readonly IngestInput[]): Promise<void> {
  await oneByOne(database, inputs);
}

/** What became of a document, or why nothing did. */
async function outcomeOf(database: Database, input: IngestInput): Promise<string> {
  return ingestIssue(database, input).then(
    (result) => JSON.stringify(result),
    (error: unknown) => String(error),
  );
}

function inputOf({ publication, slug, document, publish }: Step): IngestInput {
  return { publication, slug, document, publish };
}

/** New issues for the most part, told by what they print: where two have one number, the second may be refused. */
function newIssues(random: Random, count: number): IngestInput[] {
  return Array.from({ length: count }, (_, index) => {
    const number = random.percent(85) ? index + 1 : 1 + random.below(index + 1);
    return { publication: PUBLICATIONS[0], document: printIssue(writeIssue(number, random).issue), publish: true };
  });
}

/** The documents under decisions are, for the first, those that the decisions were made about. */
const PURGED_SEED = 1_000;

/** Publishes some issues, merges, splits and mends at random, and purges what was published: decisions stay, and name issues that are to come. */
async function decideMuch(database: Database, seed: number): Promise<void> {
  await allInOrder(database, makeNeighbours(seededRandom(seed + PURGED_SEED), 8));
  await mergeAlike(database);
  const random = seededRandom(seed);
  for (let times = 0; times < 10; times++) {
    const decision = await decide(database, random, ['withdraw', 'schedule', 'publish']);
    if (decision !== undefined) await unlessRefused(decision.carryOut);
  }
  const { rows } = await sql<{ publication: string; issue: string }>`
    select p.slug as publication, i.slug as issue from published.issue i join published.publication p on p.id = i.publication_id
    order by 1, 2
  `.execute(database.kysely);
  for (const named of rows.filter(() => random.percent(70))) await purge(database, named);
}

/** Merges two keywords and two sources that are printed by most issues. */
async function mergeAlike(database: Database): Promise<void> {
  for (const table of ['keyword', 'source']) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(`published.${table}`)} order by item_count desc, id limit 2
    `.execute(database.kysely);
    const [into, from] = rows;
    if (into !== undefined && from !== undefined) await mergeEntities(database, { from: [from.id], into: into.id });
  }
}
