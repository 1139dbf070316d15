import { addPublication, type Database, ingestIssue, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { findPostgresBinaries } from '../../postgres/find-binaries.js';
import { type StartedPostgres, startPostgres } from '../../postgres/start-postgres.js';
import type { Figure, Findings, Proof } from '../proof.js';
import { generateIssues } from './generated-issues.js';
import { type ServerUse, ServerWatch } from './server-use.js';

/** Issues a second that are to be reached, and how much more the last part of the run may cost than the second. */
const WANTED_RATE = 100;
const FLAT = 1.15;

/** What the server is started with: as safe as a server that keeps what it is given. */
const SAFE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'track_wal_io_timing=on', 'max_wal_size=4GB'];
const COUNTING = ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track_planning=on'];

/** How fast generated issues are ingested and published on PostgreSQL, and what that costs. ISSUES=20000 for more of them, SEED for others. */
export const ingestProof: Proof = {
  name: 'ingest',
  claim: `Issues of 15 items are ingested and published on PostgreSQL at ${WANTED_RATE} a second or more, a change each, at the same rate at the end as at the beginning.`,
  async run(say) {
    const binaries = findPostgresBinaries();
    if (binaries === undefined) return { holds: false, figures: [['not run', 'no postgres binary']] };
    const server = await startCounting(binaries);
    try {
      return await measure(server.url, Number(process.env['ISSUES'] ?? 2_000), Number(process.env['SEED'] ?? 1), say);
    } finally {
      await server.stop();
    }
  },
};

/** pg_stat_statements counts the statements where the server has it. */
async function startCounting(binaries: string): Promise<StartedPostgres> {
  return startPostgres(binaries, [...SAFE, ...COUNTING]).catch(() => startPostgres(binaries, SAFE));
}

async function measure(url: string, issues: number, seed: number, say: (line: string) => void): Promise<Findings> {
  const watch = new ServerWatch(url);
  await watch.open();
  const database = await openDatabase({ kind: 'postgres', url });
  try {
    await migrate(database, MIGRATIONS);
    await addPublication(database, { slug: 'quay', title: 'The Quay' });
    const parts = await ingestAll(database, watch, [...generateIssues(issues, seed)], say);
    if (process.env['DEAREST'] !== undefined)
      for (const line of await watch.dearest(40)) process.stdout.write(`${line}\n\n`);
    return findingsOf(parts);
  } finally {
    await database.close();
    await watch.close();
  }
}

/** A part of the run, measured. */
interface Part {
  readonly issues: number;
  readonly seconds: number;
  readonly node_ms: number;
  readonly before: ServerUse;
  readonly after: ServerUse;
}

/** Ten parts, or a thousand issues each. */
const PARTS = 10;
const PART_SIZE = 1_000;

async function ingestAll(
  database: Database,
  watch: ServerWatch,
  documents: readonly string[],
  say: (line: string) => void,
): Promise<Part[]> {
  const parts: Part[] = [];
  const size = Math.min(PART_SIZE, Math.ceil(documents.length / PARTS));
  for (let done = 0; done < documents.length; done += size) {
    const part = await measurePart(watch, documents.slice(done, done + size), (document) =>
      ingestIssue(database, { publication: 'quay', document, publish: true }),
    );
    parts.push(part);
    say(`${done + part.issues} of ${documents.length} issues: ${rateOf(part)}/s, ${costOf(part)}`);
  }
  return parts;
}

async function measurePart(
  watch: ServerWatch,
  documents: readonly string[],
  ingest: (document: string) => Promise<unknown>,
): Promise<Part> {
  const before = await watch.use();
  const cpu = process.cpuUsage();
  const start = performance.now();
  await inWindow(documents, ingest);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { issues: documents.length, seconds, node_ms: (user + system) / 1_000, before, after: await watch.use() };
}

/** How many documents are given before the end of one, as the command does. */
const AHEAD = 24;

async function inWindow(documents: readonly string[], ingest: (document: string) => Promise<unknown>): Promise<void> {
  const begun: Promise<unknown>[] = [];
  for (const document of documents) {
    begun.push(ingest(document));
    if (begun.length > AHEAD) await begun.shift();
  }
  await Promise.all(begun);
}

function rateOf({ issues, seconds }: Pick<Part, 'issues' | 'seconds'>): number {
  return round(issues / seconds);
}

function costOf(part: Part): string {
  return `${round(part.node_ms / part.issues)} ms of Node and ${round(grown(part, 'sessions_ms') / part.issues)} ms of PostgreSQL an issue`;
}

function grown({ before, after }: Part, what: keyof ServerUse): number {
  return (after[what] ?? 0) - (before[what] ?? 0);
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

function findingsOf(parts: readonly Part[]): Findings {
  const issues = sum(parts, (part) => part.issues);
  const rate = rateOf({ issues, seconds: sum(parts, (part) => part.seconds) });
  // The first part has an empty database and a cold compiler.
  const [first, second, last] = [parts[0], parts[1], parts.at(-1)];
  const slower =
    second === undefined || last === undefined ? 1 : totalCpu(last) / last.issues / (totalCpu(second) / second.issues);
  const each = (what: keyof ServerUse): number => round(sum(parts, (part) => grown(part, what)) / issues);
  const figures: Figure[] = [
    ['issues ingested and published', issues],
    ['issues a second', rate],
    [`issues a second, by ${parts[0]?.issues ?? 0} issues`, parts.map((part) => Math.round(rateOf(part))).join(', ')],
    ['CPU of Node an issue, reading included (ms)', round(sum(parts, (part) => part.node_ms) / issues)],
    ['CPU of the PostgreSQL session an issue (ms)', each('sessions_ms')],
    ['CPU of the other PostgreSQL processes an issue (ms)', each('others_ms')],
    ['CPU of the last part over the second', round(slower)],
    [
      'statements an issue, begin and commit included',
      first?.after.statements === undefined ? 'not counted' : each('statements'),
    ],
    ['write-ahead log an issue (kB)', round(each('wal_bytes') / 1_000)],
    ['waiting for the disk an issue (ms), of', `${each('sync_ms')} in ${each('syncs')} syncs`],
  ];
  return { holds: rate >= WANTED_RATE && slower <= FLAT, figures };
}

function totalCpu(part: Part): number {
  return part.node_ms + grown(part, 'sessions_ms');
}

function sum(parts: readonly Part[], of: (part: Part) => number): number {
  return parts.reduce((total, part) => total + of(part), 0);
}
