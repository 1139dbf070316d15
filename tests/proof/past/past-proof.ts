import { readFileSync } from 'node:fs';
import { addPublication, type Database, ingestIssue, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { sql } from 'kysely';
import { inPast } from '../../history/in-state.js';
import { type Newsroom, onDatabase } from '../../newsroom.js';
import { findPostgresBinaries } from '../../postgres/find-binaries.js';
import { startPostgres } from '../../postgres/start-postgres.js';
import { generateIssues } from '../ingest/generated-issues.js';
import type { Figure, Findings, Proof } from '../proof.js';

/** How many times as long an operation may take in the past as in the present. */
const WANTED = 2;
const ROUNDS = 40;

/** The measured operations in the past, on PostgreSQL. ISSUES=500 for fewer issues. */
export const pastProof: Proof = {
  name: 'past',
  claim: `Each measured operation takes at most ${WANTED} times as long in asOf as in the present, over issues that were all published one by one and each tenth of which was corrected.`,
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
  const stopwatch = { ms: 0 };
  const database = await openDatabase({ kind: 'postgres', url });
  try {
    await fill(database, issues, say);
    const room = onDatabase(timed(database, stopwatch));
    const instants = await instantsOf(room);
    const found = [];
    for (const operation of Object.entries(OPERATIONS)) {
      for (const instant of instants) {
        const result = await compare(room, stopwatch, operation, instant);
        say(`${result.what}: ${result.ratio} times`);
        found.push(result);
      }
    }
    return {
      holds: found.every(({ ratio }) => ratio <= WANTED),
      figures: [
        ['issues, and corrections of them', `${issues}, ${Math.floor(issues / 10)}`],
        ...found.map(
          ({ what, ratio, now, past }): Figure => [
            what,
            `${ratio} times (${now} ms in the present, ${past} ms in the past)`,
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

/** Counts the time that readers' statements take. */
function timed(database: Database, stopwatch: { ms: number }): Database {
  return {
    ...database,
    text: async (...statement) => {
      const start = performance.now();
      const answer = await database.text(...statement);
      stopwatch.ms += performance.now() - start;
      return answer;
    },
  };
}

interface Instant {
  readonly name: string;
  readonly at: string;
}

/** After the last change, and when half of them were made. */
async function instantsOf(room: Newsroom): Promise<Instant[]> {
  const count = Number(
    (await sql<{ seq: number }>`select seq from editorial.log_head`.execute(room.database.kysely)).rows[0]?.seq,
  );
  const { rows } = await sql<{ at: string }>`
    select at from published.change where seq in (${Math.floor(count / 2)}, ${count}) order by seq desc
  `.execute(room.database.kysely);
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
  readonly ratio: number;
  readonly now: number;
  readonly past: number;
}

/** Asks in turn now and then, and compares the medians of what the database took. */
async function compare(
  room: Newsroom,
  stopwatch: { ms: number },
  [name, variables]: readonly [string, Variables],
  { name: when, at }: Instant,
): Promise<Compared> {
  const query = readFileSync(new URL(`../../operations/${name}.graphql`, import.meta.url), 'utf8');
  const names = await namesOf(room);
  const present: number[] = [];
  const past: number[] = [];
  const take = async (text: string, given: object): Promise<number> => {
    stopwatch.ms = 0;
    await room.data(text, given);
    return stopwatch.ms;
  };
  const there = inPast(query);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const given = variables(Math.max(0, round), names);
    const [now, then] = [await take(query, given), await take(there, { ...given, at })];
    if (round < 0) continue;
    present.push(now);
    past.push(then);
  }
  const [now, then] = [median(present), median(past)];
  return { what: `${name}, ${when}`, ratio: rounded(then / now), now: rounded(now), past: rounded(then) };
}

/** Calls before any is counted: a plan is kept from the sixth on. */
const WARM_UP = 8;

/** Slugs from the commonest name on, each some ranks after the one before. */
async function namesOf({ database }: Newsroom): Promise<Names> {
  const slugs = async (table: 'keyword' | 'source'): Promise<string[]> => {
    const { rows } = await sql<{ slug: string }>`
      select slug from (select slug, row_number() over (order by item_count desc, id) as rank from ${sql.table(`published.${table}`)}) s
      where rank % 9 = 1 order by rank limit ${ROUNDS}
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
