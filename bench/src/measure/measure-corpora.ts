import { Client } from 'pg';
import { type OpenCorpus, openCorpus } from '../corpus/open-corpus.js';
import type { Operation, Variables } from '../operation.js';
import { variablesText } from '../operations.js';
import type { Options } from '../options.js';
import { Progress } from '../progress.js';
import { circumstances } from '../report/circumstances.js';
import { resultLine, roundLine } from '../report/result-line.js';
import type { OperationResult, Results, StartResult } from '../report/results.js';
import type { RunningServer } from '../servers/server.js';
import { startOurs, startServer } from '../servers/start-servers.js';
import { assertAgreement } from './agreement.js';
import { memoryOf } from './process-use.js';
import { type Field, measureRounds, type Round } from './rounds.js';

/** How often the product is started to see how long that takes. */
const STARTS = 9;

/** A corpus and the servers on it. */
interface ServedCorpus extends OpenCorpus {
  readonly servers: readonly RunningServer[];
}

/**
 * Measures what was asked for on all corpora. They run side by side and are loaded by turns, since what grows with a corpus is told by comparing them: on a
 * shared machine that is worth little between two that are measured minutes apart.
 */
export async function measureCorpora(options: Options): Promise<Results> {
  const open: OpenCorpus[] = [];
  try {
    for (const corpus of options.corpora) open.push(await openCorpus(corpus, options));
    const operations = await measureOperations(open, options);
    const largest = open.at(-1);
    const start = options.start && largest !== undefined ? await measureStart(largest) : undefined;
    const ingest = Object.fromEntries(open.map(({ corpus, ingest: record }) => [corpus.items, record]));
    return { operations, ingest, ...(start === undefined ? {} : { start }) };
  } finally {
    for (const { postgres } of open) await postgres.stop();
  }
}

async function measureOperations(
  open: readonly OpenCorpus[],
  { operations, servers: names, extent }: Options,
): Promise<Record<string, OperationResult>> {
  if (operations.length === 0) return {};
  const running: RunningServer[] = [];
  try {
    const served: ServedCorpus[] = [];
    for (const corpus of open) {
      const servers: RunningServer[] = [];
      for (const name of names) servers.push(await startServer(name, corpus.postgres.url));
      running.push(...servers);
      served.push({ ...corpus, servers });
    }
    const results: Record<string, OperationResult> = {};
    for (const operation of operations) Object.assign(results, await measureOperation(operation, served, extent));
    return results;
  } finally {
    for (const server of running) await server.stop();
  }
}

async function measureOperation(
  operation: Operation,
  served: readonly ServedCorpus[],
  extent: Options['extent'],
): Promise<Record<string, OperationResult>> {
  const before = served.map(({ postgres }) => circumstances(postgres.version));
  const fields: Field[] = [];
  for (const one of served) fields.push(await fieldOf(operation, one));
  const progress = new Progress(operation.name, extent.rounds);
  let done = 0;
  const rounds = await measureRounds(fields, extent, (round) => {
    done += 1;
    progress.show(done, served.map((one, index) => `${one.corpus.items}: ${lineOf(round[index])}`).join('; '));
  });
  const results: Record<string, OperationResult> = {};
  for (const [index, { corpus, servers }] of served.entries()) {
    const memory = await Promise.all(servers.map(async ({ name, pid }) => [name, await memoryOf(pid)] as const));
    const [circumstance, measured] = [before[index], rounds[index]];
    if (circumstance === undefined || measured === undefined) continue;
    const result = { ...circumstance, rounds: measured, memory: Object.fromEntries(memory) };
    process.stdout.write(`${operation.name} at ${corpus.items} items: ${resultLine(result)}\n`);
    results[`${operation.name} ${corpus.items}`] = result;
  }
  return results;
}

function lineOf(round: Round | undefined): string {
  return round === undefined ? '-' : roundLine(round);
}

async function fieldOf(operation: Operation, { postgres, servers }: ServedCorpus): Promise<Field> {
  const sets = await variablesOf(operation, postgres.url);
  const asked = servers.filter(({ name }) => name !== 'peer' || operation.fromPeer !== undefined);
  await assertAgreement(operation, asked, sets);
  const contestants = asked.map((server) => ({
    server,
    requests: sets.map((variables) => server.request(operation, variables)),
  }));
  return { contestants, postgres: postgres.pid };
}

async function variablesOf(operation: Operation, url: string): Promise<Variables[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ variables: string }>(variablesText(operation));
    const sets: Variables[] = rows.map(({ variables }) => JSON.parse(variables));
    if (sets.length === 0) throw new Error(`There is nothing to ask ${operation.name} for.`);
    return sets;
  } finally {
    await client.end();
  }
}

async function measureStart({ postgres, corpus }: OpenCorpus): Promise<StartResult> {
  const before = circumstances(postgres.version);
  const progress = new Progress(`start at ${corpus.items} items`, STARTS);
  const ready_ms: number[] = [];
  while (ready_ms.length < STARTS) {
    const server = await startOurs(postgres.url);
    await server.stop();
    ready_ms.push(Math.round(server.ready_ms));
    progress.show(ready_ms.length, `${ready_ms.at(-1)} ms`);
  }
  process.stdout.write(`start: ${ready_ms.join(', ')} ms\n`);
  return { ...before, ready_ms };
}
