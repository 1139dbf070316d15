import { readFileSync } from 'node:fs';
import { addPublication, type Database, ingestIssue, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { sql } from 'kysely';
import { inPast } from '../../history/in-state.js';
import { findPostgresBinaries } from '../../postgres/find-binaries.js';
import { startPostgres } from '../../postgres/start-postgres.js';
import { generateIssues } from '../ingest/generated-issues.js';
import type { Figure, Findings, Proof } from '../proof.js';
import { Served, type Use } from './served.js';

/** How many times as much an operation may cost in the past as in the present. */
const WANTED = 2;
/** Sets of variables, each asked for in every batch. */
const SETS = 40;
const BATCHES = 5;

/** The measured operations in the past, asked of a running server on PostgreSQL. ISSUES=500 for fewer issues. */
export const pastProof: Proof = {
  name: 'past',
  claim: `Each measured operation costs at most ${WANTED} times as much in asOf as in the present, in CPU time of server and PostgreSQL, over issues that were all published one by one and each tenth of which was corrected.`,
  async run(say) {
    const binaries = findPostgresBinaries();
    if (binaries === undefined) return { holds: false, figures: [['not run', 'no postgres binary']] };
    const server = await startPostgres(binaries);
    try {
      return await measure(server.url, Number(process.env['ISSUES'] ?? 2_000), say);
    } finally {
      await server.stop();
    }
  },
};

type Say = (line: string) => void;

async function measure(url: string, issues: number, say: Say): Promise<Findings> {
  const database = await openDatabase({ kind: 'postgres', url });
  try {
    await fill(database, issues, say);
    const [instants, names] = [await instantsOf(database), await namesOf(database)];
    const served = await Served.start(url);
    const found: Compared[] = [];
    try {
      for (const operation of Object.entries(OPERATIONS)) {
        for (const instant of instants) {
          const result = await compare(served, names, operation, instant);
          say(`${result.what}: ${result.ratio} times`);
          found.push(result);
        }
      }
    } finally {
      await served.stop();
    }
    return {
      holds: found.every(({ ratio }) => ratio <= WANTED),
      figures: [
        ['issues, and corrections of them', `${issues}, ${Math.floor(issues / 10)}`],
        ...found.map(
          ({ what, ratio, database: ofDatabase, now, past }): Figure => [
            what,
            `${ratio} times (${now} ms a request in the present, ${past} ms in the past), of PostgreSQL alone ${ofDatabase} times`,
          ],
        ),
      ],
    };
  } finally {
    await database.close();
  }
}

/** Publishes all issues, and corrects each tenth after all are out. */
async function fill(database: Database, issues: number, say: Say): Promise<void> {
  await migrate(database, MIGRATIONS);
  await addPublication(database, { slug: 'quay', title: 'The Quay' });
  const documents = [...generateIssues(issues, 1)];
  for (const [index, document] of documents.entries()) {
    await ingestIssue(database, { publication: 'quay', document, publish: true });
    if (index % 100 === 99) say(`${index + 1} of ${issues} issues published`);
  }
  for (const document of documents.filter((_, index) => index % 10 === 9)) {
    await ingestIssue(database, {
      publication: 'quay',
      document: document.replace(/\btide\b/gi, 'ebb'),
      publish: true,
    });
  }
  await sql`analyze`.execute(database.kysely);
}

interface Instant {
  readonly name: string;
  readonly at: string;
}

/** After the last change, and when half of them were made. */
async function instantsOf({ kysely }: Database): Promise<Instant[]> {
  const count = Number((await sql<{ seq: number }>`select seq from editorial.log_head`.execute(kysely)).rows[0]?.seq);
  const { rows } = await sql<{ at: string }>`
    select at from published.change where seq in (${Math.floor(count / 2)}, ${count}) order by seq desc
  `.execute(kysely);
  return rows.map(({ at }, index) => ({ name: index === 0 ? 'the latest past' : 'halfway', at }));
}

interface Names {
  readonly keywords: readonly string[];
  readonly sources: readonly string[];
}

type Variables = (round: number, names: Names) => object;

const slugAt = (slugs: readonly string[], round: number): string => slugs[round % slugs.length] ?? '';

/** The measured operations, with the variables of each round. */
const OPERATIONS: Readonly<Record<string, Variables>> = {
  'issue-tree': (round) => ({ publication: 'quay', slug: String(1 + round * 5) }),
  latest: () => ({ publication: 'quay' }),
  keyword: (round, { keywords }) => ({ slug: slugAt(keywords, round) }),
  events: (round) => ({ from: new Date(Date.UTC(1880, 0, 1 + round * 20)).toISOString().slice(0, 10) }),
  'source-deep': (round, { sources }) => ({ slug: slugAt(sources, round) }),
};

interface Compared {
  readonly what: string;
  /** Median of the batches' ratios. */
  readonly ratio: number;
  /** The same of PostgreSQL alone. */
  readonly database: number;
  /** CPU milliseconds a request. */
  readonly now: number;
  readonly past: number;
}

/** Asks in batches by turns now and then, and compares what each pair of batches used. */
async function compare(
  served: Served,
  names: Names,
  [name, variables]: readonly [string, Variables],
  { name: when, at }: Instant,
): Promise<Compared> {
  const query = readFileSync(new URL(`../../operations/${name}.graphql`, import.meta.url), 'utf8');
  const [now, past]: [Use[], Use[]] = [[], []];
  const there = inPast(query);
  // A connection keeps a plan from the sixth call on.
  for (let batch = -2; batch < BATCHES; batch += 1) {
    const present = await useOf(served, query, variables, names, {});
    const then = await useOf(served, there, variables, names, { at });
    if (batch < 0) continue;
    now.push(present);
    past.push(then);
  }
  const whole = ({ server_ms, database_ms }: Use): number => server_ms + database_ms;
  const ratio = (part: (use: Use) => number): number =>
    rounded(median(past.map((use, index) => part(use) / (now[index] === undefined ? 1 : part(now[index])))));
  return {
    what: `${name}, ${when}`,
    ratio: ratio(whole),
    database: ratio(({ database_ms }) => database_ms),
    now: rounded(median(now.map(whole)) / REQUESTS),
    past: rounded(median(past.map(whole)) / REQUESTS),
  };
}

/** Each set of variables so often: CPU is counted in hundredths of a second. */
const TIMES = 3;
const REQUESTS = SETS * TIMES;

/** What a batch of requests used. */
async function useOf(served: Served, query: string, variables: Variables, names: Names, more: object): Promise<Use> {
  const before = await served.use();
  for (let request = 0; request < REQUESTS; request += 1) {
    await served.ask(query, { ...variables(request % SETS, names), ...more });
  }
  const after = await served.use();
  return { server_ms: after.server_ms - before.server_ms, database_ms: after.database_ms - before.database_ms };
}

/** Slugs from the commonest name on, each some ranks after the one before. */
async function namesOf(database: Database): Promise<Names> {
  const slugs = async (table: 'keyword' | 'source'): Promise<string[]> => {
    const { rows } = await sql<{ slug: string }>`
      select slug from (select slug, row_number() over (order by item_count desc, id) as rank from ${sql.table(`published.${table}`)}) s
      where rank % 9 = 1 order by rank limit ${SETS}
    `.execute(database.kysely);
    return rows.map(({ slug }) => slug);
  };
  return { keywords: await slugs('keyword'), sources: await slugs('source') };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
