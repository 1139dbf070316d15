import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databasesUnderTest } from '../testing/index.js';
import { createScratchDatabase } from '../testing/postgres.js';
import type { Database } from './database.js';
import { type Migration, migrate } from './migrate.js';
import { openDatabase } from './open-database.js';

const FIRST = migration('0001-first', ['create table first (a int)']);
const SECOND = migration('0002-second', ['create table second (a int)']);
const THIRD = migration('0003-third', ['create table third (a int)']);
const BROKEN = migration('0004-broken', ['create table fourth (a int)', 'select 1 / 0']);

function migration(name: string, statements: readonly string[]): Migration {
  return {
    name,
    async up(db) {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

describe.each(databasesUnderTest())('migrate on a database of the kind $kind', ({ open }) => {
  let database: Database;
  const hasTable = (name: string) => database.text('select to_regclass($1)::text', [name], { as: 'owner' });
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('applies what is missing, in order, and nothing twice', async () => {
    expect(await migrate(database, [FIRST])).toEqual({ applied: ['0001-first'] });
    expect(await migrate(database, [FIRST, SECOND])).toEqual({ applied: ['0002-second'] });
    expect(await migrate(database, [FIRST, SECOND])).toEqual({ applied: [] });
  });

  it('leaves nothing of a migration that fails, nor of those before it in the same run', async () => {
    await expect(migrate(database, [FIRST, SECOND, THIRD, BROKEN])).rejects.toMatchObject({ code: 'STATEMENT_FAILED' });
    expect(await hasTable('third')).toBeNull();
    expect(await hasTable('fourth')).toBeNull();
    expect(await migrate(database, [FIRST, SECOND, THIRD])).toEqual({ applied: ['0003-third'] });
  });

  it('refuses a database that a newer version has migrated, and names the migration', async () => {
    await expect(migrate(database, [FIRST, SECOND])).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
      data: { unknown: ['0003-third'] },
    });
  });
});

const url = process.env['BROADSHEET_TEST_DATABASE_URL'];

describe.runIf(url)('migrate from several processes', () => {
  it('gives one schema when eight start at once, and all succeed', async () => {
    const scratch = await createScratchDatabase(url ?? '');
    const databases = await Promise.all(
      Array.from({ length: 8 }, () => openDatabase({ kind: 'postgres', url: scratch.url })),
    );
    const results = await Promise.all(databases.map((database) => migrate(database, [FIRST, SECOND])));
    expect(results.flatMap(({ applied }) => applied)).toEqual(['0001-first', '0002-second']);
    await Promise.all(databases.map((database) => database.close()));
    await scratch.drop();
  });
});
