import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, DatabaseOptions } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open-database.js';
import { ingestIssue } from '../ingest/ingest-issue.js';
import { MIGRATIONS } from '../migrations/all.js';
import { type DatabaseUnderTest, databasesUnderTest } from '../testing/index.js';
import { createScratchDatabase } from '../testing/postgres.js';
import { countRows, documentOf, fillHarbour, openHarbour } from '../testing/sample-issues.js';
import { awaitLine, killHard, spawnModule } from '../testing/spawn-module.js';
import { exportDatabase } from './export-database.js';
import { importDatabase } from './import-database.js';
import { KEPT_TABLES, TRANSFER_SCHEMAS, TRANSFER_TABLES } from './tables.js';

const KINDS = databasesUnderTest();

async function linesOf(database: Database): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportDatabase(database)) lines.push(line);
  return lines;
}

async function* give(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function openEmpty(kind: DatabaseUnderTest): Promise<Database> {
  const database = await kind.open();
  await migrate(database, MIGRATIONS);
  return database;
}

let lines: string[];
beforeAll(async () => {
  const [kind] = KINDS;
  if (kind === undefined) throw new Error('There is no database to test on.');
  const database = await openHarbour(kind);
  await fillHarbour(database);
  lines = await linesOf(database);
  await database.close();
}, 120_000);

describe.each(KINDS)('an export from $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openHarbour(kind);
    await fillHarbour(database);
  });
  afterAll(() => database.close());

  it('holds every row of every table, once', async () => {
    const exported = await linesOf(database);
    const header: unknown = JSON.parse(exported[0] ?? '');
    expect(header).toMatchObject({ format: 'broadsheet-export', version: 1, counts: await countRows(database) });
    const counts = TRANSFER_TABLES.map(({ name }) => {
      const rows = exported.filter((line) => line.startsWith(`{"table":"${name}"`));
      return [name, rows.length];
    });
    expect(Object.fromEntries(counts)).toEqual(await countRows(database));
    expect(new Set(exported).size).toBe(exported.length);
  });

  it('knows every table that there is', async () => {
    const { rows } = await sql<{ name: string }>`
      select schemaname || '.' || tablename as name from pg_tables where schemaname = any(${TRANSFER_SCHEMAS}::text[])
    `.execute(database.kysely);
    expect([...TRANSFER_TABLES.map(({ name }) => name), ...KEPT_TABLES].sort()).toEqual(
      rows.map(({ name }) => name).sort(),
    );
  });

  it('ends with the SHA-256 of the lines before', async () => {
    const exported = await linesOf(database);
    const body = exported.slice(0, -1);
    const sha256 = createHash('sha256')
      .update(body.map((line) => `${line}\n`).join(''))
      .digest('hex');
    expect(exported.at(-1)).toBe(JSON.stringify({ lines: body.length, sha256 }));
  });

  it('gives the same lines twice', async () => {
    expect(await linesOf(database)).toEqual(await linesOf(database));
  });

  it('lets the database go where the reader leaves early', async () => {
    for await (const line of exportDatabase(database)) {
      if (line.includes('editorial.document')) break;
    }
    expect(await countRows(database)).toMatchObject({ 'editorial.document': 5 });
  });
});

describe.each(KINDS)('an import into $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openEmpty(kind);
  });
  afterAll(() => database.close());

  const row = (table: string): number => lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
  const changed = (index: number, from: string | RegExp, to: string): string[] =>
    lines.with(index, (lines[index] ?? '').replace(from, to));

  it.each<[string, string, () => readonly string[], object]>([
    ['nothing', 'IMPORT_TRUNCATED', () => [], { lines: 0 }],
    ['another file', 'IMPORT_FORMAT', () => ['A Headline', '', 'Text.'], { line: 1 }],
    ['a list of objects', 'IMPORT_FORMAT', () => ['{"id":1}', '{"id":2}'], { line: 1 }],
    ['a header alone', 'IMPORT_TRUNCATED', () => lines.slice(0, 1), { lines: 1 }],
    ['half a header', 'IMPORT_TRUNCATED', () => [(lines[0] ?? '').slice(0, 60)], { lines: 1 }],
    ['an export without its last line', 'IMPORT_TRUNCATED', () => lines.slice(0, -1), { lines: 'all' }],
    [
      'an export cut in a line',
      'IMPORT_TRUNCATED',
      () => [...lines.slice(0, 9), (lines[9] ?? '').slice(0, 40)],
      { lines: 10 },
    ],
    ['a line that is no row', 'IMPORT_FORMAT', () => lines.toSpliced(5, 0, '{"table":"x"}'), { line: 6 }],
    ['a table that is not there', 'IMPORT_FORMAT', () => changed(5, '"table":"', '"table":"not_'), {}],
    ['a token', 'IMPORT_FORMAT', () => changed(1, /"table":"[a-z._]+"/, '"table":"editorial.token"'), {}],
    [
      'a table of another schema',
      'IMPORT_FORMAT',
      () => changed(1, 'editorial.publication', 'broadsheet.migration'),
      { line: 2 },
    ],
    ['lines after the last', 'IMPORT_FORMAT', () => [...lines, ...lines], {}],
    ['a letter that was changed', 'IMPORT_DAMAGED', () => changed(row('editorial.document'), 'Harbour', 'Harbor'), {}],
    ['a line that was left out', 'IMPORT_DAMAGED', () => lines.toSpliced(row('published.link') - 1, 1), {}],
    [
      'a line that stands twice',
      'IMPORT_DAMAGED',
      () => lines.toSpliced(row('past.item'), 0, lines[row('past.item')] ?? ''),
      {},
    ],
    [
      'two lines in another order',
      'IMPORT_DAMAGED',
      () =>
        lines.toSpliced(
          row('published.item'),
          2,
          ...lines.slice(row('published.item'), row('published.item') + 2).reverse(),
        ),
      {},
    ],
    [
      'a row that points nowhere',
      'IMPORT_DAMAGED',
      () => changed(row('published.item'), '"issue_id":"issue_', '"issue_id":"issue_x'),
      {},
    ],
    [
      'a value that is no number',
      'IMPORT_DAMAGED',
      () => changed(row('published.item'), '"position":', '"position":1e'),
      { sqlstate: '22P02' },
    ],
    ['a newer format', 'IMPORT_NEWER', () => changed(0, '"version":1', '"version":2'), { version: 2 }],
    ['a newer migration', 'IMPORT_NEWER', () => changed(0, '"migration":"', '"migration":"9'), {}],
  ])('refuses %s and stores nothing', async (_, code, given, data) => {
    const before = await countRows(database);
    const failure = await importDatabase(database, give(given())).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code, data: 'lines' in data && data.lines === 'all' ? {} : data });
    expect(await countRows(database)).toEqual(before);
  });

  it('refuses a database that is not empty, and says what it holds', async () => {
    const filled = await openHarbour(kind);
    const before = await countRows(filled);
    await expect(importDatabase(filled, give(lines))).rejects.toMatchObject({
      code: 'IMPORT_NOT_EMPTY',
      message: expect.stringContaining('1 publication.'),
    });
    expect(await countRows(filled)).toEqual(before);
    await filled.close();
  });

  it('gives back every line, tells how far it is, and goes on from there', async () => {
    const seen: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => seen.push(done / total);
    const result = await importDatabase(database, give(lines), { onProgress });
    expect(result.rows).toBe(lines.length - 2);
    expect(seen.at(-1)).toBe(1);
    expect(await linesOf(database)).toEqual(lines);
    const document = documentOf(3, ['A crane turns | Cranes | Crane Board | It turned.']);
    const next = await ingestIssue(database, {
      publication: 'harbour',
      document,
      publishedOn: '2026-03-03',
      publish: true,
    });
    expect(next).toMatchObject({ outcome: 'UNCHANGED', slug: '3', change: 5 });
    const { rows } = await sql`
      insert into editorial.curation (operation, subject_id, data, at) values ('X', 'x', '{}', '') returning id
    `.execute(database.kysely);
    expect(rows).toEqual([{ id: 2 }]);
  });
});

describe.each(KINDS)('an export of an older version into $kind', (kind) => {
  it('is migrated', async () => {
    const later = {
      name: '9999-later',
      up: async (db: Database['kysely']) => {
        await sql`alter table published.keyword add column letters integer`.execute(db);
        await sql`update published.keyword set letters = length(name)`.execute(db);
      },
    };
    const database = await kind.open();
    await importDatabase(database, give(lines), { migrations: [...MIGRATIONS, later] });
    const { rows } = await sql`select name, letters from published.keyword order by name`.execute(database.kysely);
    expect(rows).toContainEqual({ name: 'Quays', letters: 5 });
    const { rows: migrations } = await sql`select name from broadsheet.migration order by name`.execute(
      database.kysely,
    );
    expect(migrations).toHaveLength(MIGRATIONS.length + 1);
    await database.close();
  }, 120_000);
});

const admin = process.env['BROADSHEET_TEST_DATABASE_URL'];

describe('a process that is killed in the middle of an import', () => {
  it('leaves an empty database in a data directory', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'broadsheet-import-'));
    await killInside({ kind: 'pglite', directory });
    await rm(directory, { recursive: true });
  }, 120_000);

  it.runIf(admin)('leaves an empty database on PostgreSQL', async () => {
    const scratch = await createScratchDatabase(admin ?? '');
    await killInside({ kind: 'postgres', url: scratch.url });
    await scratch.drop();
  });
});

async function killInside(options: DatabaseOptions): Promise<void> {
  const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const child = spawnModule(`
    const { openDatabase } = await import(${at('../database/open-database.ts')});
    const { importDatabase } = await import(${at('./import-database.ts')});
    const lines = ${JSON.stringify(lines)};
    const database = await openDatabase(${JSON.stringify(options)});
    async function* slowly() {
      yield* lines.slice(0, -1);
      await new Promise(() => setInterval(() => {}, 1000));
    }
    const onProgress = ({ done, total }) => { if (done > total / 2) console.log('halfway'); };
    await importDatabase(database, slowly(), { onProgress });
  `);
  await awaitLine(child, /^halfway/);
  await killHard(child);
  const database = await openDatabase(options);
  const counts = Object.entries(await countRows(database)).filter(([, count]) => count > 0);
  expect(counts).toEqual([['editorial.log_head', 1]]);
  await importDatabase(database, give(lines));
  expect(await linesOf(database)).toEqual(lines);
  await database.close();
}
