import { readFileSync } from 'node:fs';
import type { Database } from '@broadsheet/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, onDatabase, openNewsroom } from '../newsroom.js';
import { generateIssues } from '../proof/ingest/generated-issues.js';
import { type Asked, blocksOf, type PlanKind, type PlanNode, planOf, stepsOf } from './plan.js';

const ISSUES = 2_000;
/** A table of more rows is read by an index or not at all. */
const LARGE = 2_500;
const LONGEST_PAGE = 101;
const OPERATIONS = ['issue-tree', 'latest', 'keyword', 'events', 'source-deep'] as const;
const KINDS: readonly PlanKind[] = ['custom', 'generic'];

describe.each(DATABASES.filter(({ kind }) => kind === 'postgres'))('at 30,000 items, on $kind', (kind) => {
  let room: Newsroom;
  let asked: Asked[] = [];
  let large: ReadonlySet<string>;

  beforeAll(async () => {
    const { database } = await openNewsroom(kind);
    room = onDatabase(listening(database, (statement) => asked.push(statement)));
    await ingestAll(room);
    await sql`vacuum (analyze)`.execute(database.direct);
    large = await largeTables(database);
  }, 300_000);
  afterAll(() => room.close());

  /** The plan of the one statement that an operation becomes. */
  const plan = async (query: string, variables: object, plans: PlanKind): Promise<PlanNode> => {
    asked = [];
    await room.data(query, variables);
    const [statement, ...others] = asked;
    if (statement === undefined || others.length > 0) throw new Error(`${asked.length} statements were run.`);
    return planOf(room.database, statement, plans);
  };

  const expectBounded = (steps: PlanNode, what: string): void => {
    for (const step of stepsOf(steps)) {
      if (step['Node Type'] === 'Seq Scan') expect(large, what).not.toContain(step['Relation Name']);
      if (/Sort$/.test(step['Node Type'])) expect(step['Actual Rows'], what).toBeLessThanOrEqual(LONGEST_PAGE);
    }
  };

  it('knows the tables that are large', () => {
    for (const table of ['item', 'item_keyword', 'item_source', 'item_rubric', 'event', 'section'])
      expect(large).toContain(table);
  });

  describe.each(KINDS)('with %s plans', (plans) => {
    it.each(OPERATIONS)('scans no large table for %s, and sorts no more than a page', async (name) => {
      const query = readFileSync(new URL(`../operations/${name}.graphql`, import.meta.url), 'utf8');
      for (const variables of await variablesOf(room, name))
        expectBounded(await plan(query, variables, plans), `${name} ${JSON.stringify(variables)}`);
    });

    it.each([
      'items { totalCount }',
      'issues { totalCount }',
      'issues(where: { publication: ["swb"] }) { totalCount }',
      'items(where: { publication: ["swb"] }) { totalCount }',
      'items(where: { keyword: [$keyword] }) { totalCount }',
      'items(where: { source: [$source] }) { totalCount }',
      'items(where: { rubric: [$rubric] }) { totalCount }',
      'keyword(slug: $keyword) { items { totalCount } }',
      'source(slug: $source) { items { totalCount } }',
    ])('looks the total of %s up', async (field) => {
      const found = await plan(operationOf(field), await names(room), plans);
      expectBounded(found, field);
      expect(blocksOf(found), field).toBeLessThan(100);
    });

    it.each([
      'where: { keyword: [$keyword] }',
      'where: { keyword: [$keyword] }, orderBy: OLDEST',
      'where: { keyword: [$rare] }',
      'where: { source: [$source] }',
      'where: { source: [$source], kind: [BRIEF] }',
    ])('walks the items of a name, and no others, for a page of items(%s)', async (args) => {
      const field = `items(first: 20, ${args}) { nodes { title } pageInfo { hasNextPage } }`;
      const found = await plan(operationOf(field), await names(room), plans);
      expectBounded(found, args);
      expect(blocksOf(found), args).toBeLessThan(300);
    });

    it.each([
      'items(',
      'items(orderBy: OLDEST, ',
      'issues(',
      'items(where: { publication: ["swb"] }, ',
      'items(where: { keyword: [$keyword] }, ',
    ])('reads about as many blocks for the last page of %s…) as for the first', async (list) => {
      const page = (size: string): string =>
        operationOf(`${list}${size}) { nodes { title } pageInfo { hasNextPage startCursor } }`);
      const variables = await names(room);
      const last = JSON.stringify(await room.data(page('last: 40'), variables));
      const cursor = /"startCursor":"([^"]+)"/.exec(last)?.[1] ?? '';
      const first = await plan(page('first: 20'), variables, plans);
      const deep = await plan(page(`first: 20, after: "${cursor}"`), variables, plans);
      expectBounded(deep, list);
      // Rows lie closer together here than there; what a page of 30,000 items would skip is thousands of blocks.
      expect(blocksOf(deep)).toBeLessThanOrEqual(2 * blocksOf(first) + 30);
    });
  });
});

/** An operation of one field, with the variables that it names declared. */
function operationOf(field: string): string {
  const named = new Set([...field.matchAll(/\$\w+/g)].map(([name]) => `${name}: String!`));
  return `query ${named.size > 0 ? `(${[...named].join()})` : ''} { ${field} }`;
}

/** The database, with an ear on the statements that are run for operations. */
function listening(database: Database, hear: (statement: Asked) => void): Database {
  return {
    ...database,
    text(text, values, options) {
      hear({ sql: text, values });
      return database.text(text, values, options);
    },
  };
}

async function ingestAll(room: Newsroom): Promise<void> {
  const begun: Promise<unknown>[] = [];
  for (const document of generateIssues(ISSUES, 1)) {
    begun.push(room.ingest({ document, publish: true }));
    if (begun.length > 2) await begun.shift();
  }
  await Promise.all(begun);
}

async function largeTables(database: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'published'::regnamespace and relkind = 'r' and reltuples > ${LARGE}
  `.execute(database.direct);
  return new Set(rows.map(({ name }) => name));
}

/** Some of the variables that speed is measured with. */
async function variablesOf(room: Newsroom, name: string): Promise<object[]> {
  const text = readFileSync(new URL(`../../bench/operations/${name}/variables.sql`, import.meta.url), 'utf8');
  const { rows } = await sql.raw<{ variables: string }>(text).execute(room.database.direct);
  expect(rows.length).toBeGreaterThan(0);
  return rows.slice(0, 5).map(({ variables }) => JSON.parse(variables));
}

/** Slugs of names that most items have, the dearest to count and to sort, and of a keyword that few have. */
async function names(room: Newsroom): Promise<object> {
  const { rows } = await sql<object>`
    select (select slug from published.keyword order by item_count desc, id limit 1) as keyword,
      (select slug from published.keyword order by item_count, id limit 1) as rare,
      (select slug from published.source order by item_count desc, id limit 1) as source,
      (select r.slug from published.rubric r join published.kept_count c using (id) order by c.items desc, r.id limit 1) as rubric
  `.execute(room.database.direct);
  return rows[0] ?? {};
}
