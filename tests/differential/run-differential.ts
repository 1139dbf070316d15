import type { Engine } from '@broadsheet/pothos-kysely';
import { DEFAULT_LIMITS, graphEngine, readerContext, schema } from '@broadsheet/server/testing';
import type { Database } from '@broadsheet/store';
import { type DocumentNode, type ExecutionResult, parse, validate } from 'graphql';
import { type Random, seededRandom } from '../sequences/random.js';
import { printPlain, printWhole } from './compare.js';
import { CursorPool } from './cursor-pool.js';
import { type MadeOperation, makeOperation } from './operation-maker.js';
import { isPlain, plainPath } from './plain/plain-path.js';
import { poolsOf } from './pools.js';

/** How many operations are compared, and which. */
export interface DifferentialOptions {
  readonly database: Database;
  readonly operations: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

/** Two answers to one operation that are not the same. */
export interface Difference {
  readonly between: 'pass-through and completion' | 'completion and plain resolvers';
  /** By which it is found again: the seed of the run, and the number of the operation. */
  readonly number: number;
  readonly operation: string;
  readonly variables: string;
  readonly first: string;
  readonly second: string;
}

/** What a run came to. */
export interface Compared {
  readonly operations: number;
  /** Answered by the database's text. */
  readonly whole: number;
  /** Refused before SQL, and with an error beside data. */
  readonly refused: number;
  readonly withErrors: number;
  /** Calls with a cursor of an earlier answer. */
  readonly withCursors: number;
  readonly fields: ReadonlySet<string>;
  readonly differences: readonly Difference[];
}

/** Stops here: what differs once differs again. */
const MOST_DIFFERENCES = 5;

/** Holds three ways of answering against each other, on random operations: Postgres' text, graphql-js over what was fetched, and plain resolvers. */
export async function runDifferential(options: DifferentialOptions): Promise<Compared> {
  const { database, operations, seed, say = () => {} } = options;
  const plain = await plainPath(database, schema);
  const engine = graphEngine(DEFAULT_LIMITS);
  const random = seededRandom(seed);
  const cursors = new CursorPool();
  const seqs = plain.now.rows.change.map(({ seq }) => seq);
  const pools = poolsOf(plain.now, plain.preview, random.shuffle(seqs).slice(0, 4));
  const counts = { operations: 0, whole: 0, refused: 0, withErrors: 0, withCursors: 0 };
  const fields = new Set<string>();
  const differences: Difference[] = [];
  while (counts.operations < operations && differences.length < MOST_DIFFERENCES) {
    const { made, document } = makeValid({ pools, cursors }, random);
    counts.operations += 1;
    const passed = await passThrough(engine, database, made, document);
    const completed = await engine.execute(await callOf(database, made, document));
    const resolved = await plain.answer({ ...made, document });
    const note = (between: Difference['between'], first: string, second: string): void => {
      if (first === second) return;
      const variables = JSON.stringify({ ...made.variables, mayReadDrafts: made.mayReadDrafts });
      differences.push({ between, number: counts.operations, operation: made.text, variables, first, second });
    };
    note('pass-through and completion', printWhole(passed.result), printWhole(completed));
    note('completion and plain resolvers', printPlain(completed), printPlain(resolved));
    cursors.harvest(completed.data, made.lists);
    for (const field of made.fields) fields.add(field);
    counts.whole += passed.isText ? 1 : 0;
    counts.refused += completed.errors && !completed.data ? 1 : 0;
    counts.withErrors += completed.errors && completed.data ? 1 : 0;
    counts.withCursors += /(?:after|before): /.test(made.text) ? 1 : 0;
    if (counts.operations % 100 === 0) say(`${counts.operations} of ${operations} operations`);
  }
  return { ...counts, fields, differences };
}

type Making = Pick<Parameters<typeof makeOperation>[0], 'pools' | 'cursors'>;

/** Makes operations until one is valid. */
function makeValid(making: Making, random: Random): { readonly made: MadeOperation; readonly document: DocumentNode } {
  for (;;) {
    const made = makeOperation({ ...making, schema, isKnown: isPlain }, random);
    const document = parse(made.text);
    if (validate(schema, document).length === 0) return { made, document };
  }
}

async function passThrough(engine: Engine, database: Database, made: MadeOperation, document: DocumentNode) {
  const answer = await engine.answer(await callOf(database, made, document));
  const isText = answer.kind === 'text';
  const result: ExecutionResult = isText ? { data: JSON.parse(answer.data) } : answer.result;
  return { isText, result };
}

async function callOf(database: Database, { variables, mayReadDrafts }: MadeOperation, document: DocumentNode) {
  return { schema, document, variableValues: variables, contextValue: await readerContext(database, mayReadDrafts) };
}
