import { createApp } from '@broadsheet/server';
import { type Database, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { findPostgresBinaries } from '../../postgres/find-binaries.js';
import { startPostgres } from '../../postgres/start-postgres.js';
import { seededRandom } from '../../sequences/random.js';
import type { Figure, Findings, Proof } from '../proof.js';
import { makeLarge, zipf } from './large-database.js';
import { type LargeDatabase, surveyLarge } from './survey-large.js';

const ISSUES = Number(process.env['ISSUES'] ?? 20_000);
const QUERIES = Number(process.env['QUERIES'] ?? 1_000);

/** How fast a large database is searched, on a server with as much memory as that of `pnpm bench`. ISSUES=2000 for a smaller one; LARGE=postgres://… for one that `makeLarge` has filled already. */
export const searchSpeedProof: Proof = {
  name: 'search-speed',
  claim: `On PostgreSQL with ${ISSUES * 15} items a search takes at most 20 ms in the middle and 100 ms at the 99th of 100, facets at most 30 ms where 10,000 items match or fewer and 500 ms always, a quote and what is related at most 10 ms in the middle.`,
  async run(say) {
    const binaries = findPostgresBinaries();
    if (binaries === undefined) return { holds: false, figures: [['not run', 'no postgres binary']] };
    const kept = process.env['LARGE'];
    const server =
      kept === undefined
        ? await startPostgres(binaries, ['fsync=off', 'max_wal_size=4GB', 'shared_buffers=2GB'])
        : undefined;
    const database = await openDatabase({ kind: 'postgres', url: server?.url ?? kept ?? '' });
    try {
      await migrate(database, MIGRATIONS);
      if (server !== undefined) await makeLarge(database, ISSUES, 1, say);
      return await measure(database, await surveyLarge(database), say);
    } finally {
      await database.close();
      await server?.stop();
    }
  },
};

/** Asks one operation with many variables, one after another. */
export async function measure(database: Database, made: LargeDatabase, say: (line: string) => void): Promise<Findings> {
  const app = createApp({ database, tokens: () => [], log: (_, error) => process.stderr.write(`${String(error)}\n`) });
  const ask = async (query: string, variables: object): Promise<{ ms: number; answer: string }> => {
    const start = performance.now();
    const response = await app.yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = await response.text();
    return { ms: performance.now() - start, answer };
  };
  const random = seededRandom(7);
  const word = zipf(random, made.words);
  const figures: Figure[] = [];
  let holds = true;
  const told = async (
    what: string,
    query: string,
    count: number,
    variables: (index: number) => object,
    limits: { readonly p50?: number; readonly p99?: number },
    check: (answer: string) => boolean = () => true,
  ): Promise<void> => {
    const times: number[] = [];
    let wrong = 0;
    for (let index = -5; index < count; index++) {
      const { ms, answer } = await ask(query, variables(Math.max(index, 0)));
      if (index >= 0) times.push(ms);
      if (answer.includes('"errors"') || !check(answer)) wrong += 1;
    }
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    const [p50, p99] = [at(0.5), at(0.99)];
    figures.push([
      `${what}: p50, p99, most (ms), wrong`,
      `${p50.toFixed(1)}, ${p99.toFixed(1)}, ${at(1).toFixed(1)}, ${wrong}`,
    ]);
    say(`${what}: ${p50.toFixed(1)}, ${p99.toFixed(1)}`);
    holds &&= wrong === 0 && p50 <= (limits.p50 ?? Infinity) && p99 <= (limits.p99 ?? Infinity);
  };
  const queries = Array.from({ length: QUERIES }, (_, index) => {
    if (index < 50) return made.words[index] ?? '';
    return Array.from({ length: 1 + random.below(3) }, word).join(' ');
  });
  const SEARCH =
    'query S($query: String!) { search(query: $query, first: 10) { edges { rank snippets { field html } node { id title issue { number } } } } }';
  await told('search', SEARCH, QUERIES, (index) => ({ query: queries[index] }), { p50: 20, p99: 100 });
  const NARROW =
    'query S($query: String!, $keyword: [String!]) { search(query: $query, first: 10, where: { keyword: $keyword }) { nodes { id title } } }';
  await told(
    'search of a keyword',
    NARROW,
    100,
    (index) => ({ query: queries[index], keyword: [slugOf(random.pick(made.keywords))] }),
    { p50: 20, p99: 100 },
  );
  for (const by of ['KEYWORD', 'SOURCE', 'RUBRIC', 'KIND', 'YEAR', 'MONTH', 'PUBLICATION']) {
    await told(`facets of all by ${by}`, `{ items(first: 1) { facets(by: ${by}) { value count } } }`, 3, () => ({}), {
      p99: 500,
    });
    await told(
      `facets of a common word by ${by}`,
      `query S($query: String!) { search(query: $query, first: 1) { facets(by: ${by}) { value count } } }`,
      5,
      (index) => ({ query: made.words[index] }),
      { p99: 500 },
    );
    await told(
      `facets of a rarer word by ${by}`,
      `query S($query: String!) { search(query: $query, first: 1) { facets(by: ${by}) { value count } } }`,
      10,
      (index) => ({ query: made.words[500 + index * 50] }),
      { p99: 30 },
    );
    await told(
      `facets of a keyword by ${by}`,
      `query K($slug: String!) { keyword(slug: $slug) { items(first: 1) { facets(by: ${by}) { value count } } } }`,
      10,
      (index) => ({ slug: slugOf(made.keywords[20 + index * 20] ?? '') }),
      { p99: 30 },
    );
  }
  const QUOTE =
    'query Q($text: String!) { verifyQuote(text: $text) { issue { id } item { id } span { start end text } } }';
  for (const words of [5, 8, 20])
    await told(
      `a quote of ${words} words`,
      QUOTE,
      200,
      () => ({ text: quoteOf(random.pick(made.documents), words, random.below(1_000_000)) }),
      { p50: 10 },
      (answer) => answer.includes('"span"'),
    );
  await told(
    'a quote that is nowhere',
    QUOTE,
    100,
    () => ({ text: `${quoteOf(random.pick(made.documents), 12, random.below(1_000_000))} nowhere` }),
    { p50: 10 },
  );
  const RELATED = 'query R($id: ID!) { node(id: $id) { ... on Item { related { id title } } } }';
  await told('related items', RELATED, 200, () => ({ id: random.pick(made.itemIds) }), { p50: 10 });
  await told(
    'related keywords',
    'query K($slug: String!) { keyword(slug: $slug) { related { itemCount keyword { name } } } }',
    100,
    (index) => ({ slug: slugOf(made.keywords[index] ?? '') }),
    { p50: 10 },
  );
  await told(
    'totalCount of a search',
    'query S($query: String!) { search(query: $query, first: 1) { totalCount } }',
    50,
    (index) => ({ query: made.words[index] }),
    { p99: 500 },
  );
  await app.settled();
  return { holds, figures };
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

function quoteOf(document: string, words: number, at: number): string {
  const all = document.split(/\s+/);
  const from = at % (all.length - words);
  return all.slice(from, from + words).join(' ');
}
