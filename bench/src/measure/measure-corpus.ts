import { Client } from 'pg';
import type { Corpus } from '../corpus/corpus.js';
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
import { measureRounds } from './rounds.js';

/** How often the product is started to see how long that takes. */
const STARTS = 9;

/** Measures what was asked for on one corpus. */
export async function measureCorpus(corpus: Corpus, options: Options): Promise<Results> {
  const open = await openCorpus(corpus, options);
  try {
    const operations = await measureOperations(open, options);
    const start = options.start ? await measureStart(open) : undefined;
    const ingest = { [corpus.items]: open.ingest };
    return { operations, ingest, ...(start === undefined ? {} : { start }) };
  } finally {
    await open.postgres.stop();
  }
}

async function measureOperations(
  { corpus, postgres }: OpenCorpus,
  { operations, servers: names, extent }: Options,
): Promise<Record<string, OperationResult>> {
  if (operations.length === 0) return {};
  const servers: RunningServer[] = [];
  try {
    for (const name of names) servers.push(await startServer(name, postgres.url));
    const results: Record<string, OperationResult> = {};
    for (const operation of operations) {
      const sets = await variablesOf(operation, postgres.url);
      const asked = servers.filter(({ name }) => name !== 'peer' || operation.fromPeer !== undefined);
      await assertAgreement(operation, asked, sets);
      const before = circumstances(postgres.version);
      const title = `${operation.name} at ${corpus.items} items`;
      const progress = new Progress(title, extent.rounds);
      const contestants = asked.map((server) => ({
        server,
        requests: sets.map((variables) => server.request(operation, variables)),
      }));
      let done = 0;
      const rounds = await measureRounds(contestants, postgres.pid, extent, (round) => {
        done += 1;
        progress.show(done, roundLine(round));
      });
      const memory = Object.fromEntries(
        await Promise.all(servers.map(async ({ name, pid }) => [name, await memoryOf(pid)] as const)),
      );
      const result: OperationResult = { ...before, rounds, memory };
      process.stdout.write(`${title}: ${resultLine(result)}\n`);
      results[`${operation.name} ${corpus.items}`] = result;
    }
    return results;
  } finally {
    for (const server of servers) await server.stop();
  }
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
